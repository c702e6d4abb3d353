import Incidents
import Syntax

/// `commitments.ics`: every day that was promised, to subscribe to in a calendar (RFC 5545).
///
/// Days are whole-day events and not to-dos, since the calendars that people subscribe with show events alone. They block
/// no time. A measure that is done or dropped stays on its day and says so; a day that moved is the same event with a
/// higher sequence number, and tells where it was.
///
/// Calendars fetch the whole file several times a day, so it holds what is owed or was settled of late; every promise
/// ever made stands on its record's page, in `record.json` and in the feed of promises.
struct PromiseCalendar {
    let edition: Edition
    /// The records whose promises it shows, in their order.
    let cards: [RecordCard]

    /// `cards` are those of all published records.
    init(of cards: [RecordCard], in edition: Edition) {
        self.edition = edition
        self.cards = Self.shown(cards, at: edition.telling.shown)
    }

    private var site: SiteConfiguration { edition.site }
    private var phrases: Phrases { edition.theme.phrases(site.lang) }

    /// Nil where nothing was ever promised: a calendar must not be empty.
    func artifact(from store: any FeedStore) -> Artifact? {
        let events = cards.map { $0.range(of: .calendar) }
        guard !events.isEmpty, let path = OutputPath(SiteAddress.calendar) else { return nil }
        let (head, end, size) = (head, Self.end, Self.recordsInPart)
        // All promises of a large site at once would take as much memory as everything else.
        return Artifact(
            path, parts: (events.count + size - 1) / size + 2,
            byteCount: events.reduce(head.count + end.count) { $0 + $1.count }, order: .feed
        ) { number in
            if number == 0 { return head }
            let some = events.dropFirst((number - 1) * size).prefix(size)
            guard !some.isEmpty else { return end }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(some.reduce(0) { $0 + $1.count })
            store.read(some) { bytes.append($0) }
            return bytes
        }
    }

    /// How many seconds the promises of a record stay behind the last of them that was settled: a year.
    private static let secondsShown: Int64 = 365 * 86_400

    /// Those of records that owe something or have settled it within a year, by their ids. Where there are none, those that
    /// were settled last: a calendar that somebody subscribed to does not go away.
    private static func shown(_ cards: [RecordCard], at now: Moment) -> [RecordCard] {
        let latest = cards.lazy.compactMap(\.promisedDays.settled).max { $0.end < $1.end }
        let isOwing = cards.contains { $0.promisedDays == .owed }
        let first = now.start - secondsShown
        let least = isOwing ? first : min(first, latest?.end ?? first)
        return cards.filter { card in
            switch card.promisedDays {
            case .none: false
            case .owed: true
            case .settled(let moment): moment.end >= least
            }
        }
        .sorted { $0.id < $1.id }
    }

    private static let recordsInPart = 256

    private var head: [UInt8] {
        var text = CalendarText()
        text.lines("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Aboveboard//Commitments//EN\r\n")
        text.lines("CALSCALE:GREGORIAN\r\n")
        let name = phrases.text("feed.commitments_title", ["site": site.title])
        text.text("NAME:", name)
        text.text("X-WR-CALNAME:", name)
        text.line("SOURCE;VALUE=URI:", edition.address.absolute(SiteAddress.calendar))
        text.lines("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n")
        return text.bytes
    }

    private static let end = Array("END:VCALENDAR\r\n".utf8)
}

extension SiteAddress {
    /// Every day that was promised, as a calendar.
    static let calendar = "commitments.ics"
}

extension CatalogueIndex {
    /// Whether the site has a calendar of promises.
    var hasCalendar: Bool { cards.contains { $0.promisedDays != .none } }

    /// Where the calendar is; null on a site without one.
    func calendarHref(on page: Page) -> TemplateValue {
        hasCalendar ? page.href(SiteAddress.calendar) : .null
    }
}
