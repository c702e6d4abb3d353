import Diagnostics
import Site
import System

extension Publisher {
    /// The site as it stands published at the moment of the options, for what only reads it.
    package struct Reading: Sendable {
        package let report: Report
        /// Nil where errors in the configuration, a record or the theme stand in the way, which the report then says.
        package let site: (catalogue: Catalogue, theme: Theme)?
    }

    /// Reads all records without judging them: what a record says can be told before it is complete.
    package func read() throws(FileFailure) -> Reading {
        var report = Report()
        guard let library = try RecordLibrary.read(project, jobs: options.jobs, into: &report) else {
            return Reading(report: report, site: nil)
        }
        let (theme, found) = options.keptTheme.theme(
            of: try project.theme(of: library.site.configuration, into: &report))
        report.add(contentsOf: found)
        guard !report.hasErrors, let theme else { return Reading(report: report, site: nil) }
        return Reading(report: report, site: (try catalogue(of: library), theme))
    }
}
