import Incidents

/// How a language writes moments, each with the precision that its writer gave it and a time of day always in UTC.
final class DateStyle: Sendable {
    private let monthNames: [String]
    private let day: DatePattern
    private let month: DatePattern
    private let shortDay: DatePattern
    private let shortMonth: DatePattern
    private let time: DatePattern

    /// No moment takes more bytes, in words of the language or escaped for HTML.
    let longest: Int

    /// Reads a theme's texts by their dotted names.
    init(_ phrase: (String) -> Phrase?) {
        func names(_ list: String) -> [String] {
            (0..<12).map { phrase("\(list).\($0)")?.source ?? Moment.padded($0 + 1, 2) }
        }
        monthNames = names("months")
        let shortNames = names("short_months")
        let day = phrase("date.day") ?? Phrase("{year}-{month}-{day}")
        let month = phrase("date.month") ?? Phrase("{year}-{month}")
        self.day = DatePattern(day, months: monthNames)
        self.month = DatePattern(month, months: monthNames)
        shortDay = DatePattern(day, months: shortNames)
        shortMonth = DatePattern(month, months: shortNames)
        time = DatePattern(
            phrase("date.time") ?? Phrase("{year}-{month}-{day} {time} UTC"), months: shortNames)
        // A year alone has at most twenty digits.
        longest = [self.day, self.month, shortDay, shortMonth, time].reduce(20) { max($0, $1.longest) }
    }

    /// `21 February 2026`, `February 2026`, `2026`, or `21 Feb 2026, 09:20 UTC`.
    func text(_ moment: Moment) -> String {
        text { append(moment, as: .text, to: &$0) }
    }

    /// Appends what `text` says, for which there must be room.
    func append(_ moment: Moment, as form: DatePattern.Form, to bytes: inout OutputSpan<UInt8>) {
        switch moment.precision {
        case .year: bytes.append(decimal: moment.date.year, width: 4)
        case .month: month.append(moment, as: form, to: &bytes)
        case .day: day.append(moment, as: form, to: &bytes)
        case .second: time.append(moment, as: form, to: &bytes)
        }
    }

    /// The day alone, without a time of day, for lists: `21 Feb 2026`.
    func shortText(_ moment: Moment) -> String {
        text { appendShort(moment, as: .text, to: &$0) }
    }

    /// Appends what `shortText` says, for which there must be room.
    func appendShort(_ moment: Moment, as form: DatePattern.Form, to bytes: inout OutputSpan<UInt8>) {
        switch moment.precision {
        case .year: bytes.append(decimal: moment.date.year, width: 4)
        case .month: shortMonth.append(moment, as: form, to: &bytes)
        case .day, .second: shortDay.append(moment, as: form, to: &bytes)
        }
    }

    /// Appends what `text` or `shortText` says as HTML.
    func appendHTML(_ moment: Moment, isShort: Bool = false, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: longest) { bytes in
            if isShort {
                appendShort(moment, as: .html, to: &bytes)
            } else {
                append(moment, as: .html, to: &bytes)
            }
        }
    }

    private func text(_ write: (inout OutputSpan<UInt8>) -> Void) -> String {
        String(decoding: [UInt8](capacity: longest, initializingWith: write), as: UTF8.self)
    }

    /// The name of a month, 1 to 12.
    func name(ofMonth number: Int) -> String { monthNames[number - 1] }
}
