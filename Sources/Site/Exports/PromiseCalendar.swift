import Incidents

/// `commitments.ics`: every day that was promised, to subscribe to in a calendar (RFC 5545).
///
/// Days are whole-day events and not to-dos, since the calendars that people subscribe with show events alone. They block
/// no time. A measure that is done or dropped stays on its day and says so; a day that moved is the same event with a
/// higher sequence number, and tells where it was.
struct PromiseCalendar {
    let edition: Edition

    private var site: SiteConfiguration { edition.site }
    private var phrases: Phrases { edition.theme.phrases(site.lang) }

    /// Nil where nothing was ever promised: a calendar must not be empty.
    func artifact(of cards: [RecordCard]) -> Artifact? {
        let events = cards.sorted { $0.id < $1.id }.flatMap(\.calendar)
        guard !events.isEmpty else { return nil }
        var text = CalendarText()
        text.line("BEGIN", "VCALENDAR")
        text.line("VERSION", "2.0")
        text.line("PRODID", "-//Aboveboard//Commitments//EN")
        text.line("CALSCALE", "GREGORIAN")
        let name = phrases.text("feed.commitments_title", ["site": site.title])
        text.text("NAME", name)
        text.text("X-WR-CALNAME", name)
        text.line("SOURCE;VALUE=URI", edition.address.absolute(SiteAddress.calendar))
        text.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
        text.line("X-PUBLISHED-TTL", "PT6H")
        text.append(events)
        text.line("END", "VCALENDAR")
        return Artifact(file: SiteAddress.calendar, text.bytes, order: .feed)
    }

    private struct Event {
        let uid: String
        /// When the record last said something of it.
        let stamp: Int64
        let created: Int64
        let due: Moment
        let title: String
        let lines: [String]
        let link: String
        let sequence: Int
        let isCancelled: Bool
        let categories: [String]
    }

    /// A record's events as its card keeps them.
    func events(of record: Record) -> [UInt8] {
        var text = CalendarText()
        for event in list(of: record) { write(event, to: &text) }
        return text.bytes
    }

    private func list(of record: Record) -> [Event] {
        guard record.withdrawn == nil else { return [] }
        let phrases = edition.theme.phrases(record.lang ?? site.lang)
        let page = edition.address.absolute(SiteAddress.page(of: record))
        var events: [Event] = []
        for (index, measure) in (record.incident?.mitigations ?? []).enumerated() {
            guard let due = measure.due else { continue }
            let name = measure.id ?? String(index + 1)
            events.append(
                Event(
                    uid: uid(record, "commitment/" + name),
                    stamp: (measure.moved.map(\.at) + [measure.done ?? record.disclosed]).map(\.start).max()
                        ?? 0,
                    created: record.disclosed.start, due: due, title: title(of: measure, phrases),
                    lines: lines(of: measure, in: record, phrases),
                    link: page + "#" + SiteAddress.anchor(ofMeasure: measure, index),
                    sequence: measure.moved.count, isCancelled: measure.status == .dropped,
                    categories: [record.id, phrases.text("feed.calendar_commitment")]))
        }
        if let update = record.updates.last, case .at(let moment)? = update.next {
            events.append(
                Event(
                    uid: uid(record, "update/\(update.id)/next"), stamp: update.at.start,
                    created: update.at.start,
                    due: moment, title: phrases.text("standing.next_word") + ": " + record.title,
                    lines: [record.id + ": " + record.title, edition.issuerName(of: record)],
                    link: page + "#" + SiteAddress.anchor(of: update), sequence: 0, isCancelled: false,
                    categories: [record.id, phrases.text("standing.next_word")]))
        }
        return events
    }

    /// Survives a rename and another address, as the ids of feeds do.
    private func uid(_ record: Record, _ name: String) -> String {
        "\(record.id)/\(name)@\(site.tagAuthority.prefix { $0 != "," })"
    }

    private func title(of measure: Mitigation, _ phrases: Phrases) -> String {
        switch measure.status {
        case .done: phrases.text("feed.kept") + ": " + measure.action
        case .dropped: phrases.text("feed.dropped") + ": " + measure.action
        default: phrases.text("measures.due") + ": " + measure.action
        }
    }

    private func lines(of measure: Mitigation, in record: Record, _ phrases: Phrases) -> [String] {
        var lines = [record.id + ": " + record.title]
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

    private func write(_ event: Event, to text: inout CalendarText) {
        text.line("BEGIN", "VEVENT")
        text.line("UID", event.uid)
        text.line("DTSTAMP", CalendarText.moment(event.stamp))
        text.line("CREATED", CalendarText.moment(event.created))
        text.line("LAST-MODIFIED", CalendarText.moment(event.stamp))
        text.line("SEQUENCE", String(event.sequence))
        if event.due.precision == .second {
            text.line("DTSTART", CalendarText.moment(event.due.start))
        } else {
            // A month or a year is kept until its last day.
            let last = CivilDate.dayNumber(ofSecond: event.due.end - 1)
            text.line("DTSTART;VALUE=DATE", CalendarText.day(CivilDate(dayNumber: last)))
            text.line("DTEND;VALUE=DATE", CalendarText.day(CivilDate(dayNumber: last + 1)))
        }
        text.text("SUMMARY", event.title)
        text.text("DESCRIPTION", (event.lines + [event.link]).joined(separator: "\n"))
        text.line("URL", event.link)
        text.texts("CATEGORIES", event.categories)
        text.line("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
        text.line("TRANSP", "TRANSPARENT")
        text.line("END", "VEVENT")
    }
}

extension SiteAddress {
    /// Every day that was promised, as a calendar.
    static let calendar = "commitments.ics"
}
