import ArgumentParser
import Incidents
import Publishing
import Records
import System

/// `aboveboard init`: a new site from nothing.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a site: configuration, an example record, and a workflow that publishes it.",
        discussion: """
            Nothing that is there already is overwritten. On a terminal it asks for what no flag gives.

            EXAMPLES:
              aboveboard init
              aboveboard init disclosures --title "Example incidents" --url https://example.org/incidents/
              aboveboard init --id-prefix EXM --asset "Example bridge" --contact security@example.org
            """)

    @Argument(help: ArgumentHelp("The site's folder; made where there is none.", valueName: "folder"))
    var folder = "."

    @Option(help: "The site's name.")
    var title: String?

    @Option(help: "The site's absolute address, a sub-path included.")
    var url: String?

    @Option(
        name: .customLong("id-prefix"),
        help: ArgumentHelp("What record ids begin with, in capital letters.", valueName: "org"))
    var idPrefix: String?

    @Option(help: ArgumentHelp("Who publishes; the title without it.", valueName: "name"))
    var publisher: String?

    @Option(help: ArgumentHelp("An e-mail address for security matters.", valueName: "address"))
    var contact: String?

    @Option(help: ArgumentHelp("The first thing that an incident could touch.", valueName: "name"))
    var asset: String?

    @Option(
        help: ArgumentHelp(
            "The address of Aboveboard's own repository, for the workflow that builds it.", valueName: "url"))
    var source: String?

    private static let placeholderAddress = "https://incidents.example.org/"

    func validate() throws {
        if let url, !TextForm.url.accepts(url) { throw ValidationError("--url: \(TextForm.url.hint)") }
        if let idPrefix, !Self.isPrefix(idPrefix) {
            throw ValidationError(
                "--id-prefix is a capital letter and up to 15 more letters or digits, such as ABC")
        }
    }

    private static func isPrefix(_ text: String) -> Bool { TextForm.recordID.accepts(text + "-2026-0001") }

    func run() throws {
        let draft = try draft()
        if folder != "." { try Disk.makeFolder(folder) }
        // A site that is there already has its own name and register: only what stands alone is added to it.
        let isNew = !Disk.exists(Disk.join(folder, Project.configurationName))
        for file in draft.files where isNew || !file.path.hasPrefix("incidents/") {
            let path = Disk.join(folder, file.path)
            try Disk.makeFolder(Disk.split(path).folder)
            do {
                try Disk.create(Array(file.text.utf8), at: path)
                try StandardStream.output.write("wrote \(path)\n")
            } catch {
                guard error.reason == .exists else { throw error }
                try StandardStream.output.write("kept \(path), which was there before\n")
            }
        }
        guard isNew else { return }
        var steps = ["next:"]
        if folder != "." { steps.append("  cd \(folder)") }
        if draft.url == Self.placeholderAddress {
            steps.append("  set `url` and `feeds.authority` in aboveboard.yml to your own address")
        }
        steps += ["  aboveboard new incident", "  aboveboard check", "  aboveboard build"]
        try StandardStream.output.write(steps.joined(separator: "\n") + "\n")
    }

    private func draft() throws -> SiteDraft {
        let prompt = Prompt()
        let now = Moment(secondsSince1970: WallClock.secondsSinceEpoch())
        let folderName = Disk.split(try Disk.absolutePath(of: folder)).name
        let presetTitle = folderName.isEmpty || folderName == "/" ? "Incident disclosures" : folderName
        var title = title
        var url = url
        if prompt.isPossible {
            title = try title ?? prompt.ask("The site's name", preset: presetTitle)
            url =
                try url
                ?? prompt.ask("Its address", preset: Self.placeholderAddress) {
                    TextForm.url.accepts($0) ? $0 : nil
                }
        }
        var draft = SiteDraft(title: title ?? presetTitle, url: url ?? Self.placeholderAddress, moment: now)
        if prompt.isPossible, idPrefix == nil {
            draft.idPrefix =
                try prompt.ask("What record ids begin with", preset: draft.idPrefix) {
                    Self.isPrefix($0) ? $0 : nil
                } ?? draft.idPrefix
        }
        if let idPrefix { draft.idPrefix = idPrefix }
        if let publisher { draft.publisher = publisher }
        if let asset { draft.assetName = asset }
        draft.contact = contact
        draft.programSource = source
        return draft
    }
}
