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
            var report = Report()
            let source = SourceFile(path: name, bytes: try Disk.read(Disk.join(Self.records, name)))
            let file = try #require(RecordReader().read(source, into: &report), "\(name)")
            let tree = CanonicalRecord.value(of: file)
            #expect(CanonicalRecord.bytes(of: file) == JSONWriter.bytes(of: tree, .canonical), "\(name)")
        }
    }
}
