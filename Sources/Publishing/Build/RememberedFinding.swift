import Diagnostics
import Syntax

/// A finding as it is kept for the next build, which tells it again without reading and judging the record.
struct RememberedFinding: Sendable {
    /// A place in the record or, where that is told against it, in `aboveboard.yml`.
    fileprivate struct Place: Sendable {
        let isInConfiguration: Bool
        let start: Int
        let end: Int
        let text: String
    }

    private let code: String
    private let severity: Severity
    private let message: String
    /// The primary place first.
    private let places: [Place]
    private let notes: [String]
    private let help: String?
    private let fixes: [Repair]

    /// A fix; the words of an edit's place are what it puts there.
    fileprivate struct Repair: Sendable {
        let title: String
        let isSafe: Bool
        let edits: [Place]
    }

    /// Nil for a finding with a place in another file than the record and the configuration: that file may change.
    init?(_ finding: Diagnostic, of record: String) {
        func place(_ span: SourceSpan, _ text: String) -> Place? {
            let isInConfiguration = span.file.path == Project.configurationName
            guard isInConfiguration || span.file.path == record else { return nil }
            return Place(isInConfiguration: isInConfiguration, start: span.start, end: span.end, text: text)
        }
        guard finding.primary.span.file.path == record else { return nil }
        let labels = [finding.primary] + finding.secondary
        places = labels.compactMap { place($0.span, $0.text) }
        fixes = finding.fixes.map { fix in
            Repair(
                title: fix.title, isSafe: fix.isSafe,
                edits: fix.edits.compactMap { place($0.span, $0.replacement) })
        }
        guard places.count == labels.count,
            zip(fixes, finding.fixes).allSatisfy({ $0.edits.count == $1.edits.count })
        else { return nil }
        code = finding.code
        severity = finding.severity
        message = finding.message
        notes = finding.notes
        help = finding.help
    }

    /// The finding in files that have the bytes that they had.
    func told(in record: SourceFile, _ configuration: SourceFile) -> Diagnostic {
        func span(_ place: Place) -> SourceSpan {
            SourceSpan(
                file: place.isInConfiguration ? configuration : record, start: place.start, end: place.end)
        }
        let labels = places.map { Label(span($0), $0.text) }
        return Diagnostic(
            code, severity, message, at: labels[0], secondary: Array(labels.dropFirst()), notes: notes,
            help: help,
            fixes: fixes.map { fix in
                Fix(fix.title, edits: fix.edits.map { Fix.Edit(span($0), $0.text) }, isSafe: fix.isSafe)
            })
    }
}

extension RememberedFinding: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.write(code)
        writer.write(word: severity)
        writer.write(message)
        writer.write(places)
        writer.write(notes)
        writer.write(help)
        writer.write(fixes)
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        code = try reader.text()
        severity = try reader.word()
        message = try reader.text()
        places = try reader.values()
        notes = try reader.texts()
        help = try reader.optionalText()
        fixes = try reader.values()
        guard !places.isEmpty else { throw PackedFailure() }
    }
}

extension RememberedFinding.Place: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.write(isInConfiguration)
        writer.write(start)
        writer.write(end)
        writer.write(text)
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            isInConfiguration: try reader.flag(), start: try reader.integer(), end: try reader.integer(),
            text: try reader.text())
    }
}

extension RememberedFinding.Repair: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.write(title)
        writer.write(isSafe)
        writer.write(edits)
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(title: try reader.text(), isSafe: try reader.flag(), edits: try reader.values())
    }
}
