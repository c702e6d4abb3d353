import Incidents
import Syntax

/// Writes the events of one record: a day for each promise that has one, and the next public word.
struct RecordEvents {
    private let record: Record
    private let labels: PromiseLabels
    private let dates: DateStyle
    /// Who owes the next public word.
    private let speaker: String
    // What all its events say, as a calendar has it.
    private let id: [UInt8]
    private let authority: [UInt8]
    private let name: [UInt8]
    private let page: [UInt8]
    private let disclosed: [UInt8]

    init(_ record: Record, in edition: Edition) {
        self.record = record
        let phrases = edition.theme.phrases(record.lang ?? edition.site.lang)
        (labels, dates) = (phrases.promises, phrases.dates)
        speaker = edition.issuerName(of: record)
        id = Array(record.id.utf8)
        authority = Array(edition.tagAuthority.utf8.prefix { $0 != 0x2C })
        var name: [UInt8] = []
        appendCalendarEscaped(record.id, to: &name)
        name.append(literal: ": ")
        appendCalendarEscaped(record.title, to: &name)
        self.name = name
        page = Array(edition.address.absolute(SiteAddress.page(of: record)).utf8)
        disclosed = CalendarText.moment(record.disclosed.start)
    }

    /// The events as a calendar has them. A record that was withdrawn has none.
    func bytes() -> [UInt8] {
        guard record.withdrawn == nil else { return [] }
        var text = CalendarText()
        if let incident = record.incident {
            for (index, measure) in incident.mitigations.enumerated() {
                if let due = measure.due { write(measure, index, due: due, to: &text) }
            }
        }
        if let update = record.updates.last, case .at(let moment)? = update.next {
            write(update, due: moment, to: &text)
        }
        return text.bytes
    }

    private func write(_ measure: Mitigation, _ index: Int, due: Moment, to text: inout CalendarText) {
        var stamp = (measure.done ?? record.disclosed).start
        for move in measure.moved { stamp = max(stamp, move.at.start) }
        begin(
            uid: "commitment/", measure.id ?? String(index + 1), "", stamp: moment(stamp), created: disclosed,
            sequence: measure.moved.count, due: due, to: &text)
        let label =
            switch measure.status {
            case .done: labels.kept
            case .dropped: labels.dropped
            default: labels.due
            }
        summary(label, measure.action, to: &text)
        let link = link(SiteAddress.anchor(ofMeasure: measure, index))
        description(link, to: &text) { tellSteps(of: measure, to: &$0) }
        end(
            link, category: labels.calendarCategory, isCancelled: measure.status == .dropped, to: &text)
    }

    private func write(_ update: Update, due: Moment, to text: inout CalendarText) {
        let at = moment(update.at.start)
        begin(
            uid: "update/", update.id, "/next", stamp: at, created: at, sequence: 0, due: due, to: &text)
        summary(labels.nextWord, record.title, to: &text)
        let link = link(SiteAddress.anchor(of: update))
        description(link, to: &text) { bytes in
            bytes.append(literal: "\\n")
            appendCalendarEscaped(speaker, to: &bytes)
        }
        end(link, category: labels.nextWord, isCancelled: false, to: &text)
    }

    /// Whose a measure is, when it was done and how its day was moved: a line each, with a line break before it.
    private func tellSteps(of measure: Mitigation, to bytes: inout [UInt8]) {
        func tell(_ label: String, _ words: String) {
            bytes.append(literal: "\\n")
            appendCalendarEscaped(label, to: &bytes)
            bytes.append(literal: ": ")
            appendCalendarEscaped(words, to: &bytes)
        }
        if let owner = measure.owner { tell(labels.owner, owner) }
        if let done = measure.done { tell(labels.done, dates.text(done)) }
        for move in measure.moved {
            tell(dates.text(move.at), labels.moved(move, dates))
            guard let why = move.why else { continue }
            bytes.append(literal: ". ")
            appendCalendarEscaped(why, to: &bytes)
        }
    }

    // MARK: - Properties

    /// `stamp` is when the record last said something of it.
    private func begin(
        uid kind: StaticString, _ name: String, _ part: StaticString, stamp: [UInt8], created: [UInt8],
        sequence: Int, due: Moment, to text: inout CalendarText
    ) {
        text.lines("BEGIN:VEVENT\r\n")
        // It survives a rename and another address, as the ids of feeds do.
        text.line("UID:") { bytes in
            bytes += id
            bytes.append(literal: "/")
            bytes.append(literal: kind)
            bytes.append(text: name)
            bytes.append(literal: part)
            bytes.append(literal: "@")
            bytes += authority
        }
        text.line("DTSTAMP:") { $0 += stamp }
        text.line("CREATED:") { $0 += created }
        text.line("LAST-MODIFIED:") { $0 += stamp }
        text.line("SEQUENCE:") { $0.append(number: sequence) }
        if due.precision == .second {
            text.line("DTSTART:") { $0 += CalendarText.moment(due.start) }
        } else {
            // A month or a year is kept until its last day.
            let last = CivilDate.dayNumber(ofSecond: due.end - 1)
            text.line("DTSTART;VALUE=DATE:", day: CivilDate(dayNumber: last))
            text.line("DTEND;VALUE=DATE:", day: CivilDate(dayNumber: last + 1))
        }
    }

    /// Most is said on the day on which the record was published.
    private func moment(_ second: Int64) -> [UInt8] {
        second == record.disclosed.start ? disclosed : CalendarText.moment(second)
    }

    private func link(_ anchor: String) -> [UInt8] {
        page + [UInt8(ascii: "#")] + anchor.utf8
    }

    private func summary(_ label: String, _ words: String, to text: inout CalendarText) {
        text.line("SUMMARY:") { bytes in
            appendCalendarEscaped(label, to: &bytes)
            bytes.append(literal: ": ")
            appendCalendarEscaped(words, to: &bytes)
        }
    }

    /// The record's id and title, further lines, each with a line break before it, and the link.
    private func description(
        _ link: [UInt8], to text: inout CalendarText, _ further: (inout [UInt8]) -> Void
    ) {
        text.line("DESCRIPTION:") { bytes in
            bytes += name
            further(&bytes)
            bytes.append(literal: "\\n")
            appendCalendarEscaped(link, to: &bytes)
        }
    }

    private func end(_ link: [UInt8], category: String, isCancelled: Bool, to text: inout CalendarText) {
        text.line("URL:") { $0 += link }
        text.line("CATEGORIES:") { bytes in
            appendCalendarEscaped(id, to: &bytes)
            bytes.append(literal: ",")
            appendCalendarEscaped(category, to: &bytes)
        }
        text.lines(isCancelled ? "STATUS:CANCELLED\r\n" : "STATUS:CONFIRMED\r\n")
        text.lines("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n")
    }
}
