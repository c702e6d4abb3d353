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
    func artifact(of cards: [RecordCard], from store: any FeedStore) -> Artifact? {
        let events = cards.sorted { $0.id < $1.id }.map { $0.range(of: .calendar) }.filter { !$0.isEmpty }
        guard !events.isEmpty else { return nil }
        var text = CalendarText(capacity: events.reduce(1024) { $0 + $1.count })
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
        for range in events { text.append { store.read(range, into: &$0) } }
        text.line("END", "VCALENDAR")
        return Artifact(file: SiteAddress.calendar, text.bytes, order: .feed)
    }
}

extension SiteAddress {
    /// Every day that was promised, as a calendar.
    static let calendar = "commitments.ics"
}
