import Incidents
import Syntax

/// Writes the events of one record: a day for each promise that has one, and the next public word.
struct RecordEvents {
    private let record: Record
    private let edition: Edition
    private let phrases: Phrases
    private let page: String
    private var text = CalendarText()

    init(_ record: Record, in edition: Edition) {
        self.record = record
        self.edition = edition
        phrases = edition.theme.phrases(record.lang ?? edition.site.lang)
        page = edition.address.absolute(SiteAddress.page(of: record))
    }

    /// The events as a calendar has them. A record that was withdrawn has none.
    consuming func bytes() -> [UInt8] {
        guard record.withdrawn == nil else { return [] }
        if let incident = record.incident {
            for (index, measure) in incident.mitigations.enumerated() {
                if let due = measure.due { write(measure, index, due: due) }
            }
        }
        if let update = record.updates.last, case .at(let moment)? = update.next {
            write(update, due: moment)
        }
        return text.bytes
    }

    private mutating func write(_ measure: Mitigation, _ index: Int, due: Moment) {
        let name = measure.id ?? String(index + 1)
        var stamp = (measure.done ?? record.disclosed).start
        for move in measure.moved { stamp = max(stamp, move.at.start) }
        begin(
            uid: "commitment/" + name, stamp: stamp, created: record.disclosed.start,
            sequence: measure.moved.count, due: due)
        let label =
            switch measure.status {
            case .done: "feed.kept"
            case .dropped: "feed.dropped"
            default: "measures.due"
            }
        summary(phrases.text(label), measure.action)
        let link = page + "#" + SiteAddress.anchor(ofMeasure: measure, index)
        let lines = lines(of: measure)
        description(link: link) { bytes in
            for line in lines {
                bytes.append(literal: "\\n")
                appendCalendarEscaped(line, to: &bytes)
            }
        }
        end(
            link: link, category: phrases.text("feed.calendar_commitment"),
            isCancelled: measure.status == .dropped)
    }

    private mutating func write(_ update: Update, due: Moment) {
        begin(
            uid: "update/" + update.id + "/next", stamp: update.at.start, created: update.at.start,
            sequence: 0, due: due)
        let label = phrases.text("standing.next_word")
        summary(label, record.title)
        let link = page + "#" + SiteAddress.anchor(of: update)
        let speaker = edition.issuerName(of: record)
        description(link: link) { bytes in
            bytes.append(literal: "\\n")
            appendCalendarEscaped(speaker, to: &bytes)
        }
        end(link: link, category: label, isCancelled: false)
    }

    private func lines(of measure: Mitigation) -> [String] {
        var lines: [String] = []
        if let owner = measure.owner { lines.append(phrases.text("measures.owner") + ": " + owner) }
        if let done = measure.done {
            lines.append(phrases.text("measures.done_at") + ": " + phrases.dates.text(done))
        }
        func text(_ moment: Moment?) -> String {
            moment.map(phrases.dates.text) ?? phrases.text("feed.no_date")
        }
        for move in measure.moved {
            let moved = phrases.text("feed.moved", ["from": text(move.from), "to": text(move.to)])
            lines.append(phrases.dates.text(move.at) + ": " + moved + (move.why.map { ". " + $0 } ?? ""))
        }
        return lines
    }

    // MARK: - Properties

    /// `stamp` is when the record last said something of it.
    private mutating func begin(uid: String, stamp: Int64, created: Int64, sequence: Int, due: Moment) {
        text.line("BEGIN", "VEVENT")
        // It survives a rename and another address, as the ids of feeds do.
        let (id, authority) = (record.id, edition.tagAuthority)
        text.line("UID") { bytes in
            bytes.append(text: id)
            bytes.append(literal: "/")
            bytes.append(text: uid)
            bytes.append(literal: "@")
            bytes += authority.utf8.prefix { $0 != 0x2C }
        }
        text.line("DTSTAMP") { CalendarText.append(moment: stamp, to: &$0) }
        text.line("CREATED") { CalendarText.append(moment: created, to: &$0) }
        text.line("LAST-MODIFIED") { CalendarText.append(moment: stamp, to: &$0) }
        text.line("SEQUENCE") { $0.append(number: sequence) }
        if due.precision == .second {
            text.line("DTSTART") { CalendarText.append(moment: due.start, to: &$0) }
        } else {
            // A month or a year is kept until its last day.
            let last = CivilDate.dayNumber(ofSecond: due.end - 1)
            text.line("DTSTART;VALUE=DATE") {
                CalendarText.append(day: CivilDate(dayNumber: last), to: &$0)
            }
            text.line("DTEND;VALUE=DATE") {
                CalendarText.append(day: CivilDate(dayNumber: last + 1), to: &$0)
            }
        }
    }

    private mutating func summary(_ label: String, _ words: String) {
        text.line("SUMMARY") { bytes in
            appendCalendarEscaped(label, to: &bytes)
            bytes.append(literal: ": ")
            appendCalendarEscaped(words, to: &bytes)
        }
    }

    /// The record's id and title, further lines, each with a line break before it, and the link.
    private mutating func description(link: String, _ further: (inout [UInt8]) -> Void) {
        let (id, title) = (record.id, record.title)
        text.line("DESCRIPTION") { bytes in
            appendCalendarEscaped(id, to: &bytes)
            bytes.append(literal: ": ")
            appendCalendarEscaped(title, to: &bytes)
            further(&bytes)
            bytes.append(literal: "\\n")
            appendCalendarEscaped(link, to: &bytes)
        }
    }

    private mutating func end(link: String, category: String, isCancelled: Bool) {
        text.line("URL", link)
        let id = record.id
        text.line("CATEGORIES") { bytes in
            appendCalendarEscaped(id, to: &bytes)
            bytes.append(literal: ",")
            appendCalendarEscaped(category, to: &bytes)
        }
        text.line("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")
        text.line("TRANSP", "TRANSPARENT")
        text.line("END", "VEVENT")
    }
}
