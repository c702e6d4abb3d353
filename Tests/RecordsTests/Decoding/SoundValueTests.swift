import Diagnostics
import Incidents
import Syntax
import TestKit
import Testing

@testable import Records

/// The one look that most values get is held against the closer one.
@Suite("values that are seen to be sound")
struct SoundValueTests {
    private static let spellings = [
        "words", "\"words\"", "'it''s'", "none", "unknown", "\"unknown\"", "not_stated", "high", "High",
        "resolved",
        "7", "\"7\"", "7.5", "\"7.5\"", "\"007\"", "1234567890123456", "\"1234567890123456\"", "1e15", "0x12",
        "-1", "+1",
        ".5", "\"12,5\"", "2026", "2026-02", "2026-02-21", "2026-02-21T09:20:00Z", "2026-02-30",
        "2026-02-21T09:20:00",
        "2026-02-21 09:20:00Z", "true", "True", "\"true\"", "no", "~", "null", "\"null\"", "\"\"", "\"  \"",
        "a  # said",
        "a #said", "\"a\\nb\"", "\"a\\tb\"", "\"a\\u200bb\"", "\"a\\u202eb\"", "café", "漢字", "a–b",
        "https://example.org/a?b=c#d", "https://exa mple.org", "https://", "https://a@b.org",
        "http://example.org",
        "https://example.org:8443/x", "\"https://example.org/{}\"", "\"https://x.org/'\"", "\"https://-/|\"",
        "a-b-c",
        "a--b", "-a", "\"-a\"", "a-", "A-b", "ABC-2026-0001", "CWE-522", "USD", "en", "pt-BR", "eip155:1",
        "eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "root_cause.category", "losses#iotx.amount",
        "\"0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060\"",
        "EIP155:1", "ab:1", "\"eip155:\"", "\"eip155:a b\"", "eip155:x_y-Z", "usd", "US", "ETH", "W$T+",
        "a!b",
        "eip155:1/erc20:0x6B17", "\"\(String(repeating: "a1", count: 15))b\"",
        "\"\(String(repeating: "a1", count: 16))\"", "\"\(String(repeating: "a1", count: 65))\"",
        "[a, b]", "[]", "{a: b}", "{}", "|\n  lines\n  of text", ">-\n  folded\n  text", "two\n  lines",
        String(repeating: "long ", count: 120) + "end", "\"" + String(repeating: "é", count: 111) + "\"",
    ]

    private static let shapes: [Shape] = {
        func inner(_ shape: Shape) -> [Shape] {
            switch shape {
            case .list(let item): [shape] + inner(item)
            case .wordOr(_, let other): [shape] + inner(other)
            case .object(let object), .shared(_, let object): object.fields.flatMap { inner($0.shape) }
            default: [shape]
            }
        }
        return [RecordFormat.incident, .statement, .advisory].flatMap { inner(.object($0.shape)) }
            + inner(.object(SiteFormat.shape))
    }()

    @Test("what is seen to be sound has no finding", arguments: spellings)
    func values(spelling: String) throws {
        let file = SourceFile(path: "r.yml", text: "a: \(spelling)\nb: [\(spelling)]\n")
        var report = Report()
        let alone = SourceFile(path: "r.yml", text: "a: \(spelling)\n")
        // Not every text may stand in a list as it stands alone.
        let document = try #require(
            YAMLReader().read(file, into: &report) ?? YAMLReader().read(alone, into: &report))
        let root = try #require(document.root)
        let nodes = document.pairs(root).map(\.value) + document.items(of: document.value(root, key: "b"))
        for shape in Self.shapes {
            let form = FieldForm(shape)
            var places = FieldPlaces()
            for node in nodes where document.isSurelySound(node, form, in: &places) {
                var check = FormCheck(document)
                check.check(node, is: shape)
                #expect(check.report.isEmpty && check.faults.isEmpty, "\(spelling) as \(shape.expectation)")
            }
        }
    }

    @Test("most of what a record holds is seen to be sound")
    func usual() throws {
        let sound: [(String, Shape)] = [
            ("Bridge attacked", .text(.title)), ("\"0.5\"", .amount), ("2026-02-21", .moment),
            ("2026-02-21T09:20:00+01:00", .moment), ("unknown", .amount(or: ["unknown"])),
            ("a-b-c", .text(.slug)),
            ("https://example.org/a", .text(.url)), ("false", .bool),
            ("none", .wordOr(["none"], .list(of: .prose))),
            ("ABC-2026-0001", .text(.recordID)), ("Words of our own", .wordOrText(["safe"])),
        ]
        for (spelling, shape) in sound {
            var report = Report()
            let file = SourceFile(path: "r.yml", text: "a: \(spelling)\n")
            let document = try #require(YAMLReader().read(file, into: &report))
            let root = try #require(document.root)
            let node = try #require(document.value(root, key: "a"))
            var places = FieldPlaces()
            let isSound = document.isSurelySound(node, FieldForm(shape), in: &places)
            #expect(isSound, "\(spelling)")
        }
    }

    @Test(
        "moments and amounts are those that stand there, whether they were kept or not", arguments: spellings)
    func kept(spelling: String) throws {
        var report = Report()
        let text = ["at", "amount", "low", "high"].map { "\($0): \(spelling)\n" }.joined()
        let file = SourceFile(path: "r.yml", text: text)
        guard let document = YAMLReader().read(file, into: &report), let root = document.root else { return }
        let object = ObjectShape(
            "sample",
            [
                Field("amount", .amount(or: ["unknown"]), ""), Field("low", .amount, ""),
                Field("high", .amount, ""), Field("at", .moment(or: ["none"]), ""),
            ])
        var check = FormCheck(document)
        let row = check.read(root, as: object)
        let bytes = document.bytes(try #require(document.value(root, key: "at")))
        let amount = Amount(utf8: bytes)
        #expect(row.moment("at") == (try? Moment(utf8: bytes)))
        #expect(
            row.quantity("amount")
                == (amount.map(Quantity.exact) ?? (bytes.elementsEqual("unknown".utf8) ? .unknown : nil)))
        let range = amount.map { Quantity.range(low: $0, high: $0) }
        #expect(row.quantity("other", orRange: "low", "high") == range)
        #expect(row.moment("other") == nil)
    }
}
