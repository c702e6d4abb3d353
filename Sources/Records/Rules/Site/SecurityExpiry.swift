import Diagnostics
import Incidents

/// `security.txt` is valid for a while, and not for ever.
///
/// RFC 9116 asks for one date of expiry, less than a year away, so that nobody writes to an address that has been left.
/// A file that has expired is not used at all.
///
/// ```yaml
/// security:
///   contact: mailto:security@example.org
///   expires: 2026-12-31
/// ```
///
/// Set the date anew each year, when you have looked whether the address is read. The warning comes thirty days before.
/// That a date is more than a year away is told only where the check knows the day, from `--as-of`, `as_of` or
/// `SOURCE_DATE_EPOCH`: the newest word of the records may be old.
struct SecurityExpiry: SiteRule {
    static let code = "security-expiry"
    static let title = "`security.txt` is valid for a while, and not for ever"
    static let severity = Severity.warning

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        guard let security = site.configuration.security, site.file.isSound("security") else { return }
        guard let expires = security.expires else {
            report.add(
                Self.finding(
                    "security.txt needs a date on which it expires",
                    at: site.file.span("security", "contact"),
                    help: "write  expires:  and a date within the next year"))
            return
        }
        let days =
            CivilDate.dayNumber(ofSecond: expires.start) - CivilDate.dayNumber(ofSecond: site.asOf.start)
        let span = site.file.span("security", "expires")
        if days < 0 || site.hasPassed(expires) {
            report.add(
                Self.finding(
                    "security.txt has expired, so that nobody uses it", at: span,
                    notes: ["told as of \(site.asOf.text)"],
                    help: "look whether the address is read, and set a date within the next year"))
        } else if days < 30 {
            report.add(
                Self.finding(
                    "security.txt expires in \(days) \(days == 1 ? "day" : "days")", at: span,
                    notes: ["told as of \(site.asOf.text)"],
                    help: "look whether the address is read, and set a date within the next year"))
        } else if days > 366, !site.isAsOfFromRecords {
            report.add(
                Self.finding(
                    "security.txt is to be looked at once a year (RFC 9116), and this is \(days) days away",
                    at: span,
                    notes: ["told as of \(site.asOf.text)"], help: "set a date within the next year"))
        }
    }
}
