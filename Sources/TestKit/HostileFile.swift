import Diagnostics
import Incidents
import Records
import Syntax

/// The way of any bytes through reader, decoder, rules, canonical JSON, Markdown, renderers and fixes, with what must
/// hold of each. The fuzz target and the bounded run in the tests share it.
package struct HostileFile {
    /// What did not hold, in words; empty where all did.
    package private(set) var violations: [String] = []
    private let bytes: [UInt8]
    private let limits: YAMLLimits

    /// Takes the bytes as a record, or as `aboveboard.yml` where they name neither a kind nor a status.
    package init(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
        self.bytes = bytes
        self.limits = limits
        if Self.has("kind:", in: bytes) || Self.has("status:", in: bytes) || !Self.has("url:", in: bytes) {
            consumeRecord()
        } else {
            consumeSite()
        }
    }

    private mutating func expect(_ isTrue: Bool, _ words: @autoclosure () -> String) {
        if !isTrue { violations.append(words()) }
    }

    private mutating func consumeRecord() {
        let source = SourceFile(path: "incidents/hostile.yml", bytes: bytes)
        var report = Report()
        guard let file = RecordReader(limits: limits).read(source, into: &report) else {
            expect(report.hasErrors, "a record was refused without an error")
            examine(report)
            return
        }
        let form = report
        if let site = Self.site {
            let check = SiteCheck(site: site, files: [file], asOf: Self.asOf)
            report.add(contentsOf: check.check(file))
            expect(
                check.check(file).sorted.map(\.message) == check.check(file).sorted.map(\.message),
                "rules waver")
        }
        expect(file.faults.isEmpty || form.hasErrors, "a value is unsound and nothing says why")
        examine(report)
        examineCanonicalForm(of: file)
        renderProse(of: file)
        applyFixes(of: report, to: source)
    }

    private mutating func consumeSite() {
        let source = SourceFile(path: "aboveboard.yml", bytes: bytes)
        var report = Report()
        guard let file = SiteReader().read(source, into: &report) else {
            expect(report.hasErrors, "a configuration was refused without an error")
            examine(report)
            return
        }
        report.add(contentsOf: SiteCheck(site: file, files: [], asOf: Self.asOf).checkConfiguration())
        expect(file.faults.isEmpty || report.hasErrors, "a value is unsound and nothing says why")
        examine(report)
        applyFixes(of: report, to: source)
    }

    /// Every finding can be shown: it has words, and its places and edits lie in the file.
    private mutating func examine(_ report: Report) {
        let findings = report.sorted
        let size = bytes.count
        for finding in findings.prefix(200) {
            expect(!finding.code.isEmpty && !finding.message.isEmpty, "a finding without words")
            expect(!finding.message.contains("\n"), "a message of several lines: \(finding.message)")
            expect(
                finding.primary.span.end <= size,
                "\(finding.code) stands at \(finding.primary.span.range) of \(size)")
            for fix in finding.fixes {
                expect(!fix.edits.isEmpty, "a fix of \(finding.code) without edits")
            }
        }
        let shown = Array(findings.prefix(20))
        let formats = DiagnosticFormat.allCases
        for format in [formats[0], formats[bytes.count % formats.count]] {
            let text = format.rendered(shown, RenderingOptions(usesColor: bytes.count % 2 == 0, width: 80))
            expect(shown.isEmpty || !text.isEmpty, "\(format) says nothing of \(shown.count) findings")
            expect(
                !text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x07 },
                "\(format) lets a control character onto the terminal")
        }
    }

    private mutating func examineCanonicalForm(of file: RecordFile) {
        let canonical = CanonicalRecord.bytes(of: file)
        do {
            let value = try JSONReader.read(canonical)
            expect(
                JSONWriter.bytes(of: value, .canonical) == canonical,
                "canonical JSON changes when it is read and written again")
        } catch {
            expect(false, "canonical JSON is not read back: \(error)")
        }
    }

    private mutating func renderProse(of file: RecordFile) {
        let record = file.record
        let renderer = MarkdownRenderer()
        for prose in ([record.summary] + record.updates.prefix(8).map(\.body)).prefix(9) {
            let html = String(decoding: renderer.html(prose), as: UTF8.self)
            expect(!html.contains("<script"), "Markdown lets a script through")
            _ = renderer.plainText(prose)
            _ = renderer.links(in: prose)
        }
    }

    /// Safe fixes leave a file that is read as well as before.
    private mutating func applyFixes(of report: Report, to source: SourceFile) {
        let applier = FixApplier(applying: Array(report.sorted.prefix(50)))
        for changed in applier.changed {
            expect(changed.bytes != changed.file.bytes, "a fix changes nothing")
            var again = Report()
            let file = SourceFile(path: source.path, bytes: changed.bytes)
            _ = RecordReader(limits: limits).read(file, into: &again)
            let hadSyntax = report.diagnostics.contains { $0.code == "yaml-syntax" }
            expect(
                hadSyntax || !again.diagnostics.contains { $0.code == "yaml-syntax" },
                "a safe fix breaks the file: \(applier.applied.map(\.fix.title))")
        }
    }

    private static func has(_ word: String, in bytes: [UInt8]) -> Bool {
        let wanted = Array(word.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains {
            bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted)
        }
    }

    private static let asOf = Moment(secondsSince1970: 1_790_000_000)

    private static let site: SiteFile? = {
        var report = Report()
        let text = """
            title: Northwind Bridge
            url: https://northwind.example.org/
            id_prefix: NWB
            issuers: [{id: eastwind, name: Eastwind}]
            assets:
              - {id: vault, name: Vault, type: contract}
              - {id: web-app, name: Web app, type: application}
              - {id: network, name: Network, issuer: eastwind}
            tokens: [{id: NWD, name: Northwind Dollar, decimals: 18}]
            """
        return SiteReader().read(SourceFile(path: "aboveboard.yml", text: text), into: &report)
    }()
}
