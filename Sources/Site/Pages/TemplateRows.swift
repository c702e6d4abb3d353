import Syntax

extension TemplateValue {
    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    static func rows(values rows: [TemplateValue]) -> TemplateValue {
        rows.isEmpty ? .null : .object([.rows: .list(rows)])
    }

    /// A list that a template can put an element around: an object with `rows`, or nothing where there are none.
    static func rows(_ rows: [TemplateObject]) -> TemplateValue {
        self.rows(values: rows.map(TemplateValue.object))
    }
}
