import Diagnostics
import Incidents
import Records
import Syntax
import System

/// The site's configuration and all its records as they were read.
package struct RecordLibrary: Sendable {
    package let site: SiteFile
    /// The records that could be read, in the order of their paths.
    package let files: [RecordFile]
    /// Every record file, those that could not be read included.
    package let paths: [String]
    /// The texts beside a record that its references name, by the record's path.
    package let attachments: [String: [Attachment]]

    /// What is known of every record, those included that were not read again; in the order of their paths.
    let facts: [RecordFacts]

    /// Whether no record was unreadable, so that "there is no such record" can be said.
    var isWhole: Bool { facts.count == paths.count }

    package struct Attachment: Sendable {
        /// As the reference writes it.
        package let path: String
        package let bytes: [UInt8]
    }

    package var fileCount: Int { paths.count }

    /// The texts beside the records that are wanted, as sources with their paths from the project's folder.
    func attachmentSources(where isWanted: (String) -> Bool) -> [SourceFile] {
        guard !attachments.isEmpty else { return [] }
        return files.filter { isWanted($0.file.path) }.flatMap { file in
            (attachments[file.file.path] ?? []).map {
                SourceFile(path: Disk.join(Disk.split(file.file.path).folder, $0.path), bytes: $0.bytes)
            }
        }
    }

    /// A site of more records than this is refused before it is read.
    package static let mostRecords = 100_000

    static func tooMany(_ count: Int, in configuration: SourceFile) -> Diagnostic {
        Diagnostic(
            "too-many-records", "a site holds at most \(mostRecords) records, and this one has \(count)",
            at: SourceSpan(file: configuration, start: 0, end: 0), help: "split it into several sites")
    }

    /// Reads everything, records on several threads. Nil, and the report says why, where the configuration itself
    /// cannot be read.
    ///
    /// `outsiders` are further records by their absolute paths; each takes the place of the site's own with its id.
    package static func read(
        _ project: Project, besides outsiders: [String] = [], jobs: Int, into report: inout Report
    ) throws(FileFailure) -> RecordLibrary? {
        let configuration = try project.source(Project.configurationName)
        guard let site = SiteReader().read(configuration, into: &report) else { return nil }
        let paths = try project.recordPaths() + outsiders
        guard paths.count <= mostRecords else {
            report.add(tooMany(paths.count, in: configuration))
            return nil
        }
        let ownCount = paths.count - outsiders.count
        let readings = WorkerThreads.map(paths.count, jobs: jobs) {
            RecordReading(project, paths[$0])
        }
        let replaced = Set(readings.dropFirst(ownCount).compactMap(\.file?.record.id))
        var files: [RecordFile] = []
        files.reserveCapacity(readings.count)
        var attachments: [String: [Attachment]] = [:]
        for (index, reading) in readings.enumerated() {
            if let failure = reading.failure { throw failure }
            report.add(contentsOf: reading.report)
            guard let file = reading.file else { continue }
            if index < ownCount, replaced.contains(file.record.id) { continue }
            files.append(file)
            if !reading.attachments.isEmpty { attachments[file.file.path] = reading.attachments }
        }
        return RecordLibrary(
            site: site, files: files, paths: paths, attachments: attachments,
            facts: files.map(RecordFacts.init))
    }
}
