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

    @Flag(
        help: "Make everything anew, also what the last build made already; the site is the same either way.")
    var clean = false

    @Flag(help: "Tell how long each stage took.")
    var timings = false

    @Option(
        help: ArgumentHelp(
            "Make only some kinds of files, for measuring: pages, lists, feeds, data, archives, more, with commas "
                + "between them. Pages lead to files of every kind, so a site for readers has them all.",
            valueName: "kinds"))
    var outputs: OutputKinds?

    @OptionGroup var site: SiteOptions
    @OptionGroup var place: ProjectOption
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        let project = try place.find()
        var options = site.publisherOptions
        options.includesUnpublished = drafts
        options.endsProcess = true
        if let outputs { options.outputs = outputs.kinds }
        let folder = try output ?? shown(project.outputFolder)
        let progress = options.progress
        let outcome = try ProgressDisplay(progress, isQuiet: reporting.quiet).during {
            try Publisher(project, options: options).build(into: folder, isForced: force, isClean: clean) {
                _ = try? StandardStream.error.write(
                    "waiting for another build of \(VisibleText.of(folder))\n")
            }
        }
        let subject = "checked \(ReportSummary.counted(outcome.fileCount, "record"))"
        let status = try reporting.tell(outcome.report.sorted, over: subject)
        guard let summary = outcome.summary else {
            CommandFrame.complain("nothing was written, since errors were found")
            throw ExitStatus.errors
        }
        if timings {
            try StandardStream.error.write(
                ProgressDisplay.table(progress, records: outcome.recordCount)
                    + "peak memory \(ThisProcess.peakMemory / 1_048_576) MiB\n")
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
