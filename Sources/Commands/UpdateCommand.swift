import ArgumentParser
import Diagnostics
import Incidents
import Publishing
import Records
import Syntax
import System

/// `aboveboard update`: tells readers more, in a record that stays as its writer laid it out.
struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Add an update to a record.",
        discussion: """
            The update goes behind the last one, and the record's status follows it; all other lines stay as they are, \
            comments included. Without --body the text is asked for on a terminal, else read from standard input.

            EXAMPLES:
              aboveboard update ABC-2026-0001 --status identified --next-update 4h --body "The cause is known."
              aboveboard update token-safe --status resolved --body "Withdrawals are open again."
              aboveboard update ABC-2026-0001 --next-update none < update.md
            """)

    @Argument(help: ArgumentHelp("The record's id, its file or its file's name.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The new status; as before without it.", valueName: "status"))
    var status: RecordStatus?

    @Option(help: ArgumentHelp("The text in Markdown; - reads standard input.", valueName: "text"))
    var body: String?

    @Option(
        name: .customLong("next-update"),
        help: ArgumentHelp(
            "When readers hear more: a time from now such as 2h, a moment, none or unknown.",
            valueName: "when"))
    var nextUpdate: PromiseArgument?

    @Option(
        help: ArgumentHelp(
            "When the update is published: now, or a moment. Now without it.", valueName: "moment"))
    var at: WhenArgument?

    @Option(help: ArgumentHelp("Who says it.", valueName: "name"))
    var author: String?

    @OptionGroup var place: ProjectOption

    func validate() throws {
        if let author, author.contains(where: \.isNewline) {
            throw ValidationError("--author is one line of text")
        }
    }

    func run() throws {
        let project = try place.find()
        let path = try recordPath(in: project)
        let source = try project.source(path)
        let record = try read(source, path)
        let draft = try draft(for: record)

        let (updateID, fix): (String, Fix)
        do {
            (updateID, fix) = try draft.edits(for: record.document)
        } catch {
            throw shapeFailure(path)
        }
        let bytes = FixApplier.apply(fix.edits, to: source.bytes)
        var ignored = Report()
        guard let after = YAMLReader().read(SourceFile(path: path, bytes: bytes), into: &ignored),
            UpdateProof.holds(record.document, after)
        else { throw shapeFailure(path) }

        // A link stays a link: the file that it leads to is the record.
        let target = try Disk.realPath(of: project.path(path))
        guard try Disk.read(target) == source.bytes else {
            throw CommandFailure("\(path) was changed by somebody else meanwhile", help: "try again")
        }
        try Disk.write(bytes, to: target)
        try StandardStream.output.write("added update \(updateID) (\(draft.status.rawValue)) to \(path)\n")
        let terminal = Terminal(.output)
        try StandardStream.output.write(
            FixPreview.text(
                of: fix, RenderingOptions(usesColor: terminal.welcomesColor, width: terminal.columns)))
        try CommandFrame.tellErrors(of: path, in: project, under: "still to mend")
    }

    private func shapeFailure(_ path: String) -> CommandFailure {
        CommandFailure(
            "\(path) is laid out in a way that cannot take an update by itself",
            help: "write `updates` as a block list at the end of the record, or add the update by hand",
            status: ExitStatus.errors)
    }

    private func recordPath(in project: Project) throws -> String {
        let numbering = try RecordNumbering(project)
        if let path = numbering.path(of: id) { return path }
        if Disk.isFile(id) {
            let root = try Disk.realPath(of: project.folder)
            let real = try Disk.realPath(of: id)
            if real.hasPrefix(root + "/incidents/") { return String(real.dropFirst(root.count + 1)) }
        }
        let near = NearMiss.nearest(to: id, among: numbering.records.map(\.id)).map { "did you mean \($0)?" }
        throw CommandFailure(
            "\(id) is no record of this site", help: near ?? "name a record by its id or its file")
    }

    private func read(_ source: SourceFile, _ path: String) throws -> RecordFile {
        var report = Report()
        if let record = RecordReader().read(source, into: &report) { return record }
        let terminal = Terminal(.error)
        try StandardStream.error.write(
            DiagnosticFormat.framed.rendered(
                report.sorted, RenderingOptions(usesColor: terminal.welcomesColor, width: terminal.columns)))
        throw ExitStatus.errors
    }

    private func draft(for record: RecordFile) throws -> UpdateDraft {
        let words = record.record.kind.statuses
        if let status, !words.contains(status) {
            throw ValidationError(
                "--status of this record is one of \(words.map(\.rawValue).joined(separator: ", "))")
        }
        let now = Moment(secondsSince1970: WallClock.secondsSinceEpoch())
        let moment = at?.moment(from: now) ?? now
        if let last = record.record.updates.last, moment < last.at {
            throw CommandFailure(
                "\(moment.text) lies before the newest update (\(last.at.text)); updates ascend",
                help: "leave --at out for now, or give a later moment")
        }
        let prompt = Prompt()
        var newStatus = status
        if newStatus == nil, prompt.isPossible {
            newStatus = try prompt.ask(
                "Status (\(words.map(\.rawValue).joined(separator: ", ")))",
                preset: record.record.status.rawValue
            ) { answer in RecordStatus(rawValue: answer).flatMap { words.contains($0) ? $0 : nil } }
        }
        let status = newStatus ?? record.record.status
        var draft = UpdateDraft(at: moment, status: status, body: try text(prompt))
        draft.author = author
        draft.nextUpdate = nextUpdate?.text(from: now)
        if draft.nextUpdate == nil, let stage = status.stage, stage < 3 {
            guard prompt.isPossible,
                let promise = try prompt.ask(
                    "When readers hear more (2h, a moment, none, unknown)", preset: "unknown",
                    PromiseArgument.init(argument:))
            else {
                throw ValidationError(
                    "say when readers hear more: --next-update with a time from now such as 2h, a moment, none or unknown"
                )
            }
            draft.nextUpdate = promise.text(from: now)
        }
        return draft
    }

    private func text(_ prompt: Prompt) throws -> String {
        var text = body
        if text == nil, prompt.isPossible { text = try prompt.askLines("What do you tell readers") }
        if text == nil && !prompt.isPossible || text == "-" {
            text = String(decoding: try Disk.readStandardInput(limit: 1 << 20), as: UTF8.self)
        }
        guard let text, text.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("an update has a text: give it with --body or on standard input")
        }
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" || $0 == "\r" || $0 == "\t" })
        else {
            throw ValidationError("the text holds a control character, which no page can show")
        }
        return text
    }
}
