/// Why a text is not a moment, so that a message can say just that.
package enum MomentMistake: Error, Sendable, Hashable {
    /// Nothing that looks like a date.
    case notAMoment
    /// The 31st of February, the 13th month, the 25th hour.
    case impossible(String)
    /// A time of day without `Z` or `+01:00`.
    case missingOffset
    /// A time of day without seconds: RFC 3339 writes them.
    case missingSeconds
    /// A space, a lower-case letter or a slash where RFC 3339 has `T`, `Z` or `-`; holds the repaired text.
    case spelling(String)
}

extension Moment {
    /// Reads `2025`, `2026-02`, `2026-02-21` or RFC 3339 such as `2026-02-21T09:20:00.5+01:00`.
    ///
    /// Years run from 1970 to 2999. A leap second is refused: no clock that counts from 1970 can hold it.
    package init(parsing text: some StringProtocol) throws(MomentMistake) {
        let bytes = Array(text.utf8)
        try self.init(utf8: bytes[...])
    }

    /// Reads the same from UTF-8.
    package init(utf8 bytes: ArraySlice<UInt8>) throws(MomentMistake) {
        if let usual = Moment(usual: bytes.span) {
            self = usual
        } else {
            try self.init(spelled: bytes)
        }
    }

    /// Reads a second in UTC or a day, as most are written; nil for any other text.
    package init?(usual text: Span<UInt8>) {
        guard let moment = Moment(utcSecond: text) ?? Moment(day: text) else { return nil }
        self = moment
    }

    /// Reads a day, `2026-02-21`; nil for any other text.
    package init?(day text: Span<UInt8>) {
        guard text.count == 10, let date = Self.date(text) else { return nil }
        self.init(precision: .day, start: date.dayNumber * 86_400)
    }

