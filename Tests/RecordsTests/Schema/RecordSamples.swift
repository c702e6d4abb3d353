import Incidents
import Records
import Syntax
import TestKit

/// Values that a shape takes, and values that are nearly so, made up from a seed.
struct RecordSamples {
    var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    /// A value that the shape takes, now with few keys and now with all.
    mutating func value(of shape: Shape, depth: Int = 0) -> JSONValue {
        switch shape {
        case .text(let form): text(form)
        case .prose, .wordOrProse:
            .string(pick(["A paragraph.\n\nAnother, with *marks*.", "x", "42", "Ω → é 漢 👩‍👩‍👧‍👦"]))
        case .wordOrText(let words): .string(pick(words + ["in our own words"]))
        case .moment(let words): .string(pick(Self.moments + words))
        case .amount(let words):
            random.isOnce(in: 3)
                ? pick([0, 7, 410_000_000, 999_999_999_999_999]) : .string(pick(Self.amounts + words))
        case .integer(let bounds): .integer(Int.random(in: bounds, using: &random))
        case .bool: .bool(random.isOnce(in: 2))
        case .word(let words): .string(pick(words))
        case .list(let item):
            .array((0..<Int.random(in: 1...2, using: &random)).map { _ in value(of: item, depth: depth + 1) })
        case .object(let object), .shared(_, let object): .object(members(of: object, depth: depth))
        case .wordOr(let words, let other):
            random.isOnce(in: 3) ? .string(pick(words)) : value(of: other, depth: depth)
        }
    }

    mutating func members(of object: ObjectShape, depth: Int = 0) -> [JSONValue.Member] {
        let isFull = random.isOnce(in: 2)
        var keep = Set(object.fields.filter { $0.isRequired || isFull || random.isOnce(in: 3) }.map(\.name))
        for choice in object.choices {
            keep.subtract(choice.keys)
            if choice.isRequired || random.isOnce(in: 2) { keep.formUnion(pick(choice.alternatives)) }
        }
        if let unless = object.unless { keep.insert(unless.key) }
        if keep.isEmpty, let first = object.fields.first { keep.insert(first.name) }
        var members = object.fields.filter { keep.contains($0.name) }.map {
            JSONValue.Member($0.name, value(of: $0.shape, depth: depth + 1))
        }
        if random.isOnce(in: 8) { members.append(.init("x-note", ["any": [.null, 1, true, "thing"]])) }
        return members
    }

    private mutating func text(_ form: TextForm) -> JSONValue {
        let candidates = Self.texts.filter { form.accepts($0) && $0.unicodeScalars.count <= form.maxLength }
        return .string(pick(candidates.isEmpty ? ["unmet"] : candidates))
    }

    static let moments = [
        "2026", "2026-02", "2026-02-21", "2024-02-29", "2026-02-21T09:20:00Z",
        "2999-12-31T23:59:59.123456789-23:59",
    ]
    static let amounts = [
        "0", "0.5", "123456789012345678901234567890.123456789012345678901234567890", "4300000",
    ]
    static let texts = [
        "ABC-2026-0001", "token-safe", "u1", "en", "pt-BR", "USD", "CWE-522", "https://example.org/a?b=c#d",
        "https://example.org/tx/{}", "#0b5fff", "example.org,2026", "ABC", "eip155:1",
        "sources/statement.txt",
        "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "IOTX", "losses#iotx.amount",
        "0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060", "CVSS:3.1/AV:N/AC:L",
        "A line of text, with é 漢 👩‍👩‍👧‍👦.",
    ]

