import ArgumentParser
import Publishing
import System

/// `aboveboard verify [SITE]`: holds a published site against its own log, as a reader would.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Verify a published site against its log, as a reader would.",
        discussion: """
            Checks the signature, the tree, every record and revision against the log, and that the log continues a \
            checkpoint that you kept before. The first thing that does not hold is named, with what it means.

            EXAMPLES
              aboveboard verify                                   # this project's built site
              aboveboard verify https://disclosures.example.org/
              aboveboard verify https://disclosures.example.org/ --since checkpoint.2026-02 --key example.org/log+…
            """)

    @Argument(
        help: ArgumentHelp(
            "An address that begins with https://, or a folder; default this project's site.",
            valueName: "site"))
    var target: String?

    @Option(
        help: ArgumentHelp(
            "The verifier key, or a file that holds it, from another source than the site.", valueName: "key")
    )
    var key: String?

    @Option(help: ArgumentHelp("A checkpoint that was kept before.", valueName: "file"))
    var since: String?

    @OptionGroup var site: ProjectOption

    func run() throws {
        try CommandFrame.run {
            let place = try PublishedSite(target ?? site.find().outputFolder)
            let options = LogVerifier.Options(
                key: try keyText(), since: try since.map { (path: String) in try Disk.read(path) })
            do {
                let outcome = try LogVerifier(place, options: options).verify()
                for line in outcome.lines { try CommandFrame.say("holds: \(line)") }
                for redaction in outcome.redactions {
                    try CommandFrame.say(
                        "redacted: revision \(redaction.revision) of \(redaction.id) on \(redaction.at.date.text): \(redaction.reason)"
                    )
                }
                try CommandFrame.say("keep: size \(outcome.size), root \(outcome.root)")
                return true
            } catch let failure as VerificationFailure {
                try CommandFrame.say("fails: \(failure.message)")
                try CommandFrame.say("means: \(failure.meaning)")
                return false
            }
        }
    }

    private func keyText() throws -> String? {
        guard let key, Disk.isFile(key) else { return key }
        return String(String(decoding: try Disk.read(key, limit: 4096), as: UTF8.self).prefix { $0 != "\n" })
    }
}