    /// The day that a text begins with.
    @inline(__always)
    private static func date(_ text: Span<UInt8>) -> CivilDate? {
        guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let century = twoDigits(at: 0, text), let years = twoDigits(at: 2, text),
            let month = twoDigits(at: 5, text), let day = twoDigits(at: 8, text)
        else { return nil }
        let year = century * 100 + years
        guard 1970...2999 ~= year, 1...12 ~= month, day > 0, day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// Reads a second in UTC without a fraction, `2026-02-21T09:20:00Z`, as most are written; nil for any other text.
    package init?(utcSecond text: Span<UInt8>) {
        guard text.count == 20, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
            text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "Z"), let date = Self.date(text),
            let hour = Self.twoDigits(at: 11, text), let minute = Self.twoDigits(at: 14, text),
            let second = Self.twoDigits(at: 17, text), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(
            precision: .second,
            start: date.dayNumber * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }

    private static func twoDigits(at place: Int, _ text: Span<UInt8>) -> Int? {
        let (tens, ones) = (text[place] &- 0x30, text[place + 1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// Reads any spelling.
    package init(spelled bytes: ArraySlice<UInt8>) throws(MomentMistake) {
        var reader = DigitReader(bytes)
        guard let year = reader.number(4), bytes.count >= 4 else { throw Self.mistake(in: bytes) }
        guard (1970...2999).contains(year) else { throw .impossible("years run from 1970 to 2999") }
        if reader.isAtEnd {
            self.init(precision: .year, start: CivilDate(year: year, month: 1, day: 1).dayNumber * 86_400)
            return
        }
        guard reader.take("-"), let month = reader.number(2) else { throw Self.mistake(in: bytes) }
        guard (1...12).contains(month) else { throw .impossible("there is no month \(month)") }
        if reader.isAtEnd {
            self.init(
                precision: .month, start: CivilDate(year: year, month: month, day: 1).dayNumber * 86_400)
            return
        }
        guard reader.take("-"), let day = reader.number(2) else { throw Self.mistake(in: bytes) }
        guard (1...CivilDate.days(inMonth: month, of: year)).contains(day) else {
            throw .impossible("this month has no day \(day)")
        }
        let dayStart = CivilDate(year: year, month: month, day: day).dayNumber * 86_400
        if reader.isAtEnd {
            self.init(precision: .day, start: dayStart)
            return
        }
        guard reader.take("T"), let hour = reader.number(2), reader.take(":"), let minute = reader.number(2)
        else { throw Self.mistake(in: bytes) }
        guard hour < 24, minute < 60 else { throw .impossible("a day ends at 23:59:59") }
        guard reader.take(":"), let second = reader.number(2) else {
            throw reader.isAtEnd || reader.isAtOffset ? .missingSeconds : Self.mistake(in: bytes)
        }
        guard second < 60 else { throw .impossible("a minute ends at second 59") }
        var nanoseconds = 0
        var fractionDigits = 0
        if reader.take(".") {
            while let digit = reader.number(1) {
                fractionDigits += 1
                guard fractionDigits <= 9 else {
                    throw .impossible("a second has at most nine digits behind its point")
                }
                nanoseconds = nanoseconds * 10 + digit
            }
            guard fractionDigits > 0 else { throw .notAMoment }
            for _ in fractionDigits..<9 { nanoseconds *= 10 }
        }
        if reader.isAtEnd { throw .missingOffset }
        var offset = 0
        if !reader.take("Z") {
            let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
            guard sign != 0, let hours = reader.number(2), reader.take(":"), let minutes = reader.number(2)
            else { throw Self.mistake(in: bytes) }
            guard hours < 24, minutes < 60 else { throw .impossible("an offset ends at 23:59") }
            offset = sign * (hours * 60 + minutes)
        }
        guard reader.isAtEnd else { throw Self.mistake(in: bytes) }
        self.init(
            precision: .second,
            start: dayStart + Int64(hour * 3600 + minute * 60 + second) - Int64(offset) * 60,
            nanoseconds: Int32(nanoseconds), fractionDigits: UInt8(fractionDigits),
            offsetMinutes: Int16(offset))
    }

    /// Tells a misspelt moment, whose repair is plain, from what is none at all.
    private static func mistake(in bytes: ArraySlice<UInt8>) -> MomentMistake {
        var repaired = Array(bytes)
        for index in repaired.indices {
            switch (index, repaired[index]) {
            case (4, UInt8(ascii: "/")), (7, UInt8(ascii: "/")), (4, UInt8(ascii: ".")),
                (7, UInt8(ascii: ".")):
                repaired[index] = UInt8(ascii: "-")
            case (10, UInt8(ascii: " ")), (10, UInt8(ascii: "t")), (10, UInt8(ascii: "_")):
                repaired[index] = UInt8(ascii: "T")
            case (_, UInt8(ascii: "z")) where index == repaired.count - 1: repaired[index] = UInt8(ascii: "Z")
            default: break
            }
        }
        // `12:00:00 UTC` and `12:00:00 Z` are Z; a space before an offset goes.
        for suffix in [" UTC", " GMT", "UTC", " Z"] where repaired.count > suffix.utf8.count + 10 {
            if Array(repaired.suffix(suffix.utf8.count)) == Array(suffix.utf8) {
                repaired.removeLast(suffix.utf8.count)
                repaired.append(UInt8(ascii: "Z"))
                break
            }
        }
        guard !repaired.elementsEqual(bytes) else { return .notAMoment }
        let text = String(decoding: repaired, as: UTF8.self)
        do {
            _ = try Moment(parsing: text)
            return .spelling(text)
        } catch {
            switch error {
            case .spelling, .notAMoment: return .notAMoment
            default: return error
            }
        }
    }
}

/// Takes fixed-width numbers and marks off the front of ASCII text.
private struct DigitReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index == bytes.endIndex }

    var isAtOffset: Bool {
        index < bytes.endIndex
            && [UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[index])
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard index < bytes.endIndex, bytes[index] == UInt8(mark.value) else { return false }
        index += 1
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard index + width <= bytes.endIndex else { return nil }
        var value = 0
        for place in index..<index + width {
            let byte = bytes[place]
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        index += width
        return value
    }
}
