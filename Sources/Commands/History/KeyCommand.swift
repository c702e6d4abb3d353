import ArgumentParser
import Diagnostics
import Publishing
import Records

/// `aboveboard key new FILE`: a key to sign a site's log with.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make the key that signs the public log.", subcommands: [New.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Write a new secret key to a file, and show the key that verifies it.",
            discussion: """
                The file must be new and outside of any repository. Keep it where publish runs, for instance as the secret \
                ABOVEBOARD_LOG_KEY of your CI, and give the verifier key to your readers by another way than the site.

                EXAMPLE
                  aboveboard key new ~/aboveboard.key
                """)

        @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
        var file: String

        @OptionGroup var site: ProjectOption

        func run() throws {
            try CommandFrame.run {
                var report = Report()
                let source = try site.find().source(Project.configurationName)
                guard let read = SiteReader().read(source, into: &report), !report.hasErrors else {
                    try CommandFrame.tell(report)
                    return false
                }
                try CommandFrame.say(try LogKey.create(at: file, for: read.configuration))
                return true
            }
        }
    }
}
