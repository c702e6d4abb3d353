extension [UInt8] {
    /// Appends a number's digits with zeros before them up to `width`; nothing is cut from a wider one.
    package mutating func append(decimal number: Int, width: Int = 1) {
        append(addingCapacity: Swift.max(20, width)) { $0.append(decimal: number, width: width) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends a number's digits with zeros before them up to `width`, for which there must be room: 20 bytes for any
    /// number that is not to be wider.
    package mutating func append(decimal number: Int, width: Int = 1) {
        if number < 0 {
            // No date that a record can write is that old: the sign counts as a digit, as it does in a text.
            for byte in Moment.padded(number, width).utf8 { append(byte) }
            return
        }
        if number < 100, width <= 2 {
            if number >= 10 || width == 2 { return appendTwoDigits(of: number) }
            return append(0x30 + UInt8(truncatingIfNeeded: number))
        }
        if number < 10_000, width <= 4 {
            // Years; dividing by what is known beforehand is a multiplication.
            if number >= 1000 || width == 4 {
                appendTwoDigits(of: number / 100)
            } else if number >= 100 || width == 3 {
                append(0x30 + UInt8(truncatingIfNeeded: number / 100))
            }
            return appendTwoDigits(of: number % 100)
        }
        var power = 1
        var digits = 1
        while digits < width || number / power >= 10 {
            power *= 10
            digits += 1
        }
        while power > 0 {
            append(0x30 + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
    }
    /// Appends the digits of a number below 100, as days, months, hours and minutes have them, for which there must be
    /// room.
    @inline(__always)
    mutating func appendTwoDigits(of number: Int) {
        let number = UInt8(truncatingIfNeeded: number)
        append(0x30 + number / 10)
        append(0x30 + number % 10)
    }
}
