import Diagnostics
import Incidents
import Records
import Syntax
import System

/// The site's configuration and all its records as they were read, with what there was to say about their form.
package struct RecordLibrary: Sendable {
    package let site: SiteFile
    /// In the order of their paths.
    package let files: [RecordFile]
    /// How many record files there are, those that could not be read included.
    package let fileCount: Int
    /// The findings of form about every file.
    package let formReport: Report

    /// A site of more records than this is refused before it is read.
    package static let mostRecords = 100_000

    /// Reads everything, records on several threads. Nil, and the report says why, where the configuration itself
    /// cannot be read.
    package static func read(
        _ project: Project, paths: [String]? = nil, jobs: Int, into report: inout Report
    ) throws(FileFailure) -> RecordLibrary? {
        let configuration = try project.source(Project.configurationName)
        guard let site = SiteReader().read(configuration, into: &report) else { return nil }
        let paths = if let paths { paths } else { try project.recordPaths() }
        guard paths.count <= mostRecords else {
            report.add(
                Diagnostic(
                    "too-many-records", "a site holds at most \(mostRecords) records, and this one has \(paths.count)",
                    at: SourceSpan(file: configuration, start: 0, end: 0), help: "split it into several sites"))
            return nil
        }
        let readings = WorkerThreads.map(paths.count, jobs: jobs) { Reading(project, paths[$0]) }
        var form = report
        var files: [RecordFile] = []
        files.reserveCapacity(readings.count)
        for reading in readings {
            if let failure = reading.failure { throw failure }
            form.add(contentsOf: reading.report)
            if let file = reading.file { files.append(file) }
        }
        report = form
        return RecordLibrary(site: site, files: files, fileCount: paths.count, formReport: form)
    }

    /// One record file, read on whichever thread comes to it.
    private struct Reading: Sendable {
        var file: RecordFile?
        var report = Report()
        var failure: FileFailure?

        init(_ project: Project, _ path: String) {
            do {
                file = RecordReader().read(try project.source(path), into: &report)
            } catch {
                failure = error
            }
        }
    }
}
