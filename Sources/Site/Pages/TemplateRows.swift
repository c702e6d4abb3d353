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

    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    static func rows(_ rows: [TemplateObject]) -> TemplateValue {
        self.rows(values: rows.map(TemplateValue.object))
    }
}
