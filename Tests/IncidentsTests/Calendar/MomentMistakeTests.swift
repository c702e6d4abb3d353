import Incidents
import Testing

/// Each way of writing a moment wrong, with what is said about it.
@Suite("Moments that are none")
struct MomentMistakeTests {
    private func mistake(_ text: String) -> MomentMistake? {
        do {
            _ = try Moment(parsing: text)
            return nil
        } catch { return error }
    }

    @Test(
        "what looks like no date is none",
        arguments: [
            "", " ", "soon", "20", "202", "20260221", "2026-", "2026-2", "2026-2-1", "2026-02-",
            "2026-02-2",
            "21.02.2026", "02/21/2026", "Feb 21, 2026", "2026-W08", "2026-052", "٢٠٢٦", "２０２６", "2026-02-21T",
            "2026-02-21T9:00:00Z", "2026-02-21T09", "2026-02-21T09Z", "2026-02-21T09:00:00.Z",
            "2026-02-21T09:00:00,5Z",
            "2026-02-21T09:00:00+0100", "2026-02-21T09:00:00+01", "2026-02-21T09:00:00 CET",
            "2026-02-21T09:00:00ZZ",
            "2026-02-21T09:00:00+01:00Z", "-2026-02-21", "+2026", "2026-02-21 ", "2026\u{301}",
        ])
    func notAMoment(text: String) {
        #expect(mistake(text) == .notAMoment)
    }

    @Test(
        "what the calendar or the clock does not have is impossible",
        arguments: [
            ("1969", "years run from 1970 to 2999"), ("3000", "years run from 1970 to 2999"),
            ("02026", "years run from 1970 to 2999"),
            ("0000-01-01", "years run from 1970 to 2999"), ("2026-00", "there is no month 0"),
            ("2026-13", "there is no month 13"), ("2026-04-31", "this month has no day 31"),
            ("2026-01-00", "this month has no day 0"), ("2026-02-29", "this month has no day 29"),
            ("2026-02-21T24:00:00Z", "a day ends at 23:59:59"),
            ("2026-02-21T09:60:00Z", "a day ends at 23:59:59"),
            ("2016-12-31T23:59:60Z", "a minute ends at second 59"),
            ("2026-02-21T09:00:00.1234567890Z", "a second has at most nine digits behind its point"),
            ("2026-02-21T09:00:00+24:00", "an offset ends at 23:59"),
            ("2026-02-21T09:00:00-01:60", "an offset ends at 23:59"),
            ("2026/02/30", "this month has no day 30"),
        ])
    func impossible(text: String, why: String) {
        #expect(mistake(text) == .impossible(why))
    }

    @Test("a time without its offset or its seconds is told apart")
    func missing() {
        for text in ["2026-02-21T09:20:00", "2026-02-21T09:20:00.5", "2026-02-21 09:20:00"] {
            #expect(mistake(text) == .missingOffset, "\(text)")
        }
        for text in [
            "2026-02-21T09:20", "2026-02-21T09:20Z", "2026-02-21T09:20+01:00", "2026-02-21 09:20 UTC",
        ] {
            #expect(mistake(text) == .missingSeconds, "\(text)")
        }
    }

    @Test(
        "a spelling that leaves no doubt is repaired, and the repair is a moment",
        arguments: [
            ("2026/02/21", "2026-02-21"), ("2026.02.21", "2026-02-21"), ("2026/02", "2026-02"),
            ("2026-02-21 09:20:00Z", "2026-02-21T09:20:00Z"),
            ("2026-02-21t09:20:00z", "2026-02-21T09:20:00Z"),
            ("2026-02-21_09:20:00Z", "2026-02-21T09:20:00Z"),
            ("2026-02-21 09:20:00 UTC", "2026-02-21T09:20:00Z"),
            ("2026-02-21T09:20:00 GMT", "2026-02-21T09:20:00Z"),
            ("2026-02-21T09:20:00UTC", "2026-02-21T09:20:00Z"),
            ("2026-02-21T09:20:00 Z", "2026-02-21T09:20:00Z"),
            ("2026/02/21 09:20:00.25+01:00", "2026-02-21T09:20:00.25+01:00"),
        ])
    func repaired(text: String, repair: String) throws {
        #expect(mistake(text) == .spelling(repair))
        #expect(try Moment(parsing: repair).text == repair)
    }
}
