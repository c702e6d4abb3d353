import Diagnostics
import System

/// Publishes a site: discover, read, check, plan, render, write.
package struct Publisher: Sendable {
    package struct Options: Sendable {
        package var asOf = AsOf.data
        /// Whether drafts and records under embargo are published too: for a preview, never for readers.
        package var includesUnpublished = false
        package var jobs = ThisProcess.processorCount

        package init() {}
    }

    package let project: Project
    package let options: Options

    package init(_ project: Project, options: Options = Options()) {
        self.project = project
        self.options = options
    }

    /// What a check found, and over how many record files.
    package struct CheckOutcome: Sendable {
        package let report: Report
        package let fileCount: Int
    }

    /// Checks the whole site, or only the records at some paths while the others still count as its neighbours.
    ///
    /// A path may name a record, a folder of records or `aboveboard.yml`. A record from outside the site is checked as
    /// though it stood in it, in the place of the record with its id.
    package func check(_ paths: [String] = []) throws(FileFailure) -> CheckOutcome {
        var report = Report()
        let selection = try Selection(paths, in: project)
        guard
            let library = try RecordLibrary.read(
                project, besides: selection.outsiders, jobs: options.jobs, into: &report)
        else { return CheckOutcome(report: report, fileCount: 0) }
        guard !paths.isEmpty else { return CheckOutcome(report: report, fileCount: library.fileCount) }
        report.mapInPlace { selection.contains($0.primary.span.file.path) ? $0 : nil }
        return CheckOutcome(report: report, fileCount: library.paths.count(where: selection.contains))
    }
}
