import ArgumentParser
import Diagnostics
import Publishing
import Records

/// `aboveboard check`: says what is wrong or missing, without writing anything.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong or missing in the records.",
        discussion: """
            Without a path the whole site is checked; with paths only those records, while the others still count as \
            their neighbours.

            EXAMPLES:
              aboveboard check
              aboveboard check incidents/2026/token-safe.yml
              aboveboard check --strict --as-of now
              aboveboard check --fix
              aboveboard check --against origin/main  silent edits since a commit of git
              aboveboard check --format github        annotations in a pull request
              aboveboard check --format sarif > findings.sarif
            """)

    @Argument(
        help: ArgumentHelp("Records, folders of records or aboveboard.yml.", valueName: "path"),
        completion: .file(extensions: ["yml", "yaml"]))
    var paths: [String] = []

    @Option(
        help: ArgumentHelp("Take findings of a code for errors; may be repeated.", valueName: "code"),
        completion: .list(RuleBook.codes))
    var deny: [String] = []

    @Option(
        help: ArgumentHelp("Leave findings of a code out; may be repeated.", valueName: "code"),
        completion: .list(RuleBook.codes))
    var allow: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take what a commit of git says for published, where there is no history yet.",
            valueName: "commit"))
    var against: String?

    @Flag(help: "Apply the fixes that leave the meaning as it is beyond doubt, then check again.")
    var fix = false

    @OptionGroup var site: SiteOptions
    @OptionGroup var place: ProjectOption
    @OptionGroup var reporting: ReportingOptions

    init() {}

    /// What the parser makes of `check` and paths alone, made without it; nil where the arguments say anything else.
    init?(plain arguments: [String]) {
        guard arguments.first == "check", !arguments.dropFirst().contains(where: { $0.hasPrefix("-") }) else {
            return nil
        }
        paths = Array(arguments.dropFirst())
        deny = []
        allow = []
        against = nil
        fix = false
        site = .plain
        place = .plain
        reporting = .plain
    }

    func validate() throws {
        for code in deny + allow where !RuleBook.codes.contains(code) {
            throw ValidationError(ExplainCommand.unknown(code))
        }
        for code in allow where RuleBook.formCodes.contains(code) {
            throw ValidationError(
                "\(code) cannot be left out: without it what is published could not be trusted")
        }
    }

    func run() throws {
        var options = site.publisherOptions
        options.asOf = site.asOf ?? .dataUpToToday
        options.checks = CheckOptions(allow: allow, deny: deny)
        let publisher = Publisher(try place.find(), options: options)
        if fix { try SafeFixes(publisher.project).apply { try check(with: publisher) } }
        let outcome = try check(with: publisher)
        let subject = "checked \(ReportSummary.counted(outcome.fileCount, "record"))"
        let status = try reporting.tell(outcome.report.sorted, over: subject)
        if status != .success { throw status }
    }

    private func check(with publisher: Publisher) throws -> Publisher.CheckOutcome {
        try against.map { try publisher.check(paths, against: $0) } ?? publisher.check(paths)
    }
}
