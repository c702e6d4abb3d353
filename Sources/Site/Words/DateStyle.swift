import Incidents

/// How a language writes moments, each with the precision that its writer gave it and a time of day always in UTC.
struct DateStyle: Sendable {
    private let months: [String]
    private let shortMonths: [String]
    private let day: Phrase
    private let month: Phrase
    private let time: Phrase

    /// `texts` are a theme's texts by their dotted names.
    init(_ texts: [String: String]) {
        func list(_ name: String) -> [String] {
            (0..<12).map { texts["\(name).\($0)"] ?? Moment.padded($0 + 1, 2) }
        }
        months = list("months")
        shortMonths = list("short_months")
        day = Phrase(texts["date.day"] ?? "{year}-{month}-{day}")
        month = Phrase(texts["date.month"] ?? "{year}-{month}")
        time = Phrase(texts["date.time"] ?? "{year}-{month}-{day} {time} UTC")
    }

    /// `21 February 2026`, `February 2026`, `2026`, or `21 Feb 2026, 09:20 UTC`.
    func text(_ moment: Moment) -> String {
        let date = moment.date
        switch moment.precision {
        case .year: return Moment.padded(date.year, 4)
        case .month:
            return month.text(["month": months[date.month - 1], "year": Moment.padded(date.year, 4)])
        case .day:
            return day.text([
                "day": String(date.day), "month": months[date.month - 1], "year": Moment.padded(date.year, 4),
            ])
        case .second:
            // Seconds are shown only where they are told: nobody notices a theft at a round minute by chance.
            let clockText = Moment.clockText(moment.start)
            return time.text([
                "day": String(date.day), "month": shortMonths[date.month - 1],
                "year": Moment.padded(date.year, 4),
                "time": clockText.hasSuffix(":00") ? String(clockText.dropLast(3)) : clockText,
            ])
        }
    }

    /// The day alone, without a time of day, for lists: `21 Feb 2026`.
    func shortText(_ moment: Moment) -> String {
        let date = moment.date
        switch moment.precision {
        case .year: return Moment.padded(date.year, 4)
        case .month:
            return month.text(["month": shortMonths[date.month - 1], "year": Moment.padded(date.year, 4)])
        case .day, .second:
            return day.text([
                "day": String(date.day), "month": shortMonths[date.month - 1],
                "year": Moment.padded(date.year, 4),
            ])
        }
    }

    /// The name of a month, 1 to 12.
    func name(ofMonth number: Int) -> String { months[number - 1] }
}
