import Diagnostics
import System

extension Publisher {
    /// Checks as `check` does, and takes for published what git has at a commit: for a project that keeps no history yet.
    package func check(_ paths: [String] = [], against reference: String) throws -> CheckOutcome {
        let outcome = try check(paths)
        let selection = try Selection(paths, in: project)
        var ignored = Report()
        guard
            let library = try RecordLibrary.read(
                project, besides: selection.outsiders, jobs: options.jobs, into: &ignored)
        else { return outcome }
        var report = outcome.report
        let check = HistoryCheck(project: project, library: library, asOf: asOf(library), jobs: options.jobs)
        report.add(contentsOf: try check.run(against: reference, where: selection.contains))
        return CheckOutcome(report: report, fileCount: outcome.fileCount)
    }
}
