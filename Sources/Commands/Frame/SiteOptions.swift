import ArgumentParser
import Publishing
import System

extension AsOf: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

/// Where the site is and how it is looked at; the same flags for `check` and `build`.
struct SiteOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The moment against which promises are overdue: now, or a moment such as 2026-02-21T09:00:00Z. "
                + "Without it the newest event of the records counts, so that the same records give the same site; "
                + "check and serve take none that is later than today.",
            valueName: "moment"))
    var asOf: AsOf?

    @Option(help: ArgumentHelp("How many threads work at once; all processors without it.", valueName: "n"))
    var jobs: Int?

    /// What the parser makes of none of these flags.
    static var plain: SiteOptions {
        var options = SiteOptions()
        options.asOf = nil
        options.jobs = nil
        return options
    }

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
    }

    var publisherOptions: Publisher.Options {
        var options = Publisher.Options()
        if let asOf { options.asOf = asOf }
        if let jobs { options.jobs = jobs }
        return options
    }
}
