/// The one range of bytes that a request asks for (RFC 9110, section 14.1.2).
enum ByteRange: Equatable {
    /// No range, one that is written otherwise than the standard has it, or several: the whole is the right answer.
    case whole
    case part(Range<Int>)
    /// A range that lies behind the last byte.
    case outside

    /// Reads `bytes=0-99`, `bytes=100-` and `bytes=-100` against a body of `count` bytes.
    init(_ field: String?, of count: Int) {
        guard let field, field.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else {
            self = .whole
            return
        }
        switch (first, last) {
        case (nil, nil): self = .whole
        case (nil, let length?):
            self = length == 0 || count == 0 ? .outside : .part(max(0, count - length)..<count)
        case (let start?, let end):
            if let end, end < start {
                self = .whole
            } else {
                self = start < count ? .part(start..<min(count, (end ?? count - 1) + 1)) : .outside
            }
        }
    }

    /// Digits as a number, nothing as no number; nil where there is anything else.
    private static func number(_ digits: Substring) -> Int?? {
        if digits.isEmpty { return .some(nil) }
        guard digits.utf8.count < 16, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return .some(Int(digits))
    }
}
