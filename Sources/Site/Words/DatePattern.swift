import Incidents
import Syntax

/// One way in which a language writes a date, such as `{day} {month} {year}`, with the names that it gives the months,
/// ready to be filled in.
final class DatePattern: Sendable {
    /// Whether special characters of the language's own words are written as HTML has them.
    enum Form {
        case text, html
    }

    private enum Part: Sendable {
        /// Words of the language, a month's name among them, by where they stand in a script's letters.
        case words(Range<Int>)
        case day, year, time

        /// How many bytes it may take beside the letters.
        var room: Int {
            switch self {
            case .words: 0
            case .day: 2
            case .year: 20
            case .time: 8
            }
        }
    }

    /// The pattern in one form.
    private struct Script: Sendable {
        var letters: [UInt8] = []
        /// What is written for each month, the first for January.
        var months: [[Part]] = []
        /// No date takes more bytes.
        var longest = 0
    }

    private let text: Script
    private let html: Script

    /// No date takes more bytes in either form.
    var longest: Int { max(text.longest, html.longest) }

    /// `months` are the names of the twelve months.
    init(_ phrase: Phrase, months: [String]) {
        func escaped(_ name: String) -> [UInt8] {
            var html: [UInt8] = []
            HTMLText.append(name, to: &html)
            return html
        }
        text = Self.script(phrase, months.map { Array($0.utf8) }) { words, _ in phrase.words[words] }
        html = Self.script(phrase, months.map(escaped)) { _, html in phrase.html[html] }
    }

    private static func script(
        _ phrase: Phrase, _ months: [[UInt8]], _ words: (Range<Int>, Range<Int>) -> ArraySlice<UInt8>
    ) -> Script {
        var script = Script()
        for month in months {
            var parts: [Part] = []
            let begin = script.letters.count
            var start = begin
            func finishWords() {
                if script.letters.count > start { parts.append(.words(start..<script.letters.count)) }
                start = script.letters.count
            }
            func add(_ part: Part) {
                finishWords()
                parts.append(part)
            }
            for part in phrase.parts {
                switch part {
                case .text(let text, let html): script.letters += words(text, html)
                case .slot(let place):
                    switch phrase.slots[place] {
                    case "month": script.letters += month
                    case "day": add(.day)
                    case "year": add(.year)
                    case "time": add(.time)
                    default: break
                    }
                }
            }
            finishWords()
            script.months.append(parts)
            let room = parts.reduce(script.letters.count - begin) { $0 + $1.room }
            script.longest = max(script.longest, room)
        }
        return script
    }

    /// Appends a moment's date in UTC, for which there must be room.
    func append(_ moment: Moment, as form: Form, to bytes: inout OutputSpan<UInt8>) {
        switch form {
        case .text: Self.append(moment, text, to: &bytes)
        case .html: Self.append(moment, html, to: &bytes)
        }
    }

    private static func append(_ moment: Moment, _ script: Script, to bytes: inout OutputSpan<UInt8>) {
        let date = moment.date
        for part in script.months[date.month - 1] {
            switch part {
            case .words(let range): bytes.append(script.letters, in: range)
            case .day: if moment.precision >= .day { bytes.append(decimal: date.day) }
            case .year: bytes.append(decimal: date.year, width: 4)
            case .time: appendTime(of: moment, to: &bytes)
            }
        }
    }

    /// Seconds are shown only where they are told: nobody notices a theft at a round minute by chance.
    private static func appendTime(of moment: Moment, to bytes: inout OutputSpan<UInt8>) {
        guard moment.precision == .second else { return }
        let isRound = (moment.start % 60 + 60) % 60 == 0
        Moment.appendClock(moment.start, withSeconds: !isRound, to: &bytes)
    }
}
