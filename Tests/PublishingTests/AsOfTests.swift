import Incidents
import Testing

@testable import Publishing

@Suite("the moment at which a site is told")
struct AsOfTests {
    @Test(
        "the last day that counts is today where the day begins first",
        arguments: [
            ("2026-11-22T00:00:00Z", "2026-11-22"), ("2026-11-22T09:59:59Z", "2026-11-22"),
            ("2026-11-22T10:00:00Z", "2026-11-23"), ("2026-12-31T23:59:59Z", "2027-01-01"),
            ("1970-01-01T00:00:00Z", "1970-01-01"),
        ])
    func today(_ now: String, _ day: String) throws {
        guard case .dataUpTo(let moment) = AsOf.data(upToDayOf: try Moment(parsing: now)) else {
            Issue.record("not the newest event up to a day")
            return
        }
        #expect(moment.text == day)
    }

    @Test("what the configuration fixes outweighs both the records and today")
    func fixed() throws {
        var site = SiteConfiguration()
        let today = AsOf.data(upToDayOf: try Moment(parsing: "2026-11-22T12:00:00Z"))
        #expect(today.isFromRecords(site))
        #expect(today.resolve(site, records: [Record]()).start == 0)
        site.asOf = try Moment(parsing: "2062-01-01")
        #expect(today.resolve(site, records: [Record]()).text == "2062-01-01")
        #expect(!today.isFromRecords(site))
    }
}
