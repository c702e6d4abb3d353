import Diagnostics
import Incidents
import Syntax

/// Turns a record's file into a `RecordFile`: YAML, then the form of every field, then values.
package struct RecordReader: Sendable {
    private let yaml: YAMLReader

    /// `keepsRecords` is false for who lets go of each record before the next is read.
    package init(limits: YAMLLimits = YAMLLimits(), keepsRecords: Bool = true) {
        yaml = YAMLReader(limits: limits, keepsDocuments: keepsRecords)
    }

    /// Reads one record; nil where the file is no YAML mapping, which the report then says.
    ///
    /// The record that comes back may have faults: they are in the report, and `isSound` tells which values to trust.
    package func read(_ file: SourceFile, into report: inout Report) -> RecordFile? {
        readPlaced(file, into: &report)?.file
    }

    /// The same with the places of its fields, for who writes its canonical JSON next. They take more room than the
    /// record's text.
    package func readPlaced(_ file: SourceFile, into report: inout Report)
        -> (file: RecordFile, places: FieldPlaces)?
    {
        var reading = Report()
        let whole = yaml.read(file, into: &reading)
        report.add(contentsOf: reading)
        // What stands behind a second document's mark is not read, and everything that is missing then is no mistake.
        guard let document = whole, !reading.sorted.contains(where: { $0.code == "multiple-documents" })
        else {
            return nil
        }
        guard let root = document.root else {
            report.add(
                Diagnostic(
                    "empty-file", .error, "the record is empty", at: SourceSpan(file: file, start: 0, end: 0),
                    help: "`aboveboard new incident` writes a record to fill in"))
            return nil
        }
        var check = FormCheck(document)
        guard document[root].kind == .mapping else {
            check.fail(
                "wrong-type", "a record is a mapping of keys and values", at: document.openingSpan(root),
                help: "begin with its keys, such as id: ABC-2026-0001")
            report.add(contentsOf: check.report)
            return nil
        }
        let kind = kind(of: document, root)
        var shape = RecordFormat.of(kind).shape
        if let node = document.value(root, key: "kind"),
            !RecordKind.allCases.contains(where: { document.scalarEquals(node, $0.rawValue) })
        {
            // The word itself is judged against all kinds, so that the message names them.
            shape = shape.replacing("kind", by: .words(RecordKind.self))
        }
        let row = check.read(root, as: shape)
        report.add(contentsOf: check.report)
        let record = RecordDecoder(row: row, name: Self.name(of: file.path)).decode(
            kind, extensions: row.hasOtherKeys(root) ? document.extensions(of: root) : [])
        return (RecordFile(document: document, record: record, faults: check.faults), check.places)
    }

    /// The kind as written; where it cannot be read, the one that was most likely meant, else what the other keys and
    /// the status tell of it: what is only the consequence of a misspelt kind is no second mistake.
    private func kind(of document: YAMLDocument, _ root: YAMLDocument.NodeID) -> RecordKind {
        if let node = document.value(root, key: "kind") {
            let text = document.text(node)
            if let kind = RecordKind(rawValue: text) { return kind }
            let near = NearMiss.nearest(to: text, among: RecordKind.allCases.map(\.rawValue))
            if let kind = near.flatMap(RecordKind.init) { return kind }
        }
        if document.value(root, key: "products") != nil || document.value(root, key: "event") != nil {
            return .statement
        }
        if document.value(root, key: "affected") != nil || document.value(root, key: "fix") != nil {
            return .advisory
        }
        let status = document.value(root, key: "status")
        return RecordKind.allCases.first { kind in
            kind.statuses.contains { word in status.map { document.scalarEquals($0, word.rawValue) } ?? false
            }
        } ?? .incident
    }

    /// `incidents/2026/token-safe.yml` is called `token-safe`.
    package static func name(of path: String) -> String {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let file = folder.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        guard let point = file.utf8.lastIndex(of: UInt8(ascii: ".")), point > file.startIndex else {
            return String(file)
        }
        return String(file[..<point])
    }
}

extension ObjectShape {
    /// The same object with another shape for one field.
    func replacing(_ name: String, by shape: Shape) -> ObjectShape {
        ObjectShape(
            self.name,
            fields.map {
                $0.name == name
                    ? Field($0.name, shape, needed: $0.isRequired, $0.meaning, example: $0.example) : $0
            }, choices: choices, unless: unless)
    }
}
