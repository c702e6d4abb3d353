import ArgumentParser
import Incidents
import Publishing

/// `aboveboard redact ID REVISION --reason …`: takes a published revision's content out, and says so.
struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Take a published revision's content out of the history, and say so.",
        discussion: """
            For a leaked key, a person's name, a court's order. The revision's entry and its hash stay in the log, a notice \
            with the reason takes the place of its content, and the page shows that something was taken out. The record's \
            file must change too, and git's past is yours to rewrite.

            EXAMPLE
              aboveboard redact ABC-2026-0001 2 --reason "a person's name" --key ~/aboveboard.key
            """)

    @Argument(help: "A record's id.")
    var id: String

    @Argument(help: "The number of the revision.")
    var revision: Int

    @Option(help: ArgumentHelp("What kind of thing went, for everybody to read.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("The file that holds the secret key.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("The moment of the redaction; default the clock.", valueName: "moment"))
    var at: MomentArgument?

    @OptionGroup var site: ProjectOption

    func run() throws {
        try CommandFrame.run {
            let publication = Publication(Publisher(try site.find()), keyFile: key, at: at?.moment)
            let outcome = try publication.redact(id, revision: revision, reason: reason)
            try CommandFrame.tell(outcome.report)
            guard !outcome.report.hasErrors else { return false }
            try CommandFrame.say("revision \(revision) of \(id) is taken out: \(reason)")
            for line in RevisionText.log(outcome) { try CommandFrame.say(line) }
            try CommandFrame.say("git's past still holds it, and so may copies that others made")
            return true
        }
    }
}
