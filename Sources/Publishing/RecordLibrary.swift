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
            report.add(
                Diagnostic(
                    "too-many-records",
                    "a site holds at most \(mostRecords) records, and this one has \(paths.count)",
                    at: SourceSpan(file: configuration, start: 0, end: 0), help: "split it into several sites"
                ))
            return nil
        }
        let ownCount = paths.count - outsiders.count
        let readings = WorkerThreads.map(paths.count, jobs: jobs) {
            Reading(project, paths[$0], isOutsider: $0 >= ownCount)
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
        return RecordLibrary(site: site, files: files, paths: paths, attachments: attachments)
    }

    /// One record file with the texts beside it, read on whichever thread comes to it.
    private struct Reading: Sendable {
        var file: RecordFile?
        var attachments: [Attachment] = []
        var report = Report()
        var failure: FileFailure?

        init(_ project: Project, _ path: String, isOutsider: Bool) {
            do throws(FileFailure) {
                let source =
                    isOutsider
                    ? SourceFile(path: path, bytes: try Disk.read(path, limit: Project.largestFile))
                    : try project.source(path)
                file = RecordReader().read(source, into: &report)
                guard let file else { return }
                let folder = isOutsider ? Disk.split(path).folder : project.path(Disk.split(path).folder)
                try readAttachments(of: file, in: folder)
            } catch {
                failure = error
            }
        }

        private mutating func readAttachments(of file: RecordFile, in folder: String) throws(FileFailure) {
            for (index, reference) in file.record.references.enumerated() {
                guard let name = reference.file, file.isSound("references", .index(index), "file") else {
                    continue
                }
                let path = Disk.join(folder, name)
                if try Disk.kind(of: path) == .file {
                    attachments.append(
                        Attachment(path: name, bytes: try Disk.read(path, limit: Project.largestFile)))
                } else {
                    report.add(
                        Diagnostic(
                            "missing-attachment", "there is no file `\(name)` beside this record",
                            at: file.span("references", .index(index), "file"),
                            help:
                                "put the text at \(Disk.split(file.file.path).folder)/\(name), or take the key away"
                        ))
                }
            }
        }
    }
}
