/// A field's path as corrections and questions write it: `title`, `root_cause.category`, `losses#iotx.amount`,
/// `update:u1` (which is `updates#u1`).
///
/// In a timeline the name of a milestone stands for its event, whether the event has that id, another or none:
/// `timeline#contained.at`.
package struct FieldReference: Sendable, Equatable {
    package enum Step: Sendable, Hashable {
        case key(String)
        /// The id of a row in the list before it.
        case row(String)
    }

    package let steps: [Step]
    /// Where each step stands in the text, in UTF-8 bytes.
    package let ranges: [Range<Int>]

    package static func == (left: FieldReference, right: FieldReference) -> Bool { left.steps == right.steps }

    /// Reads a path of the form of a field's path; of any other text what the marks in it part.
    package init(_ text: String) {
        var steps: [Step] = []
        var ranges: [Range<Int>] = []
        var start = 0
        var isRow = false
        let bytes = Array(text.utf8)
        for (index, byte) in (bytes + [UInt8(ascii: ".")]).enumerated() {
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") else {
                continue
            }
            let name = String(decoding: bytes[start..<index], as: UTF8.self)
            // `update:u1` is how people say `updates#u1`.
            let key = byte == UInt8(ascii: ":") && name == "update" && steps.isEmpty ? "updates" : name
            steps.append(isRow ? .row(name) : .key(key))
            ranges.append(start..<index)
            start = index + 1
            isRow = byte != UInt8(ascii: ".")
        }
        self.steps = steps
        self.ranges = ranges
    }

    /// Whether this path leads to, through or into another: a question about `losses` is also one about
    /// `losses#iotx.amount`, and the other way round. Where one of the two names no row, any row is meant.
    package func touches(_ other: FieldReference) -> Bool {
        var mine = steps[...]
        var others = other.steps[...]
        while let left = mine.first, let right = others.first {
            switch (left, right) {
            case (.row, .key): mine = mine.dropFirst()
            case (.key, .row): others = others.dropFirst()
            default:
                guard left == right else { return false }
                mine = mine.dropFirst()
                others = others.dropFirst()
            }
        }
        return true
    }

    /// Whether this path leads to another or into it, and not only to what holds it.
    package func leads(into other: FieldReference) -> Bool {
        touches(other) && keyCount >= other.keyCount
    }

    private var keyCount: Int {
        steps.count { step in
            if case .key = step { true } else { false }
        }
    }

    /// The key at its end; nil where it ends in a row.
    package var lastKey: String? {
        if case .key(let key)? = steps.last { key } else { nil }
    }
}
