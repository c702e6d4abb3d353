import Diagnostics
import Incidents

/// What a record tells has happened.
///
/// An event, an update or a measure that is dated in the future is a slip of a year, a month or a zone, and every
/// duration that is computed from it is wrong. Promises and deadlines (`next_update`, `due`, `review`, `revisit`,
/// `deadline`) are of the future by nature.
///
/// ```yaml
/// # checked with  --as-of 2026-03-01
/// disclosed: 2027-02-21   # wrong
/// disclosed: 2026-02-21   # right
/// ```
///
/// "Now" is `--as-of`, or `as_of` in `aboveboard.yml`, or `SOURCE_DATE_EPOCH`, or else the newest moment of the records
/// themselves. Of these, `check`, `serve`, `new`, `update` and `publish` take none that is later than today, since a year
/// that is typed wrong would else be its own "now"; today is what the machine's clock says, which `build` never asks.
///
/// A record under embargo may tell what lies before the embargo's end. In a draft, the first public word and updates may
/// lie ahead.
struct FutureMoment: Rule {
    static let code = "future-moment"
    static let title = "what a record tells has happened"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let embargoEnd = Self.embargoEnd(of: file, site)
        RecordWalk(file).events { moment, place in
            guard Self.isAhead(moment, of: embargoEnd, site) else { return }
            let path = place.path
            guard Self.isJudged(path, file) else { return }
            report.add(
                Self.finding(
                    "\(moment.text) lies in the future of \((embargoEnd ?? site.asOf).text)",
                    at: file.span(path),
                    help: embargoEnd == nil && site.isAsOfFromRecords
                        ? "check its year, month and offset and, if they are right, this machine's clock"
                        : "check its year, month and offset; a later \"now\" is given with --as-of MOMENT"))
        }
    }

    /// Whether this rule speaks of a moment: that it contradicts others as well is then no second finding.
    static func blames(_ moment: Moment, _ path: FieldPath, _ file: RecordFile, _ site: SiteUnderCheck)
        -> Bool
    {
        isAhead(moment, of: embargoEnd(of: file, site), site) && isJudged(path, file)
    }

    /// The end of an embargo that still holds: until then is what the record may tell of.
    private static func embargoEnd(of file: RecordFile, _ site: SiteUnderCheck) -> Moment? {
        guard let embargo = file.record.embargo, file.isSound("embargo"), site.isInFuture(embargo) else {
            return nil
        }
        return embargo
    }

    private static func isAhead(_ moment: Moment, of embargoEnd: Moment?, _ site: SiteUnderCheck) -> Bool {
        embargoEnd.map { $0.isWhollyBefore(moment) } ?? site.isInFuture(moment)
    }

    private static func isJudged(_ path: FieldPath, _ file: RecordFile) -> Bool {
        if file.record.isDraft, path == FieldPath("disclosed") || path.steps.first == "updates" {
            return false
        }
        return file.isSound(path)
    }
}
