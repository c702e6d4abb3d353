import ArgumentParser
import Incidents
import Publishing

/// `aboveboard publish`: appends what changed to the history, and signs it.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Append what changed to the history, and sign the log.",
        discussion: """
            Checks the site first and publishes nothing where the check finds an error. It is the only command that \
            writes to history/, which is committed with the records. Where two branches both published, it puts their \
            entries into one order and says what it did.

            The secret key comes from --key FILE, else from ABOVEBOARD_LOG_KEY (the key itself) or \
            ABOVEBOARD_LOG_KEY_FILE; without one the log is not signed.

            EXAMPLES
              aboveboard publish
              aboveboard publish --key ~/aboveboard.key
              aboveboard publish --adopt        # begin the log with what git remembers
            """)

    @Option(help: ArgumentHelp("The file that holds the secret key.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("The moment of publication; default the clock.", valueName: "moment"))
    var at: MomentArgument?

    @Flag(help: "Begin the log from git's past, one revision for each state of a record.")
    var adopt = false

    @OptionGroup var site: ProjectOption

    func run() throws {
        try CommandFrame.run {
            var options = Publisher.Options()
            options.asOf = at.map { .data(upToDayOf: $0.moment) } ?? .dataUpToToday
            let publisher = Publisher(try site.find(), options: options)
            let publication = Publication(publisher, keyFile: key, at: at?.moment)
            let outcome = adopt ? try publication.adopt() : try publication.publish()
            try CommandFrame.tell(outcome.report)
            for line in outcome.resolved { try CommandFrame.say(line) }
            guard !outcome.report.hasErrors else { return false }
            for revision in outcome.added { try CommandFrame.say(RevisionText.line(revision)) }
            if outcome.added.isEmpty { try CommandFrame.say("nothing new to publish") }
            for line in RevisionText.log(outcome) { try CommandFrame.say(line) }
            return true
        }
    }
}
