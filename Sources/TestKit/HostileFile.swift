import Diagnostics
import Incidents
import Records
import Syntax

/// The way of any bytes through reader, decoder, rules, canonical JSON, Markdown, renderers and fixes, with what must
/// hold of each. The fuzz target and the replay in the tests share it; `Documentation/Fuzzing.md` lists what it holds.
package struct HostileFile {
    /// What did not hold, in words; empty where all did.
    package private(set) var violations: [String] = []
    /// Whether the bytes could be read as a mapping, and whether anything is wrong with them.
    package let isRead: Bool
    package let isSound: Bool
    private let source: SourceFile

    /// Takes the bytes as a record, or as `aboveboard.yml` where they name neither a kind nor a status.
    package init(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
        let isRecord =
            Self.has("kind:", in: bytes) || Self.has("status:", in: bytes) || !Self.has("url:", in: bytes)
        source = SourceFile(path: isRecord ? "incidents/hostile.yml" : "aboveboard.yml", bytes: bytes)
        let judged = JudgedFile(source, isRecord: isRecord, limits: limits)
        isRead = judged.isRead
        isSound = judged.isRead && !judged.report.hasErrors
        let again = JudgedFile(
            SourceFile(path: source.path, bytes: bytes), isRecord: isRecord, limits: limits)
        expect(
            judged.report.sorted.map(Self.words) == again.report.sorted.map(Self.words),
            "findings waver from one run to the next")
        expect(judged.isRead || judged.report.hasErrors, "a file was refused without an error")
        expect(!judged.hasFaults || judged.hasFormErrors, "a value is unsound and nothing says why")
        examine(judged.report)
        if let record = judged.record {
            examineCanonicalForm(of: record)
            renderProse(of: record)
        }
        applyFixes(of: judged.report, isRecord: isRecord, limits: limits)
    }

    private mutating func expect(_ isTrue: Bool, _ words: @autoclosure () -> String) {
        if !isTrue { violations.append(words()) }
    }

    /// Every finding can be shown: it has words, and its places and edits lie in the file and split no character.
    private mutating func examine(_ report: Report) {
        let findings = report.sorted
        // Bytes that are no text have no characters to split; the finding that says so may lie behind many others.
        let isText = String(validating: source.bytes, as: UTF8.self) != nil
        for finding in findings.prefix(200) {
            expect(!finding.code.isEmpty && !finding.message.isEmpty, "a finding without words")
            expect(!finding.message.contains("\n"), "a message of several lines: \(finding.message)")
            expect(RuleBook.page(finding.code) != nil, "\(finding.code) has no page")
            examine(finding.primary.span, of: finding, isText: isText)
            for label in finding.secondary { examine(label.span, of: finding, isText: isText) }
            for fix in finding.fixes {
                expect(!fix.edits.isEmpty, "a fix of \(finding.code) without edits")
                for edit in fix.edits { examine(edit.span, of: finding, isText: isText) }
            }
        }
        let shown = Array(findings.prefix(20))
        let formats = DiagnosticFormat.allCases
        let size = source.bytes.count
        for format in [formats[0], formats[size % formats.count]] {
            let text = format.rendered(shown, RenderingOptions(usesColor: size % 2 == 0, width: 80))
            expect(shown.isEmpty || !text.isEmpty, "\(format) says nothing of \(shown.count) findings")
            expect(
                !text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x07 },
                "\(format) lets a control character onto the terminal")
        }
    }

    private mutating func examine(_ span: SourceSpan, of finding: Diagnostic, isText: Bool) {
        guard span.file.path == source.path else { return }
        let bytes = source.bytes
        expect(
            span.start <= span.end && span.end <= bytes.count,
            "\(finding.code) stands at \(span.range) of \(bytes.count)")
        guard isText else { return }
        for end in [span.start, span.end] where end < bytes.count {
            expect(bytes[end] & 0xC0 != 0x80, "\(finding.code) splits a character at \(end)")
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

    /// Safe fixes leave a file that is read as well as before, and each of them ends the finding that it answers.
    private mutating func applyFixes(of report: Report, isRecord: Bool, limits: YAMLLimits) {
        let applier = FixApplier(applying: Array(report.sorted.prefix(50)))
        for changed in applier.changed where changed.file === source {
            expect(changed.bytes != source.bytes, "a fix changes nothing")
            let file = SourceFile(path: source.path, bytes: changed.bytes)
            let again = JudgedFile(file, isRecord: isRecord, limits: limits).report.sorted
            for code in ["yaml-syntax", "duplicate-key"]
            where !report.diagnostics.contains(where: { $0.code == code }) {
                expect(
                    // What stood behind a break of the grammar was not read before.
                    report.diagnostics.contains { $0.code == "yaml-syntax" }
                        || !again.contains { $0.code == code },
                    "a safe fix brings \(code): \(applier.applied.map(\.fix.title))")
            }
            expectEnd(of: applier.applied, in: again)
        }
    }

    /// Nothing that a safe fix wrote is found by the same rule again, to be fixed in the same place once more.
    private mutating func expectEnd(of applied: [FixApplier.AppliedFix], in again: [Diagnostic]) {
        let edits = applied.flatMap(\.fix.edits)
        for one in applied {
            for edit in one.fix.edits where !edit.replacement.isEmpty {
                let shift = edits.filter { $0.span.start < edit.span.start }
                    .reduce(0) { $0 + $1.replacement.utf8.count - $1.span.range.count }
                let start = edit.span.start + shift
                let written = start..<start + edit.replacement.utf8.count
                expect(
                    !again.contains { finding in
                        finding.code == one.diagnostic.code
                            && finding.fixes.contains {
                                $0.isSafe && $0.edits.contains { $0.span.range == written }
                            }
                    }, "\(one.diagnostic.code) is found again where it was fixed: \(edit.replacement)")
            }
        }
    }

    private static func words(_ finding: Diagnostic) -> String {
        let fixes = finding.fixes.flatMap(\.edits).map { "\($0.span.range)\($0.replacement)" }
        let places = finding.secondary.map { "\($0.span.range)\($0.text)" }
        return "\(finding.code) \(finding.severity) \(finding.primary.span.range) \(finding.message) "
            + "\(finding.primary.text) \(places) \(finding.notes) \(finding.help ?? "") \(fixes)"
    }

    private static func has(_ word: String, in bytes: [UInt8]) -> Bool {
        let wanted = Array(word.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains {
            bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted)
        }
    }
}
