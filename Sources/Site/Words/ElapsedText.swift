import Incidents

/// Durations in words: exact ones in their two largest units, coarse ones as the range that they are.
struct ElapsedText {
    let phrases: Phrases

    /// `1 h 23 min`, `within 2 days`, `between 17 and 19 days`.
    func text(_ elapsed: Elapsed) -> String {
        if elapsed.isExact { return exact(elapsed.longest) }
        let unit = Unit.fitting(elapsed.longest)
        let most = (elapsed.longest + unit.seconds - 1) / unit.seconds
        let least = elapsed.shortest / unit.seconds
        if least == 0 { return phrases.text("duration.within", ["span": counted(most, unit)]) }
        if least == most { return phrases.text("duration.about", ["span": counted(most, unit)]) }
        return phrases.text(
            "duration.between",
            ["least": phrases.numbers.text(Int(least)), "most": counted(most, unit)])
    }

    private func exact(_ seconds: Int64) -> String {
        let units: [(Int64, String)] = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        var rest = seconds
        var parts: [String] = []
        for (size, name) in units {
            let count = rest / size
            rest -= count * size
            if count > 0 {
                parts.append(phrases.count("duration.\(name)", Int(count)))
            } else if !parts.isEmpty {
                break
            }
            if parts.count == 2 { break }
        }
        return parts.isEmpty ? phrases.count("duration.second", 0) : parts.joined(separator: " ")
    }

    private func counted(_ number: Int64, _ unit: Unit) -> String {
        phrases.count("duration.\(unit.rawValue)", Int(number))
    }

    /// The unit in which both ends of a range are told.
    private enum Unit: String {
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
