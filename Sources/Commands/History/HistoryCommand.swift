import ArgumentParser
import Incidents
import Publishing

/// `aboveboard history [ID]`: what was published, revision by revision.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what was published, revision by revision.",
        discussion: """
            EXAMPLES
              aboveboard history                  # every record's last revision
              aboveboard history ABC-2026-0001    # one record's revisions with their differences
            """)

    @Argument(help: "A record's id.")
    var id: String?

    @OptionGroup var site: ProjectOption

    func run() throws {
        try CommandFrame.run {
            let reader = try RevisionReader(try site.find())
            guard let id else {
                for id in reader.history.ids {
                    if let latest = reader.history.latest(of: id) {
                        try CommandFrame.say(RevisionText.line(latest.revision))
                    }
                }
                if reader.history.size == 0 { try CommandFrame.say("nothing was published yet") }
                return true
            }
            for revision in try reader.revisions(of: id) {
                try CommandFrame.say(RevisionText.line(revision))
                if let redaction = reader.history.redaction(of: id, revision: revision.number) {
                    try CommandFrame.say("  taken out on \(redaction.at.date.text): \(redaction.reason)")
                }
                for line in RevisionText.lines(try reader.changes(in: revision) ?? []) {
                    try CommandFrame.say(line)
                }
            }
            return true
        }
    }
}
