import ArgumentParser
import Incidents

/// A moment on the command line: `now`, RFC 3339, a date, or a time from now such as `2h`, `90m`, `3d`.
struct WhenArgument: ExpressibleByArgument {
    private enum Form {
        case moment(Moment)
        case seconds(Int64)
    }

    private let form: Form

    init?(argument: String) {
        if argument == "now" {
            form = .seconds(0)
        } else if let moment = try? Moment(parsing: argument) {
            form = .moment(moment)
        } else if let seconds = Self.seconds(argument) {
            form = .seconds(seconds)
        } else {
            return nil
        }
    }

    /// The moment, a time from now being counted from `now`.
    func moment(from now: Moment) -> Moment {
        switch form {
        case .moment(let moment): moment
        case .seconds(let seconds): Moment(secondsSince1970: now.start + seconds)
        }
    }

    private static func seconds(_ text: String) -> Int64? {
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400]
        guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()),
            (1...10_000).contains(count)
        else { return nil }
        return count * unit
    }
}

/// What a `next_update` can say on the command line.
struct PromiseArgument: ExpressibleByArgument {
    private let word: String?
    private let moment: WhenArgument?

    init?(argument: String) {
        if argument == "none" || argument == "unknown" {
            word = argument
            moment = nil
        } else if let parsed = WhenArgument(argument: argument) {
            word = nil
            moment = parsed
        } else {
            return nil
        }
    }

    /// The text as the record has it.
    func text(from now: Moment) -> String { word ?? moment?.moment(from: now).text ?? "unknown" }
}
