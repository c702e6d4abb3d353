import Syntax

extension TemplateValue {
    /// An address that a page links to, or nothing where it must not be a link.
    static func address(_ text: String?) -> TemplateValue {
        TemplateValue(text.flatMap(WebAddress.safe))
    }

    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    static func rows(values rows: [TemplateValue]) -> TemplateValue {
        rows.isEmpty ? .null : .object([.rows: .list(rows)])
    }

    /// The same of an object for each of the items.
    static func rows<Items: Collection>(
        _ items: Items, _ row: (Items.Element) -> TemplateObject
    ) -> TemplateValue {
        items.isEmpty ? .null : .object([.rows: each(items, row)])
    }

    /// A list of an object for each of the items.
    static func each<Items: Collection>(
        _ items: Items, _ object: (Items.Element) -> TemplateObject
    ) -> TemplateValue {
        // Rows of a record are large, so that none is taken out of its array.
        .list(items.indices.map { .object(object(items[$0])) })
    }

    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    static func rows(_ rows: [TemplateObject]) -> TemplateValue {
        self.rows(values: rows.map(TemplateValue.object))
    }
}
