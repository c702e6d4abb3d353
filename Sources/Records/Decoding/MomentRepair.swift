import Incidents

/// What somebody meant who wrote `24 February 2026`, `23.02.2026`, `09:20 UTC` or `2026-02-21T09:20:00 CET` where a moment
/// belongs.
struct MomentRepair {
    /// The moment as RFC 3339 writes it; nil where none can be read.
    private(set) var replacement: String?
    /// What to do; nil where there is nothing more to say than how moments are written.
    private(set) var help: String?
    /// Whether the replacement is the same moment beyond doubt.
    private(set) var isSafe = false

    init(_ text: String) {
        let words = text.split { " ,\t".contains($0) }.map(String.init)
        if let zoned = Self.withOffset(text) {
            suggest(zoned.text, isSafe: zoned.isSafe)
        } else if let date = Self.date(in: words) {
            suggest(date, isSafe: false)
        } else if let time = words.first, Self.isTimeOfDay(time) {
            help = "write the day as well, such as 2026-02-21T\(Self.padded(time))Z"
        } else if words.count > 1, let day = words.first, (try? Moment(parsing: day)) != nil {
            help = "write the time as \(day)T09:20:00Z, with seconds and Z or an offset"
        }
    }

    private mutating func suggest(_ text: String, isSafe: Bool) {
        guard (try? Moment(parsing: text)) != nil else { return }
        replacement = text
        help = "write \(text)"
        self.isSafe = isSafe
    }

    // MARK: - Offsets

    /// `+0100`, `+01` and the names of zones that have one offset.
    private static func withOffset(_ text: String) -> (text: String, isSafe: Bool)? {
        let bytes = Array(text.utf8)
        guard bytes.count > 19 else { return nil }
        var start = String(decoding: bytes[..<19], as: UTF8.self)
        if bytes[10] == UInt8(ascii: " ") { start = start.replacing(" ", with: "T", at: 10) }
        let rest = String(decoding: bytes[19...], as: UTF8.self).filter { $0 != " " }
        let digits = rest.dropFirst().filter { $0 != ":" }
        if let sign = rest.first, "+-−".contains(sign), digits.allSatisfy(\.isNumber),
            digits.count == 2 || digits.count == 4
        {
            let minutes = digits.count == 4 ? digits.suffix(2) : "00"
            return ("\(start)\(sign == "+" ? "+" : "-")\(digits.prefix(2)):\(minutes)", true)
        }
        return zones[rest.uppercased()].map { (start + $0, false) }
    }

    private static let zones = [
        "CET": "+01:00", "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00",
        "EEST": "+03:00",
        "WET": "+00:00", "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00", "MST": "-07:00",
        "MDT": "-06:00", "JST": "+09:00", "KST": "+09:00", "SGT": "+08:00", "HKT": "+08:00", "MSK": "+03:00",
    ]

    // MARK: - Dates

    private static func date(in words: [String]) -> String? {
        if words.count == 1, let word = words.first { return numericDate(word) }
        guard words.count == 3 else { return nil }
        let names = words.map { $0.lowercased().filter { $0 != "." } }
        guard let month = names.firstIndex(where: { monthNumber($0) != nil }),
            let number = monthNumber(names[month]), let year = Int(names[2]), names[2].count == 4, month < 2,
            let day = dayNumber(names[1 - month])
        else { return nil }
        return "\(year)-\(padded(number))-\(padded(day))"
    }

    /// `23.02.2026`, and `02/21/2026` where one of the two can be no month.
    private static func numericDate(_ word: String) -> String? {
        guard let mark = word.first(where: { "./-".contains($0) }) else { return nil }
        let parts = word.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, let first = dayNumber(String(parts[0])),
            let second = dayNumber(String(parts[1]))
        else { return nil }
        switch (first, second) {
        case (13..., ...12): return "\(parts[2])-\(padded(second))-\(padded(first))"
        case (...12, 13...): return "\(parts[2])-\(padded(first))-\(padded(second))"
        // Points part days from months in that order; of strokes nobody can tell.
        case (...12, ...12) where mark == ".": return "\(parts[2])-\(padded(second))-\(padded(first))"
        default: return nil
        }
    }

    private static func dayNumber(_ text: String) -> Int? {
        let digits = text.prefix { $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count)), let day = Int(digits),
            (1...31).contains(day)
        else { return nil }
        return day
    }

    private static func monthNumber(_ name: String) -> Int? {
        guard name.count >= 3 else { return nil }
        for (number, names) in months.enumerated() where names.contains(where: { $0.hasPrefix(name) }) {
            return number + 1
        }
        return nil
    }

    /// English and German; Spanish where it begins otherwise.
    private static let months = [
        ["january", "januar", "jänner", "enero"], ["february", "februar", "febrero"],
        ["march", "märz", "maerz", "marzo"], ["april", "abril"], ["may", "mai", "mayo"],
        ["june", "juni", "junio"], ["july", "juli", "julio"], ["august", "agosto"],
        ["september", "septiembre"], ["october", "oktober", "octubre"], ["november", "noviembre"],
        ["december", "dezember", "diciembre"],
    ]

    private static func isTimeOfDay(_ word: String) -> Bool {
        let parts = word.split(separator: ":")
        return (2...3).contains(parts.count)
            && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
    }

    private static func padded(_ time: String) -> String {
        let parts = time.split(separator: ":").map { $0.count == 1 ? "0" + $0 : String($0) }
        return (parts.count == 2 ? parts + ["00"] : parts).joined(separator: ":")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension String {
    fileprivate func replacing(_ old: Character, with new: Character, at offset: Int) -> String {
        String(enumerated().map { $0.offset == offset && $0.element == old ? new : $0.element })
    }
}
