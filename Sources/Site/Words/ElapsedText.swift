import Incidents

/// Durations in words: exact ones in their two largest units, coarse ones as the range that they are.
final class ElapsedText: Sendable {
    /// A number of units: `1 hour`, `2 hours`.
    private final class Counted: Sendable {
        let one: Phrase
        let other: Phrase

        init(one: Phrase, other: Phrase) {
            self.one = one
            self.other = other
        }
    }

    private let within: Phrase
    private let between: Phrase
    private let about: Phrase
    private let day: Counted
    private let hour: Counted
    private let minute: Counted
    private let second: Counted
    private let numbers: NumberStyle

    /// Reads a theme's texts by their dotted names.
    init(_ numbers: NumberStyle, _ text: (String) -> Phrase?) {
        func phrase(_ name: String) -> Phrase {
            text("duration." + name) ?? Phrase("duration." + name)
        }
        func counted(_ unit: String) -> Counted {
            Counted(one: phrase(unit + ".one"), other: phrase(unit + ".other"))
        }
        within = phrase("within")
        between = phrase("between")
        about = phrase("about")
        day = counted("day")
        hour = counted("hour")
        minute = counted("minute")
        second = counted("second")
        self.numbers = numbers
    }

    /// Appends `1 h 23 min`, `within 2 days`, or `between 17 and 19 days`.
    func append(_ elapsed: Elapsed, to bytes: inout [UInt8]) {
        if elapsed.isExact { return append(exactly: elapsed.longest, to: &bytes) }
        let unit = Unit.fitting(elapsed.longest)
        let most = (elapsed.longest + unit.seconds - 1) / unit.seconds
        let least = elapsed.shortest / unit.seconds
        if least == 0 || least == most {
            return (least == 0 ? within : about).append(to: &bytes, filling: "span") {
                append(most, counted(unit), to: &$0)
            }
        }
        between.append(to: &bytes) { slot, bytes in
            switch slot {
            case "least": numbers.append(Int(least), to: &bytes)
            case "most": append(most, counted(unit), to: &bytes)
            default: break
            }
        }
    }

    private func append(exactly seconds: Int64, to bytes: inout [UInt8]) {
        // The largest unit that there is any of, and the next smaller one.
        if seconds >= 86_400 {
            append(seconds / 86_400, day, and: seconds % 86_400 / 3600, hour, to: &bytes)
        } else if seconds >= 3600 {
            append(seconds / 3600, hour, and: seconds % 3600 / 60, minute, to: &bytes)
        } else if seconds >= 60 {
            append(seconds / 60, minute, and: seconds % 60, second, to: &bytes)
        } else {
            append(seconds, second, to: &bytes)
        }
    }

    private func counted(_ unit: Unit) -> Counted {
        switch unit {
        case .minute: minute
        case .hour: hour
        case .day: day
        }
    }

    private func append(
        _ number: Int64, _ unit: Counted, and rest: Int64, _ smaller: Counted, to bytes: inout [UInt8]
    ) {
        append(number, unit, to: &bytes)
        guard rest > 0 else { return }
        bytes.append(0x20)
        append(rest, smaller, to: &bytes)
    }

    private func append(_ number: Int64, _ unit: Counted, to bytes: inout [UInt8]) {
        (number == 1 ? unit.one : unit.other).append(to: &bytes) { numbers.append(Int(number), to: &$0) }
    }

    /// The unit in which both ends of a range are told.
    private enum Unit {
        case minute, hour, day

        var seconds: Int64 {
            switch self {
            case .minute: 60
            case .hour: 3600
            case .day: 86_400
            }
        }

        static func fitting(_ longest: Int64) -> Unit {
            longest < 7200 ? .minute : longest < 86_400 ? .hour : .day
        }
    }
}
