import ArgumentParser
import Diagnostics
import Incidents
import Publishing
import Site
import Syntax
import System

/// `aboveboard due`: what readers are still owed, and whether its time has passed.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "List promises that are due or overdue, with whom they lie.",
        discussion: """
            Promises are measures that are planned or under way, the next update of a record, and second looks at \
            answers. Without --as-of they are held against now, unless aboveboard.yml or SOURCE_DATE_EPOCH fixes a \
            moment. For a daily job: exit status 1 says that something is overdue.

            EXAMPLES:
              aboveboard due
              aboveboard due --within 30d
              aboveboard due --as-of 2026-03-01 --format json
            """)

    @Option(
        help: ArgumentHelp("List what falls due in this time, too, such as 12h, 7d or 4w.", valueName: "time")
    )
    var within = SpanArgument(seconds: 7 * 86_400)

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The moment against which promises are overdue: now, or a moment.", valueName: "moment"))
    var asOf: AsOf?

    @Option(help: ArgumentHelp("How promises are told.", valueName: "format"))
    var format = Format.text

    @OptionGroup var place: ProjectOption

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() throws {
        let project = try place.find()
        var options = Publisher.Options()
        options.asOf = try asOf ?? Self.moment(for: project)
        let catalogue = try Publisher(project, options: options).readOrComplain().catalogue
        let promises = catalogue.promises.filter {
            $0.isOverdue(at: catalogue.asOf) || $0.isDue(within: within.seconds, of: catalogue.asOf)
        }
        let overdue = promises.filter { $0.isOverdue(at: catalogue.asOf) }
        switch format {
        case .text:
            for promise in promises { try CommandFrame.say(Self.text(promise, at: catalogue.asOf)) }
            let counts = "\(overdue.count) overdue, \(promises.count - overdue.count) due"
            try StandardStream.error.write("\(counts) as of \(catalogue.asOf.utcText)\n")
        case .json: try StandardStream.output.write(Self.json(promises, catalogue.asOf, within.seconds))
        }
        if !overdue.isEmpty { throw ExitStatus.errors }
    }

    /// A question about today is asked of the clock, unless the site or its surroundings fix a moment.
    private static func moment(for project: Project) throws -> AsOf {
        let isFixed =
            try project.configuration().asOf != nil || Environment.value(of: "SOURCE_DATE_EPOCH") != nil
        return isFixed ? .data : .now
    }

    private static func text(_ promise: Promise, at moment: Moment) -> String {
        let state = promise.isOverdue(at: moment) ? "overdue" : "due"
        var lines = ["\(state) \(promise.due.utcText)  \(promise.recordID)  \(VisibleText.of(what(promise)))"]
        lines.append("    owner: \(promise.owner.map(VisibleText.of) ?? "nobody is named")")
        if promise.moveCount > 0 {
            lines.append("    moved: \(promise.moveCount == 1 ? "once" : "\(promise.moveCount) times")")
        }
        lines.append("    " + promise.link)
        return lines.joined(separator: "\n")
    }

    private static func what(_ promise: Promise) -> String {
        switch promise.kind {
        case .commitment: promise.action ?? promise.recordTitle
        case .nextWord: "next word: " + promise.recordTitle
        case .review: "second look: " + (promise.action ?? promise.recordTitle)
        }
    }

    private static func json(_ promises: [Promise], _ moment: Moment, _ within: Int64) -> [UInt8] {
        JSONWriter.bytes(
            of: [
                "as_of": .string(moment.utcText), "within_seconds": .integer(Int(within)),
                "promises": .array(
                    promises.map { promise in
                        [
                            "kind": .string(promise.kind.rawValue),
                            "state": .string(promise.isOverdue(at: moment) ? "overdue" : "due"),
                            "record": .string(promise.recordID), "title": .string(promise.recordTitle),
                            "action": promise.action.map { .string($0) } ?? .null,
                            "owner": promise.owner.map { .string($0) } ?? .null,
                            "due": .string(promise.due.utcText), "moved": .integer(promise.moveCount),
                            "url": .string(promise.link),
                        ]
                    }),
            ], .indented)
    }
}

/// A length of time on the command line: `90m`, `12h`, `7d`, `4w`.
struct SpanArgument: ExpressibleByArgument {
    let seconds: Int64

    init(seconds: Int64) {
        self.seconds = seconds
    }

    init?(argument: String) {
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 7 * 86_400]
        guard let last = argument.last, let unit = units[last], let count = Int64(argument.dropLast()),
            (0...10_000).contains(count)
        else { return nil }
        seconds = count * unit
    }

    var defaultValueDescription: String {
        seconds % 86_400 == 0 ? "\(seconds / 86_400)d" : "\(seconds / 60)m"
    }
}

extension Publisher {
    /// The site as it is published; what stands in the way is told and ends the command.
    func readOrComplain() throws -> (catalogue: Catalogue, theme: Theme) {
        let reading = try read()
        guard let site = reading.site else {
            try CommandFrame.tell(reading.report)
            throw ExitStatus.errors
        }
        return site
    }
}
