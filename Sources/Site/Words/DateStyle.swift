import Incidents

/// How a language writes moments, each with the precision that its writer gave it and a time of day always in UTC.
final class DateStyle: Sendable {
    private let months: [DatePattern.Words]
    private let shortMonths: [DatePattern.Words]
    private let monthNames: [String]
    private let day: DatePattern
    private let month: DatePattern
    private let time: DatePattern

    /// `texts` are a theme's texts by their dotted names.
    init(_ texts: [String: String]) {
        func list(_ name: String) -> [String] {
            (0..<12).map { texts["\(name).\($0)"] ?? Moment.padded($0 + 1, 2) }
        }
        monthNames = list("months")
        months = monthNames.map(DatePattern.Words.init)
        shortMonths = list("short_months").map(DatePattern.Words.init)
        day = DatePattern(Phrase(texts["date.day"] ?? "{year}-{month}-{day}"))
        month = DatePattern(Phrase(texts["date.month"] ?? "{year}-{month}"))
        time = DatePattern(Phrase(texts["date.time"] ?? "{year}-{month}-{day} {time} UTC"))
    }

    /// `21 February 2026`, `February 2026`, `2026`, or `21 Feb 2026, 09:20 UTC`.
    func text(_ moment: Moment) -> String {
        var bytes: [UInt8] = []
        append(moment, as: .text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `text` says.
    func append(_ moment: Moment, as form: DatePattern.Form, to bytes: inout [UInt8]) {
        switch moment.precision {
        case .year: bytes.append(decimal: moment.date.year, width: 4)
        case .month: month.append(moment, months, as: form, to: &bytes)
        case .day: day.append(moment, months, as: form, to: &bytes)
        case .second: time.append(moment, shortMonths, as: form, to: &bytes)
        }
    }

    /// The day alone, without a time of day, for lists: `21 Feb 2026`.
    func shortText(_ moment: Moment) -> String {
        var bytes: [UInt8] = []
        appendShort(moment, as: .text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `shortText` says.
    func appendShort(_ moment: Moment, as form: DatePattern.Form, to bytes: inout [UInt8]) {
        switch moment.precision {
        case .year: bytes.append(decimal: moment.date.year, width: 4)
        case .month: month.append(moment, shortMonths, as: form, to: &bytes)
        case .day, .second: day.append(moment, shortMonths, as: form, to: &bytes)
        }
    }

    /// The name of a month, 1 to 12.
    func name(ofMonth number: Int) -> String { monthNames[number - 1] }
}
