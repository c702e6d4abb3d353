/// A point or a period of time as the writer knew it: a second (with its fraction), a day, a month or a year.
///
/// RFC 3339 with an offset, or one of its coarser prefixes. Precision is kept and shown; sorting takes the start of the
/// period in UTC.
package struct Moment: Sendable, Hashable, Comparable {
    package enum Precision: Int, Sendable, Comparable {
        case year, month, day, second

        package static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
    }

    package let precision: Precision
    /// Seconds since 1970-01-01T00:00:00Z at the start of the period.
    package let start: Int64
    /// Nanoseconds behind `start`, where a fraction was written.
    package let nanoseconds: Int32
    /// How many digits of a fraction were written, 0 to 9.
    package let fractionDigits: UInt8
    /// The offset from UTC in minutes as written; 0 where the precision is coarser than a second.
    package let offsetMinutes: Int16

    package init(
        precision: Precision, start: Int64, nanoseconds: Int32 = 0, fractionDigits: UInt8 = 0,
        offsetMinutes: Int16 = 0
    ) {
        self.precision = precision
        self.start = start
        self.nanoseconds = nanoseconds
        self.fractionDigits = fractionDigits
        self.offsetMinutes = offsetMinutes
    }

    /// A second in UTC.
    package init(secondsSince1970 seconds: Int64) {
        self.init(precision: .second, start: seconds)
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.start == right.start ? left.nanoseconds < right.nanoseconds : left.start < right.start
    }

    /// The first second behind the period; for a second, the next one.
    package var end: Int64 {
        if precision == .second { return start + 1 }
        if precision == .day { return start + 86_400 }
        let date = CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: start))
        switch precision {
        case .second, .day: return start
        case .month:
            let next =
                date.month == 12
                ? CivilDate(year: date.year + 1, month: 1, day: 1)
                : CivilDate(year: date.year, month: date.month + 1, day: 1)
            return next.dayNumber * 86_400
        case .year: return CivilDate(year: date.year + 1, month: 1, day: 1).dayNumber * 86_400
        }
    }

    /// Whether the whole period lies before `other`: what "has passed" and "is overdue" mean.
    package func isWhollyBefore(_ other: Moment) -> Bool {
        end <= other.start || (precision == .second && self < other)
    }

    /// The date in UTC at the start of the period.
    package var date: CivilDate { CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: start)) }

    package var year: Int { date.year }

    /// The year that `text` begins with, in the moment's own offset.
    package var writtenYear: Int {
        let local = start + (precision == .second ? Int64(offsetMinutes) * 60 : 0)
        return CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: local)).year
    }

    /// The moment as a record writes it, with its own precision and offset: `2026-02-21T09:20:00Z`, `2026-02`.
    package var text: String { format(offsetMinutes: offsetMinutes) }

    /// The moment in UTC with a `Z`; periods as they are.
    package var utcText: String { format(offsetMinutes: 0) }

    /// RFC 3339 to the second in UTC at the start of the period: what feeds and sitemaps take.
    package var rfc3339: String {
        Moment(precision: .second, start: start).format(offsetMinutes: 0)
    }

    /// Appends the moment as `text` has it.
    package func append(to bytes: inout [UInt8]) {
        append(offsetMinutes: offsetMinutes, to: &bytes)
    }

    /// Appends the moment as `text` has it, for which there must be room: at most `longest` bytes.
    package func append(to bytes: inout OutputSpan<UInt8>) {
        append(offsetMinutes: offsetMinutes, to: &bytes)
    }

    /// No moment's `text` takes more bytes: a year of up to twenty digits, and 31 more.
    package static let longest = 64

    private func format(offsetMinutes: Int16) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(40)
        append(offsetMinutes: offsetMinutes, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(offsetMinutes: Int16, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: Self.longest) { append(offsetMinutes: offsetMinutes, to: &$0) }
    }

    private func append(offsetMinutes: Int16, to bytes: inout OutputSpan<UInt8>) {
        let local = start + (precision == .second ? Int64(offsetMinutes) * 60 : 0)
        let date = CivilDate(dayNumber: CivilDate.dayNumber(ofSecond: local))
        bytes.append(decimal: date.year, width: 4)
        if precision == .year { return }
        bytes.append(UInt8(ascii: "-"))
        bytes.appendTwoDigits(of: date.month)
        if precision == .month { return }
        bytes.append(UInt8(ascii: "-"))
        bytes.appendTwoDigits(of: date.day)
        if precision == .day { return }
        bytes.append(UInt8(ascii: "T"))
        Self.appendClock(local, to: &bytes)
        if fractionDigits > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(decimal: Int(nanoseconds), width: 9)
            bytes.removeLast(9 - min(9, Int(fractionDigits)))
        }
        if offsetMinutes == 0 { return bytes.append(UInt8(ascii: "Z")) }
        let size = abs(Int(offsetMinutes))
        bytes.append(offsetMinutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        bytes.appendTwoDigits(of: size / 60)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendTwoDigits(of: size % 60)
    }

    /// `09:20:00` of a second counted from 1970.
    package static func clockText(_ second: Int64) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8)
        appendClock(second, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `09:20:00` of a second counted from 1970.
    package static func appendClock(_ second: Int64, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 8) { appendClock(second, to: &$0) }
    }

    /// Appends `09:20:00` of a second counted from 1970, for which there must be room; without its seconds, where they
    /// are not wanted.
    package static func appendClock(
        _ second: Int64, withSeconds: Bool = true, to bytes: inout OutputSpan<UInt8>
    ) {
        let ofDay = Int(second - CivilDate.dayNumber(ofSecond: second) * 86_400)
        bytes.appendTwoDigits(of: ofDay / 3600)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendTwoDigits(of: ofDay / 60 % 60)
        guard withSeconds else { return }
        bytes.append(UInt8(ascii: ":"))
        bytes.appendTwoDigits(of: ofDay % 60)
    }

    /// A number with zeros before it up to `width` digits.
    package static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return digits.utf8.count >= width
            ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