    /// The value with one thing changed somewhere in it: another type, an empty value, a misspelt, repeated or missing
    /// key, a string at a boundary.
    mutating func mutated(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members) where !members.isEmpty && !random.isOnce(in: 12):
            var members = members
            let index = Int.random(in: 0..<members.count, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0: members.remove(at: index)
            case 1: members[index] = .init(misspelt(members[index].key), members[index].value)
            case 2: members.append(.init(pick(Self.strayKeys), "x"))
            default: members[index].value = mutated(members[index].value)
            }
            var seen: Set<String> = []
            return .object(members.filter { seen.insert($0.key).inserted })
        case .array(let items) where !items.isEmpty && !random.isOnce(in: 12):
            var items = items
            let index = Int.random(in: 0..<items.count, using: &random)
            items[index] = mutated(items[index])
            return .array(items)
        case .string(let text) where !random.isOnce(in: 3): return .string(mutated(text))
        default: return pick(Self.strangers)
        }
    }

    private mutating func misspelt(_ key: String) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: String(key.dropLast())
        case 1: key.uppercased()
        case 2: "x-" + key
        default: key + "s"
        }
    }

    mutating func mutated(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let place = Int.random(in: 0...scalars.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: scalars.insert(pick(Self.scalars), at: place)
        case 1 where place < scalars.count: scalars[place] = pick(Self.scalars)
        case 2 where place < scalars.count: scalars.remove(at: place)
        case 3: scalars = Array(repeating: pick(Self.scalars), count: pick([0, 1, 2, 110, 111]))
        case 4 where !scalars.isEmpty:
            while scalars.count < pick([65, 111, 501]) { scalars.append(scalars[0]) }
        case 5: return pick(Self.boundaries)
        case 6 where place + 1 < scalars.count: scalars.swapAt(place, place + 1)
        default: scalars.insert(pick(Array("0123456789-./:TZ".unicodeScalars)), at: place)
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static let strayKeys = [
        "unknown", "x-", "x", "X-own", "", "id ", "kind\u{301}", "x-\u{7}", "low", "high", "amount",
    ]
    private static let strangers: [JSONValue] = [
        .null, true, false, 0, 1, -1, 7, 1969, 1970, 2999, 3000, 999_999_999_999_999, 1_000_000_000_000_000,
        -999_999_999_999_999, -1_000_000_000_000_000, .decimal("0.5"), .decimal("-2.25"),
        .decimal("1234567890123456.5"),
        "", " ", "x", [], [:], ["x"], [["x"]], ["zz": 1], [.null], "none", "unknown", "true", "null", "~",
        "7", "1.5",
    ]
    static let boundaries = [
        "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2100-02-29", "2400-02-29", "2026-04-31",
        "2026-13",
        "2026-00", "1969", "1970", "2999", "3000", "2026-02-21T24:00:00Z", "2026-02-21T23:59:60Z",
        "2026-02-21T23:59:59",
        "2026-02-21T23:59Z", "2026-02-21t09:20:00z", "2026-02-21 09:20:00Z", "2026-02-21T09:20:00.Z",
        "2026-02-21T09:20:00.1234567890Z", "2026-02-21T09:20:00+24:00", "2026-2-1", "02026",
        "00", "01", "0.", ".5", "1e5", "-1", "+1", "1,000", "123456789012345678901234567890",
        "1234567890123456789012345678901",
        "0.123456789012345678901234567890", "0.1234567890123456789012345678901", "0x1F", "१२३",
        "https://", "https:///x", "https://a", "http://a.b", "ftp://a.b", "https://u:p@a.b", "https://a.b/ c",
        "https://a.b/{}",
        "https://a.b/\u{200B}", "HTTPS://a.b", "https://\u{301}a", "-", "--", "a-", "-a", "a--b", "a_b", "A",
        "é", "a\n", "\na",
        "a.b", ".a", "a/../b", "a//b", "CWE-0", "CWE-1234567", "cwe-1", "eip155:", "eip155:1:", "#12345g",
        "a.org,26",
        "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{AD}\u{2060}", "\u{3164}", "\u{202E}x", "\u{2066}x",
        "\u{FFFE}", "\u{7F}", "\u{85}",
        "title", "title.", "losses#", "a#b#c", "a:b.c", "a.b#c.d.e", "_", "[x]", "{x: 1}", "x: y", "x #y",
        "*x", "&x", "!x", "%x", "@x",
    ]
    private static let scalars: [Unicode.Scalar] = Array(
        "\0\u{1}\t\n\u{B}\r\u{1F} !\"#'-./09:<>?@AZ[\\]^_`az{|}~\u{7F}\u{80}\u{85}\u{A0}\u{AD}é\u{301}\u{61C}\u{115F}\u{1680}\u{180E}\u{2000}\u{200B}\u{200E}\u{2028}\u{202A}\u{202E}\u{202F}\u{205F}\u{2060}\u{2066}\u{2069}\u{206F}\u{2800}\u{3000}\u{3164}\u{D7FF}\u{E000}\u{FE0F}\u{FEFF}\u{FFA0}\u{FFFD}\u{FFFE}\u{FFFF}\u{10000}\u{1F600}\u{E0001}"
            .unicodeScalars)
}
