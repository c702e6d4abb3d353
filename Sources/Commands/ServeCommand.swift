import ArgumentParser
import Diagnostics
import Publishing
import System

/// `aboveboard serve`: the site in a browser while it is being written.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the site in a browser, and again after every change.",
        discussion: """
            Pages that are open reload by themselves when a record, the configuration or the theme is saved. Errors \
            are shown in the page, which stays as it was until they are mended. The preview is built into \
            .aboveboard/preview/; site/ is left alone.

            EXAMPLES:
              aboveboard serve
              aboveboard serve --port 4000 --no-drafts
            """)

    @Option(
        help: ArgumentHelp(
            "The address to listen on. Any other than this machine's own lets others see drafts.",
            valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp("The port; the first free one from 8000 on without it.", valueName: "number"))
    var port: UInt16?

    @Flag(
        inversion: .prefixedNo,
        help: "Show drafts and records under embargo too; --no-drafts shows what readers will see.")
    var drafts = true

    @OptionGroup var site: SiteOptions
    @OptionGroup var place: ProjectOption
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        let project = try place.find()
        var options = site.publisherOptions
        options.includesUnpublished = drafts
        let preview: Preview
        do {
            preview = try Preview(of: project, options: options, host: host, port: port)
        } catch let failure as NetworkFailure {
            throw CommandFailure(
                failure.description,
                help: failure.isTaken
                    ? "name another port with --port, or leave it out to take a free one" : nil,
                status: ExitStatus.world)
        }
        try StandardStream.output.write("\(preview.server.address)\n")
        if !reporting.quiet {
            try StandardStream.error.write("serving \(project.folder) until Ctrl-C\n")
        }
        guard DetachedThread.start({ preview.server.run() }) else {
            throw CommandFailure("the system has no thread to give", status: ExitStatus.world)
        }
        preview.keepBuilding { round in tell(round) }
    }

    /// A line for each build and its findings. What cannot be told is no reason to stop: the page tells it too.
    private func tell(_ result: Result<Preview.Round, FileFailure>) {
        switch result {
        case .failure(let failure): CommandFrame.complain(failure.message)
        case .success(let round):
            _ = try? reporting.tell(
                round.report.sorted, over: "checked \(ReportSummary.counted(round.recordCount, "record"))")
            guard !reporting.quiet else { return }
            let time = "\(Int(round.milliseconds.rounded())) ms"
            let line =
                round.summary.map { "built in \(time): \($0.written) written, \($0.removed) removed" }
                ?? "not built; the last good site stays"
            _ = try? StandardStream.error.write(line + "\n")
        }
    }
}
