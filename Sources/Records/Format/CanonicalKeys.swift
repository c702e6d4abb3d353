import Syntax

/// The keys of a shape's fields as canonical JSON writes them, in its order.
struct CanonicalKeys: Sendable {
    struct Key: Sendable {
        /// The field's place in its shape.
        let field: Int
        /// Where the key stands in `text`, from the comma before it to the colon behind it.
        let place: Range<Int>
        /// Whether its scalars are `true` or `false`.
        let isFlag: Bool
    }

    let keys: [Key]
    /// All keys, and sixteen bytes behind them.
    let text: [UInt8]

    init(_ fields: [Field], _ forms: [FieldForm]) {
        var text: [UInt8] = []
        let order = fields.indices.sorted { JSONWriter.precedes(fields[$0].name, fields[$1].name) }
        keys = order.map { field in
            let start = text.count
            text.append(0x2C)
            JSONWriter.appendString(fields[field].name, to: &text)
            text.append(0x3A)
            return Key(field: field, place: start..<text.count, isFlag: forms[field].isFlag)
        }
        self.text = text + Array(repeating: 0, count: 16)
    }
}
