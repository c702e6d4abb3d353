import Syntax

extension TemplateValue {
    /// An address that a page links to, or nothing where it must not be a link.
    static func address(_ text: String?) -> TemplateValue {
        TemplateValue(text.flatMap(WebAddress.safe))
    }

    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    static func rows(_ rows: [TemplateObject]) -> TemplateValue {
        rows.isEmpty ? .null : .object([.rows: TemplateValue(rows)])
    }

    /// A list of an object for each of the items.
    static func each<Items: Collection>(
        _ items: Items, _ object: (Items.Element) -> TemplateObject
    ) -> TemplateValue {
        .list(items.map { .object(object($0)) })
    }
}

extension TemplateMemory {
    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    func rows<Items: RandomAccessCollection>(
        _ items: Items, _ row: (Items.Element) -> TemplateValue
    ) -> TemplateValue {
        if items.isEmpty { return .null }
        return object { $0.set(.rows, each(items, row)) }
    }

    /// A list of a value for each of the items.
    func each<Items: RandomAccessCollection>(
        _ items: Items, _ value: (Items.Element) -> TemplateValue
    ) -> TemplateValue {
        list(count: items.count) { value(items[items.index(items.startIndex, offsetBy: $0)]) }
    }
}
