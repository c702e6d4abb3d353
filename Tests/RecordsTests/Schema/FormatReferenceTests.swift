import Records
import System
import Testing

@Suite struct FormatReferenceTests {
    private static let path =
        #filePath.dropLast("/Tests/RecordsTests/Schema/FormatReferenceTests.swift".count)
        + "/Documentation/RecordFormat.md"

    @Test("Documentation/RecordFormat.md is what the declarations say; BLESS=1 writes it")
    func page() throws {
        let page = FormatReference.page()
        if Environment.isSet("BLESS") { try Disk.write(Array(page.utf8), to: String(Self.path)) }
        let written = String(decoding: try Disk.read(String(Self.path)), as: UTF8.self)
        #expect(written == page)
    }

    @Test("every field of every kind has its heading")
    func headings() {
        let page = FormatReference.page()
        for heading in [
            "id", "losses.at_large", "losses.value.currency", "products.checked.method", "fix.deadline",
            "feeds.authority",
        ] {
            #expect(page.contains("### `\(heading)`\n"), "\(heading)")
        }
    }
}
