import Incidents
import Syntax

/// One way in which a language writes a date, such as `{day} {month} {year}`, ready to be filled in.
final class DatePattern: Sendable {
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
        /// The place of the words.
        case words(Int)
        case day, month, year, time
    }

    private let parts: [Part]
    private let words: [Words]

    init(_ phrase: Phrase) {
        var words: [Words] = []
        parts = phrase.parts.compactMap { part in
            switch part {
            case .text(let text, let html):
                words.append(Words(text: text, html: html))
                return .words(words.count - 1)
            case .slot("day"): return .day
            case .slot("month"): return .month
            case .slot("year"): return .year
            case .slot("time"): return .time
            case .slot: return nil
            }
        }
        self.words = words
    }

    /// Appends a moment's date in UTC, with the months' names.
    func append(_ moment: Moment, _ months: [Words], as form: Form, to bytes: inout [UInt8]) {
        let date = moment.date
        let (parts, words) = (parts, words)
        for index in parts.indices {
            switch parts[index] {
            case .words(let place):
                bytes.append(contentsOf: form == .html ? words[place].html : words[place].text)
            case .day: if moment.precision >= .day { bytes.append(decimal: date.day) }
            case .month:
                let place = date.month - 1
                bytes.append(contentsOf: form == .html ? months[place].html : months[place].text)
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
