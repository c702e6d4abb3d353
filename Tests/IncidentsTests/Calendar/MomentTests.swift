import Incidents
import TestKit
import Testing

@Suite("Moments")
struct MomentTests {
    @Test("every day from 1970 to 2999 is read at its place and written as it was")
    func everyDay() throws {
        var count = DayCount()
        var mistakes: [String] = []
        while count.year < 3000 {
            let text = count.text
            let moment = try Moment(parsing: text)
            let isRight =
                moment.precision == .day && moment.start == count.number * 86_400
                && moment.end == moment.start + 86_400 && moment.text == text
            if !isRight { mistakes.append(text) }
            count.advance()
        }
        #expect(mistakes.isEmpty, "\(mistakes.prefix(5))")
    }

    @Test("every month and every year ends where the next one begins")
    func everyMonthAndYear() throws {
        var lastMonth: Moment?
        var lastYear: Moment?
        for year in 1970...2999 {
            let whole = try Moment(parsing: "\(year)")
            #expect(whole.precision == .year && whole.text == "\(year)" && whole.year == year)
            #expect(lastYear.map { $0.end == whole.start } ?? true, "\(year)")
            lastYear = whole
            for month in 1...12 {
                let text = "\(year)-\(Moment.padded(month, 2))"
                let moment = try Moment(parsing: text)
                #expect(moment.precision == .month && moment.text == text)
                #expect(lastMonth.map { $0.end == moment.start } ?? true, "\(text)")
                if month == 1 { #expect(moment.start == whole.start) }
                if month == 12 { #expect(moment.end == whole.end) }
                lastMonth = moment
            }
        }
    }

    @Test("a time of day is counted from its day, less its offset, and written with both")
    func seconds() throws {
        var random = SeededRandom(seed: 70)
        for _ in 0..<2_000 {
            let date = CivilDate(dayNumber: Int64.random(in: 1..<376_199, using: &random))
            let (hour, minute, second) = (
                Int.random(in: 0...23, using: &random), Int.random(in: 0...59, using: &random),
                Int.random(in: 0...59, using: &random)
            )
            let offset = random.isOnce(in: 3) ? 0 : Int.random(in: -1439...1439, using: &random)
            let digits = Int.random(in: 0...9, using: &random)
            let fraction = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
            let text =
                date.text + "T" + [hour, minute, second].map { Moment.padded($0, 2) }.joined(separator: ":")
                + (digits > 0 ? "." + fraction : "") + Self.offsetText(offset)
            let moment = try Moment(parsing: text)
            #expect(
                moment.start == date.dayNumber * 86_400
                    + Int64(hour * 3600 + minute * 60 + second - offset * 60))
            let nanoseconds = Int32(fraction + String(repeating: "0", count: 9 - digits))
            #expect(moment.nanoseconds == nanoseconds)
            #expect(moment.text == text)
            let utc = try Moment(parsing: moment.utcText)
            #expect(
                utc.start == moment.start && utc.nanoseconds == moment.nanoseconds && utc.offsetMinutes == 0)
            #expect(try Moment(parsing: moment.rfc3339).start == moment.start)
            #expect(!(utc < moment) && !(moment < utc))
        }
    }

    private static func offsetText(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + Moment.padded(size / 60, 2) + ":" + Moment.padded(size % 60, 2)
    }

