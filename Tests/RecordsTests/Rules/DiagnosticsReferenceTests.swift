import Diagnostics
import Records
import System
import Testing

@Suite("the manual of the rules")
struct DiagnosticsReferenceTests {
    @Test("Documentation/Diagnostics.md is what the rules' comments say")
    func reference() throws {
        let path = Disk.join(CleanRecordsTests.root, "Documentation/Diagnostics.md")
        let wanted = DiagnosticsReference.markdown
        if Environment.value(of: "BLESS") == "1" { try Disk.write(Array(wanted.utf8), to: path) }
        let found = String(decoding: try Disk.read(path), as: UTF8.self)
        #expect(found == wanted, "run BLESS=1 swift test --filter DiagnosticsReferenceTests")
    }

    @Test("each page says what, why and how, with an example", arguments: RuleBook.codes)
    func pages(code: String) throws {
        let page = try #require(RuleBook.page(code))
        // The history's files are written by no hand.
        #expect(page.text.contains("```yaml") || page.chapter == "History")
        #expect(page.text.split(separator: "\n\n").count >= 2)
        #expect(page.text.hasPrefix(page.text.prefix(1).uppercased()))
        #expect(!page.title.hasSuffix("."))
        #expect(TextForm.rowID.accepts(page.code))
    }

    @Test("no code stands on two pages")
    func unique() {
        #expect(Set(RuleBook.codes).count == RuleBook.codes.count)
    }

    @Test("every code that the program can print has a page")
    func complete() throws {
        let printed = try sources(in: "Sources").flatMap { path -> [String] in
            let text = String(decoding: try Disk.read(Disk.join(CleanRecordsTests.root, path)), as: UTF8.self)
            return text.matches(of: /(?:Diagnostic|fail)\(\s*"([a-z0-9-]+)"/).map { String($0.1) }
        }
        #expect(printed.count > 60)
        let missing = Set(printed + IdentifierProblem.Code.allCases.map(\.rawValue)).subtracting(
            RuleBook.codes)
        #expect(missing == [])
    }

    private func sources(in folder: String) throws -> [String] {
        try Disk.names(in: Disk.join(CleanRecordsTests.root, folder)).flatMap { name -> [String] in
            let path = Disk.join(folder, name)
            if try Disk.kind(of: Disk.join(CleanRecordsTests.root, path)) == .folder {
                return try sources(in: path)
            }
            return path.hasSuffix(".swift") ? [path] : []
        }
    }

    @Test("what breaks a form cannot be allowed, and a flag outweighs the configuration")
    func options() throws {
        let text = Sample.record(id: "ACB-2026-0001", title: "Bridge drained.", "advise: none")
        func codes(_ site: String = Sample.site, _ options: CheckOptions = CheckOptions()) throws -> [String:
            Severity]
        {
            Dictionary(
                try findings(in: [text], site: site, options: options).report.diagnostics.map {
                    ($0.code, $0.severity)
                },
                uniquingKeysWith: max)
        }
        #expect(try codes()["title-full-stop"] == .error)
        #expect(try codes(options: ["title-full-stop", "unknown-key"], [])["title-full-stop"] == nil)
        #expect(try codes(options: ["title-full-stop", "unknown-key"], [])["unknown-key"] == .error)
        #expect(try codes(options: [], ["next-question"])["next-question"] == .error)
        let site = Sample.site + "\ncheck: {allow: [title-full-stop], deny: [next-question]}"
        #expect(try codes(site)["title-full-stop"] == nil)
        #expect(try codes(site)["next-question"] == .error)
        #expect(
            try codes(site, CheckOptions(allow: ["next-question"], deny: ["title-full-stop"]))[
                "next-question"] == nil)
        #expect(
            try codes(site, CheckOptions(allow: ["next-question"], deny: ["title-full-stop"]))[
                "title-full-stop"] == .error)
        func codes(options allow: [String], _ deny: [String]) throws -> [String: Severity] {
            try codes(Sample.site, CheckOptions(allow: allow, deny: deny))
        }
    }
}
