import Incidents
import Syntax

/// One way in which a language writes a date, such as `{day} {month} {year}`, ready to be filled in.
struct DatePattern: Sendable {
    /// Whether special characters of the language's own words are written as HTML has them.
    enum Form {
        case text, html
    }

    /// Words as they are, and as HTML has them.
    struct Words: Sendable {
        let text: [UInt8]
        let html: [UInt8]

        init(_ words: String) {
            text = Array(words.utf8)
            var html: [UInt8] = []
            HTMLText.append(words, to: &html)
            self.html = html
        }

        init(text: [UInt8], html: [UInt8]) {
            self.text = text
            self.html = html
        }
    }

    private enum Part: Sendable {
        case words(Words)
        case day, month, year, time
    }

    private let parts: [Part]

    init(_ phrase: Phrase) {
        parts = phrase.parts.compactMap { part in
            switch part {
            case .text(let text, let html): .words(Words(text: text, html: html))
            case .slot("day"): .day
            case .slot("month"): .month
            case .slot("year"): .year
            case .slot("time"): .time
            case .slot: nil
            }
        }
    }

    /// Appends a moment's date in UTC, with the months' names.
    func append(_ moment: Moment, _ months: [Words], as form: Form, to bytes: inout [UInt8]) {
        let date = moment.date
        for part in parts {
            switch part {
            case .words(let words): bytes += form == .html ? words.html : words.text
            case .day: if moment.precision >= .day { bytes.append(decimal: date.day) }
            case .month: bytes += form == .html ? months[date.month - 1].html : months[date.month - 1].text
            case .year: bytes.append(decimal: date.year, width: 4)
            case .time: appendTime(of: moment, to: &bytes)
            }
        }
    }

    /// Seconds are shown only where they are told: nobody notices a theft at a round minute by chance.
    private func appendTime(of moment: Moment, to bytes: inout [UInt8]) {
        guard moment.precision == .second else { return }
        let isRound = (moment.start % 60 + 60) % 60 == 0
        Moment.appendClock(moment.start, withSeconds: !isRound, to: &bytes)
    }
}
