import ArgumentParser
import Incidents
import Publishing

/// `aboveboard diff ID [REVISION]`: one revision's differences, or those that are not published yet.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what a revision changed, or what is not published yet.",
        discussion: """
            EXAMPLES
              aboveboard diff ABC-2026-0001      # the file against the last published revision
              aboveboard diff ABC-2026-0001 3    # revision 3 against revision 2
            """)

    @Argument(help: "A record's id.")
    var id: String

    @Argument(help: "A revision's number; without it the record's file is compared.")
    var revision: Int?

    @OptionGroup var site: ProjectOption

    func run() throws {
        try CommandFrame.run {
            let reader = try RevisionReader(try site.find())
            let changes: [String]
            if let revision {
                let found = try reader.revision(revision, of: id)
                try CommandFrame.say(RevisionText.line(found))
                changes =
                    try reader.changes(in: found).map(RevisionText.lines) ?? ["  its content was taken out"]
            } else {
                changes =
                    try reader.unpublishedChanges(of: id).map(RevisionText.lines) ?? [
                        "  its content was taken out"
                    ]
                if changes.isEmpty { try CommandFrame.say("\(id) says what was published") }
            }
            for line in changes { try CommandFrame.say(line) }
            return true
        }
    }

}
