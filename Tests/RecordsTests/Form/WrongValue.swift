import Records

/// A snippet of YAML that breaks a shape's form, marked where the finding must sit.
struct WrongValue {
    let marked: String
    let code: String

    private init(_ marked: String, _ code: String) {
        self.marked = marked
        self.code = code
    }

    /// What a tired writer puts in a field of this shape.
    static func all(for shape: Shape) -> [WrongValue] {
        let none = WrongValue("«~»", "missing-value")
        switch shape {
        case .list(let item):
            return [none, .init("«zz-wrong»", "wrong-type"), .init("{«zz-wrong»: 1}", "wrong-type")]
                + [.init("«[]»", "empty-list")] + entries(of: item)
        case .object(let object), .shared(_, let object):
            let empty = object.tellsNothingWhenEmpty ? [WrongValue("«{}»", "missing-value")] : []
            return [none, .init("«zz-wrong»", "wrong-type"), .init("[«zz-wrong»]", "wrong-type")] + empty
        case .wordOr(_, let other):
            return [.init("«zz-wrong»", "unknown-word")]
                + all(for: other).filter { !$0.marked.hasPrefix("«zz") }
        default:
            let types: [WrongValue] = [
                .init("[«zz-wrong»]", "wrong-type"), .init("{«zz-wrong»: 1}", "wrong-type"),
            ]
            return [none] + types + scalars(for: shape)
        }
    }

    private static func entries(of item: Shape) -> [WrongValue] {
        item.object == nil
            ? all(for: item).map { .init("[\($0.marked)]", $0.code) } : [.init("[«zz-wrong»]", "wrong-type")]
    }

    private static func scalars(for shape: Shape) -> [WrongValue] {
        let turning = WrongValue("\"a«\u{202E}»b\"", "hidden-direction")
        let empty = WrongValue("«\"\"»", "empty-text")
        switch shape {
        case .text(let form):
            let long = String(repeating: "a", count: form.maxLength + 1)
            return [
                empty, turning, .init("«\"one\\ntwo\"»", "line-break"), .init("«\"\(long)\"»", "too-long"),
            ] + (form.isAnyLine ? [] : [.init("«\"§\"»", "malformed")])
                + (form.mustBeQuoted
                    ? [.init("«\(String(repeating: "7", count: 32))»", "unquoted-number")] : [])
        case .prose, .wordOrText, .wordOrProse:
            return [empty, turning, .init("«1000000000000000»", "unquoted-number")]
        case .moment:
            return [
                .init("«zz-wrong»", "malformed-moment"), .init("«2026/02/21»", "malformed-moment"),
                .init("«2026-02-30»", "impossible-date"),
                .init("«2026-02-21T09:20:00»", "time-without-offset"),
                .init("«2026-02-21T09:20Z»", "time-without-seconds"),
            ]
        case .amount:
            return [
                .init("«zz-wrong»", "malformed-amount"), .init("«\"1,000.5\"»", "malformed-amount"),
                .init("«-1»", "malformed-amount"), .init("«1.5»", "unquoted-number"),
            ]
        case .integer(let bounds):
            return [
                "«\"5\"»", "«zz-wrong»", "«\(bounds.lowerBound - 1)»", "«\(bounds.upperBound + 1)»", "«1.0»",
            ]
            .map { .init($0, "malformed-number") }
        case .bool: return ["«\"true\"»", "«yes»", "«1»"].map { .init($0, "malformed-flag") }
        case .word: return ["«zz-wrong»", "«\"\"»"].map { .init($0, "unknown-word") }
        default: return []
        }
    }
}
