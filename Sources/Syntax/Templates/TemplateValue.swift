/// What a name stands for in a template.
///
/// `null`, `false`, an empty list and an empty text count as no in a section; all else, the number 0 and an empty
/// object included, counts as yes.
package enum TemplateValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// Text that `{{ }}` escapes.
    case text(String)
    /// UTF-8 text that `{{ }}` escapes.
    case bytes([UInt8])
    /// HTML that our own code made and that is safe already: `{{ }}` and `{{{ }}}` alike write it as it stands.
    case html([UInt8])
    /// HTML that is safe already and stands in the memory of the page that it is made for, and shown on none other.
    case written(at: UInt32, count: UInt32)
    case list([TemplateValue])
    /// An object that stands in the memory of the page that it is made for, and is shown on none other.
    case made(at: UInt32, count: UInt32)
    /// A list that stands in the memory of the page that it is made for, and is shown on none other.
    case listed(at: UInt32, count: UInt32)
    case object(TemplateObject)
    /// An object that is found many names in, and that never changes.
    case table(TemplateTable)
    /// A value that stands among `TemplateConstants`, which outlive every page that shows it.
    case kept(TemplateConstants.Place)

    package init(_ text: String?) {
        self = if let text { .text(text) } else { .null }
    }

    package init(_ number: Int?) {
        self = if let number { .int(number) } else { .null }
    }

    package init(_ flag: Bool?) {
        self = if let flag { .bool(flag) } else { .null }
    }

    package init(_ object: TemplateObject?) {
        self = if let object { .object(object) } else { .null }
    }

    package init(_ objects: [TemplateObject]) {
        self = .list(objects.map(TemplateValue.object))
    }

    package init(_ texts: [String]) {
        self = .list(texts.map(TemplateValue.text))
    }

    /// A text that many pages show, escaped once for all of them where it needs no escaping: then `{{ }}` and `{{{ }}}`
    /// write the same.
    package static func constant(_ text: String) -> TemplateValue {
        var html: [UInt8] = []
        HTMLText.append(text, to: &html)
        return html.elementsEqual(text.utf8) ? .html(html) : .text(text)
    }

    /// Names and values that many pages read, and that never change.
    package static func constant(_ pairs: [(TemplateKey, TemplateValue)]) -> TemplateValue {
        let object = TemplateObject(pairs)
        return TemplateTable(object).map(TemplateValue.table) ?? .object(object)
    }

    /// HTML that is safe already, or nothing.
    package init(html: [UInt8]?) {
        self = if let html { .html(html) } else { .null }
    }

    /// Whether a section shows its content for this value.
    package var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let flag): flag
        case .int, .object, .table, .made: true
        case .text(let text): !text.isEmpty
        case .bytes(let bytes), .html(let bytes): !bytes.isEmpty
        case .written(_, let count), .listed(_, let count): count > 0
        case .list(let items): !items.isEmpty
        case .kept(let place): place.isTruthy
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self = .text(text) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    package init(booleanLiteral flag: Bool) { self = .bool(flag) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
    package init(integerLiteral number: Int) { self = .int(number) }
}

extension TemplateValue: ExpressibleByNilLiteral {
    package init(nilLiteral: ()) { self = .null }
}

extension TemplateValue: ExpressibleByArrayLiteral {
    package init(arrayLiteral items: TemplateValue...) { self = .list(items) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral pairs: (TemplateKey, TemplateValue)...) {
        self = .object(TemplateObject(pairs))
    }
}
