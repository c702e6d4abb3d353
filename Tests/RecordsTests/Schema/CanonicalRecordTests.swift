import Diagnostics
import Syntax
import System
import Testing

@testable import Records

@Suite("A record as JSON")
struct CanonicalRecordTests {
    private static let records = String(
        #filePath.dropLast("RecordsTests/Schema/CanonicalRecordTests.swift".count) + "Fixtures/records")

    @Test("a record's bytes are those of its tree, written in order")
    func bytes() throws {
        let names = try Disk.files(under: Self.records).filter { $0.hasSuffix(".yml") }
        #expect(names.count > 5)
        for name in names {
            let source = SourceFile(path: name, bytes: try Disk.read(Disk.join(Self.records, name)))
            try expectBytesOfTree(source)
        }
    }

    @Test(
        "keys of the writer's own, aliases, flags, words for lists and what broke its form are written like the tree"
    )
    func rarities() throws {
        let texts = [
            "kind: incident\nx-z: {b: [1, {d: 2, c: true}], a: \"q\\\"\\\\\\n\\u0001\"}\ntitle: t\nx-a:\n",
            "kind: incident\ntimeline:\n  - &e {at: unknown, text: a, x-n: [b]}\n  - *e\n  - {text: c, phase: attack}\n",
            "kind: incident\nlosses: none\nadvice: unknown\nusers_affected: {count: 3, basis: b}\ndraft: TRUE\n",
            "kind: incident\nlosses: {token: BTC}\ntimeline: a\ntags: {b: c}\ntitle: [x, {y: z}]\nupdates: [[], {}]\n",
            "kind: incident\ntitel: a\nroot_cause:\n  summary: >-\n    é\n  kategory: b\nlessons: {}\n",
            "kind: advisory\nfix: {version: '1', mandatory: false}\naffected:\n- asset: a\n  versions: {fixed: \"2\"}\n",
            "kind: statement\nproducts: [{asset: a, checked: {at: 2026}}, b]\nposture: [a, b]\n",
            "kind: incidnet\nid: A\n",
        ]
        for text in texts { try expectBytesOfTree(SourceFile(path: "r.yml", text: text)) }
    }

    private func expectBytesOfTree(_ source: SourceFile) throws {
        var report = Report()
        let (file, places) = try #require(RecordReader().readPlaced(source, into: &report), "\(source.path)")
        let bytes = JSONWriter.bytes(of: CanonicalRecord.value(of: file), .canonical)
        #expect(CanonicalRecord.bytes(of: file) == bytes, "\(source.path)")
        #expect(CanonicalRecord.bytes(of: file, at: places) == bytes, "\(source.path)")
    }
}
