import ArgumentParser
import Diagnostics
import Incidents
import Publishing
import Records
import System

extension RecordKind: ExpressibleByArgument {}
extension RecordStatus: ExpressibleByArgument {}
extension IncidentSeverity: ExpressibleByArgument {}

/// `aboveboard new`: a record with the next free id and the fields that its first stage asks for.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new record: an incident, a statement or an advisory.",
        discussion: """
            On a terminal it asks for what no flag gives. What is not known yet is written as unknown; what only you \
            can say is left empty, and `check` names it until it is filled in.

            EXAMPLES:
              aboveboard new incident
              aboveboard new incident --title "Withdrawals are paused" --severity high --asset bridge --next-update 2h
              aboveboard new statement --event "npm supply-chain attack" --event-url https://example.org/npm
              aboveboard new advisory --title "Update the wallet to 1.4.2" --severity critical
            """)

    @Argument(help: ArgumentHelp("incident, statement or advisory.", valueName: "kind"))
    var kind: RecordKind

    @Option(help: "What happened, in at most 110 characters.")
    var title: String?

    @Option(help: "What happened, since when, and what it means for readers.")
    var summary: String?

    @Option(help: ArgumentHelp("How bad it is; unknown without it.", valueName: "severity"))
    var severity: IncidentSeverity?

    @Option(help: ArgumentHelp("How far it has come; the kind's first word without it.", valueName: "status"))
    var status: RecordStatus?

    @Option(help: "The page's address and the file's name: small letters, digits and hyphens.")
    var slug: String?

    @Option(
        help: ArgumentHelp("An id of the asset register that is affected; may be repeated.", valueName: "id"))
    var asset: [String] = []

    @Option(
        help: ArgumentHelp(
            "When the first public word is said: now, or a moment. Now without it.", valueName: "moment"))
    var disclosed: WhenArgument?

    @Option(
        name: .customLong("next-update"),
        help: ArgumentHelp(
            "When readers hear more: a time from now such as 2h, a moment, none or unknown.",
            valueName: "when"))
    var nextUpdate: PromiseArgument?

    @Option(help: ArgumentHelp("For a statement: what the incident elsewhere is called.", valueName: "name"))
    var event: String?

    @Option(
        name: .customLong("event-url"),
        help: ArgumentHelp("For a statement: where the incident elsewhere is told.", valueName: "url"))
    var eventAddress: String?

    @OptionGroup var place: ProjectOption

    func validate() throws {
        if let status, !kind.statuses.contains(status) {
            let words = kind.statuses.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--status of \(article(kind)) is one of \(words)")
        }
        if severity != nil, kind == .statement {
            throw ValidationError(
                "--severity does not belong to a statement: it speaks of somebody else's incident")
        }
        if kind != .statement, event != nil || eventAddress != nil {
            throw ValidationError("--event and --event-url belong to a statement alone")
        }
        if kind != .incident, nextUpdate != nil {
            throw ValidationError("--next-update belongs to an incident's first update")
        }
        if let slug, !TextForm.slug.accepts(slug) { throw ValidationError("--slug: \(TextForm.slug.hint)") }
        if let eventAddress, !TextForm.url.accepts(eventAddress) {
            throw ValidationError("--event-url: \(TextForm.url.hint)")
        }
        for (name, text) in [("--title", title), ("--event", event)] {
            if let text, text.contains(where: \.isNewline) {
                throw ValidationError("\(name) is one line of text")
            }
        }
    }

    private func article(_ kind: RecordKind) -> String {
        (kind == .statement ? "a " : "an ") + kind.rawValue
    }

    func run() throws {
        let project = try place.find()
        let site = try project.configuration()
        for id in asset where site.asset(id) == nil {
            let near = NearMiss.nearest(to: id, among: site.assets.map(\.id)).map { "did you mean \($0)?" }
            throw CommandFailure(
                "\(id) is not in the asset register of aboveboard.yml",
                help: near ?? "the register has \(site.assets.map(\.id).joined(separator: ", "))")
        }
        guard let prefix = site.idPrefix else {
            throw CommandFailure(
                "aboveboard.yml does not say what record ids begin with",
                help: "add a line such as id_prefix: ABC", status: ExitStatus.errors)
        }
        let now = Moment(secondsSince1970: WallClock.secondsSinceEpoch())
        let moment = disclosed?.moment(from: now) ?? now
        // Of a time with an offset the year counts where the writer stands.
        let year = Int(moment.text.prefix(4)) ?? moment.year
        let id = try RecordNumbering(project).nextID(prefix: prefix, year: year)
        var draft = RecordDraft(kind, id: id, disclosed: moment, site: site)
        draft.affected = asset
        if let status { draft.status = status }
        if let severity { draft.severity = severity }
        if let nextUpdate { draft.nextUpdate = nextUpdate.text(from: now) }
        (draft.title, draft.summary) = (title, summary)
        (draft.eventName, draft.eventAddress) = (event, eventAddress)
        try ask(&draft, now: now)
        try write(draft, year: year, in: project)
    }

    private func ask(_ draft: inout RecordDraft, now: Moment) throws {
        let prompt = Prompt()
        guard prompt.isPossible else { return }
        if draft.title == nil { draft.title = try prompt.ask("What happened, in one line") }
        if draft.summary == nil {
            draft.summary = try prompt.askLines("What happened, since when, and what it means for readers")
        }
        if kind != .statement, severity == nil {
            let words = IncidentSeverity.allCases.map(\.rawValue).joined(separator: ", ")
            draft.severity =
                try prompt.ask(
                    "How bad it is (\(words))", preset: "unknown", IncidentSeverity.init(rawValue:))
                ?? .unknown
        }
        if kind == .statement, event == nil {
            draft.eventName = try prompt.ask("What the incident elsewhere is called")
        }
        if kind == .statement, eventAddress == nil {
            draft.eventAddress = try prompt.ask("Where it is told (an address)")
        }
        if kind == .incident, nextUpdate == nil {
            let promise = try prompt.ask(
                "When readers hear more (2h, a moment, none, unknown)", preset: "unknown",
                PromiseArgument.init(argument:))
            if let promise { draft.nextUpdate = promise.text(from: now) }
        }
    }

    private func write(_ draft: RecordDraft, year: Int, in project: Project) throws {
        let name = slug ?? SiteDraft.rowID(from: draft.title ?? draft.id, fallback: draft.id.lowercased())
        let path = "incidents/\(Moment.padded(year, 4))/\(name).yml"
        try Disk.makeFolder(Disk.split(project.path(path)).folder)
        do {
            try Disk.create(Array(draft.text.utf8), at: project.path(path))
        } catch {
            guard error.reason == .exists else { throw error }
            throw CommandFailure("\(path) is there already", help: "choose another name with --slug")
        }
        try StandardStream.output.write("wrote \(path) (\(draft.id))\n")
        try CommandFrame.tellErrors(of: path, in: project, under: "still to fill in")
    }
}
