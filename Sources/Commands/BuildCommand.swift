import ArgumentParser
import Diagnostics
import Publishing
import System

/// `aboveboard build`: the site from its records, or the reasons why not.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Check the records and write the site.",
        discussion: """
            With errors nothing is written, and the last site stays as it is. Files that did not change are not \
            written again; what the last build wrote and this one does not is removed.

            EXAMPLES:
              aboveboard build
              aboveboard build --output public --as-of now
              aboveboard build --drafts --output preview
            """)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder to write; site/ without it.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(
        help: "Write into a folder that holds files of somebody else's; they are kept, except for namesakes.")
    var force = false

    @Flag(help: "Publish drafts and records under embargo too: for a preview, never for readers.")
    var drafts = false

    @OptionGroup var site: SiteOptions
    @OptionGroup var place: ProjectOption
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        let project = try place.find()
        var options = site.publisherOptions
        options.includesUnpublished = drafts
        let folder = try output ?? shown(project.outputFolder)
        let outcome = try Publisher(project, options: options).build(into: folder, isForced: force) {
            _ = try? StandardStream.error.write("waiting for another build of \(VisibleText.of(folder))\n")
        }
        let subject = "checked \(ReportSummary.counted(outcome.fileCount, "record"))"
        let status = try reporting.tell(outcome.report.sorted, over: subject)
        guard let summary = outcome.summary else {
            CommandFrame.complain("nothing was written, since errors were found")
            throw ExitStatus.errors
        }
        if !reporting.quiet {
            let counts = [
                "\(summary.written) written", "\(summary.unchanged) unchanged", "\(summary.removed) removed",
            ].joined(separator: ", ")
            try StandardStream.error.write(
                "built \(VisibleText.of(folder)) from \(ReportSummary.counted(outcome.recordCount, "record")): \(counts)\n"
            )
        }
        if status != .success { throw status }
    }

    /// A folder below the working folder as a person would type it.
    private func shown(_ path: String) throws -> String {
        let here = try Disk.currentFolder()
        return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
    }
}
