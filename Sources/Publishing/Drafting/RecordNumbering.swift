import Diagnostics
import Incidents
import Records
import Syntax
import System

/// The ids that a site's records have, and the next one that is free.
package struct RecordNumbering: Sendable {
    /// Each record's id and path, in the order of the paths; a file whose id cannot be read is left out.
    package let records: [(id: String, path: String)]

    /// Reads no more of the records than their ids.
    package init(_ project: Project) throws(FileFailure) {
        var records: [(id: String, path: String)] = []
        for path in try project.recordPaths() {
            var findings = Report()
            guard let document = YAMLReader().read(try project.source(path), into: &findings),
                let root = document.root, let id = document.value(root, key: "id")
            else { continue }
            records.append((document.text(id), path))
        }
        self.records = records
    }

    /// `PREFIX-YEAR-NNNN` with the number behind the highest of that prefix and year; 0001 where there is none.
    package func nextID(prefix: String, year: Int) -> String {
        let head = "\(prefix)-\(Moment.padded(year, 4))-"
        let numbers = records.compactMap { record in
            record.id.hasPrefix(head) ? Int(record.id.dropFirst(head.utf8.count)) : nil
        }
        return head + Moment.padded(min((numbers.max() ?? 0), 999_999_998) + 1, 4)
    }

    /// The path of the record that a writer names by its id (in any case), by its file or by the file's name.
    package func path(of name: String) -> String? {
        let wanted = name.uppercased()
        if let record = records.first(where: { $0.id == name }) { return record.path }
        if let record = records.first(where: { $0.id.uppercased() == wanted }) { return record.path }
        return records.first { $0.path == name || RecordReader.name(of: $0.path) == name }?.path
    }
}
