import Incidents
import Records
import System

/// The moment at which "overdue", "not due yet" and embargoes are told.
package enum AsOf: Sendable {
    /// `--as-of now`: the machine's clock, which nothing else reads for a build.
    case now
    /// `--as-of MOMENT`.
    case moment(Moment)
    /// What the configuration says, else `SOURCE_DATE_EPOCH`, else the newest event in the records.
    case data
    /// The same, but no later than a day that is today somewhere: a date that is typed far ahead would else be "now" to
    /// itself, and nothing that only reads the records could tell. For what publishes nothing, or publishes by the clock.
    case dataUpTo(Moment)

    /// `dataUpTo` the day that a moment is in the zone farthest ahead, which is 14 hours ahead of UTC.
    package static func data(upToDayOf moment: Moment) -> AsOf {
        let day = CivilDate.dayNumber(ofSecond: moment.start + 14 * 3600)
        return .dataUpTo(Moment(precision: .day, start: day * 86_400))
    }

    /// `dataUpTo` today, by the machine's clock.
    package static var dataUpToToday: AsOf { data(upToDayOf: clock) }

    private static var clock: Moment { Moment(secondsSince1970: WallClock.secondsSinceEpoch()) }

    /// Nil where the text is neither `now` nor a moment.
    package init?(_ text: String) {
        if text == "now" {
            self = .now
        } else if let moment = try? Moment(parsing: text) {
            self = .moment(moment)
        } else {
            return nil
        }
    }

    /// A flag outweighs the configuration, as everywhere on a command line.
    ///
    /// With `countsDrafts` the newest event may be that of a draft or of a record under embargo: so a check takes it, to
    /// which what the writer just wrote is no slip of the future. What readers see depends on published records alone.
    package func resolve(
        _ site: SiteConfiguration, records: some Sequence<Record>, countsDrafts: Bool = false
    ) -> Moment {
        resolve(site, facts: records.map(RecordFacts.init), countsDrafts: countsDrafts)
    }

    func resolve(
        _ site: SiteConfiguration, facts records: [RecordFacts], countsDrafts: Bool = false
    ) -> Moment {
        switch self {
        case .now: return Self.clock
        case .moment(let moment): return moment
        case .data, .dataUpTo: break
        }
        if let fixed = site.asOf ?? Self.sourceDate { return fixed }
        var published: Moment?
        var written: Moment?
        for record in records {
            let newest = record.newestEvent
            if written.map({ $0 < newest }) ?? true { written = newest }
            guard countsDrafts || (!record.isDraft && record.embargo == nil) else { continue }
            if published.map({ $0 < newest }) ?? true { published = newest }
        }
        // A site of drafts alone is told at its newest draft: nothing is published that it could change.
        let newest = published ?? written ?? Moment(secondsSince1970: 0)
        if case .dataUpTo(let today) = self, today.isWhollyBefore(newest) { return today }
        return newest
    }

    /// Whether `resolve` takes the newest event of the records, behind which today may lie by years.
    package func isFromRecords(_ site: SiteConfiguration) -> Bool {
        switch self {
        case .now, .moment: false
        case .data, .dataUpTo: site.asOf == nil && Self.sourceDate == nil
        }
    }

    private static var sourceDate: Moment? {
        guard let text = Environment.value(of: "SOURCE_DATE_EPOCH"), let seconds = Int64(text), seconds >= 0
        else { return nil }
        return Moment(secondsSince1970: seconds)
    }
}