    @Test(
        "leap days are there in leap years and nowhere else",
        arguments: [
            ("1972", true), ("2000", true), ("2024", true), ("2400", true), ("1970", false), ("2026", false),
            ("2100", false), ("2200", false), ("2300", false), ("2500", false),
        ])
    func leapDays(year: String, isLeap: Bool) {
        for text in ["\(year)-02-29", "\(year)-02-29T12:00:00Z"] {
            #expect(((try? Moment(parsing: text)) != nil) == isLeap, "\(text)")
        }
        #expect(throws: MomentMistake.impossible("this month has no day 30")) {
            try Moment(parsing: "\(year)-02-30")
        }
    }

    @Test("the quick look at a second in UTC reads what the slow one reads, and nothing else")
    func utcSeconds() throws {
        var random = SeededRandom(seed: 71)
        let marks = Array("0123456789-:TZtz. +/".utf8)
        var (read, passed) = (0, 0)
        for _ in 0..<20_000 {
            var text = Array("2024-02-29T23:59:59Z".utf8)
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let place = Int.random(in: 0..<text.count, using: &random)
                text[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
            }
            if random.isOnce(in: 20) { text.removeLast() }
            let bytes = ([0x20] + text)[1...]
            let slow = try? Moment(spelled: bytes)
            if let quick = Moment(utcSecond: bytes.span) {
                #expect(quick == slow && quick.fractionDigits == slow?.fractionDigits)
                read += 1
            } else {
                #expect(slow == nil)
                passed += 1
            }
        }
        #expect(read > 3_000 && passed > 5_000)
    }

    @Test("the quick look at a day reads what the slow one reads, and nothing else")
    func days() {
        var random = SeededRandom(seed: 72)
        let marks = Array("0123456789-/T ".utf8)
        var read = 0
        for _ in 0..<10_000 {
            var text = Array("2024-02-29".utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<text.count, using: &random)
                text[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
            }
            if random.isOnce(in: 20) { text.removeLast() }
            let bytes = ([0x20] + text)[1...]
            let quick = Moment(day: bytes.span)
            #expect(quick == (try? Moment(spelled: bytes)) && quick.map { $0.precision == .day } != false)
            if quick != nil { read += 1 }
        }
        #expect(read > 2_000)
    }

    @Test("an offset moves the moment over midnight, the month and the year")
    func offsets() throws {
        #expect(try Moment(parsing: "1970-01-01T00:00:00+01:00").utcText == "1969-12-31T23:00:00Z")
        #expect(try Moment(parsing: "2024-02-29T23:30:00-01:00").utcText == "2024-03-01T00:30:00Z")
        #expect(try Moment(parsing: "2025-12-31T23:59:59-23:59").utcText == "2026-01-01T23:58:59Z")
        #expect(try Moment(parsing: "2026-01-01T00:00:00+23:59").date.text == "2025-12-31")
        // RFC 3339, section 4.3: -00:00 is UTC by an unknown clock.
        #expect(try Moment(parsing: "2026-01-01T00:00:00-00:00").text == "2026-01-01T00:00:00Z")
    }

    @Test("order is by the start of the period, whatever its precision and offset")
    func order() throws {
        let texts = [
            "2025", "2025-02", "2026-02-20T23:59:59Z", "2026-02-21", "2026-02-21T00:00:00.000000001Z",
            "2026-02-21T01:00:00+00:30", "2026-02-21T00:30:01Z", "2026-03",
        ]
        let moments = try texts.map { try Moment(parsing: $0) }
        for (earlier, later) in zip(moments, moments.dropFirst()) {
            #expect(earlier < later && !(later < earlier), "\(earlier.text) \(later.text)")
        }
    }

    @Test("a period lies wholly before another only when its last second does")
    func whollyBefore() throws {
        func isBefore(_ one: String, _ other: String) throws -> Bool {
            try Moment(parsing: one).isWhollyBefore(Moment(parsing: other))
        }
        #expect(try isBefore("2026-02-21", "2026-02-22"))
        #expect(try !isBefore("2026-02-21", "2026-02-21T23:59:59Z"))
        #expect(try isBefore("2026-02-21", "2026-02-22T00:00:00Z"))
        #expect(try !isBefore("2026", "2026-12-31"))
        #expect(try isBefore("2025", "2026-01-01"))
        #expect(try !isBefore("2026-02-21T09:00:00Z", "2026-02-21T09:00:00Z"))
        #expect(try isBefore("2026-02-21T09:00:00Z", "2026-02-21T09:00:00.1Z"))
        #expect(try !isBefore("2026-02-21T09:00:00Z", "2026-02-21"))
    }
}
