/// Which characters texts may hold, once for the decoder and for the schema's patterns. All of them lie in the Basic
/// Multilingual Plane, so that a pattern means the same to engines that count code points and to those that count UTF-16.
package struct TextCharacters: Sendable {
    package let ranges: [ClosedRange<UInt32>]
    /// Those of ASCII, a bit for each.
    private let ascii: UInt128

    /// What the reader of YAML lets into no text: YAML 1.2's `c-printable` and XML 1.0's `Char` leave it out.
    package static let forbidden = TextCharacters([
        0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFFFE...0xFFFF,
    ])
    /// What would break a line of text in two, tabs among it.
    package static let breaking = TextCharacters([
        0x09...0x09, 0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029,
    ])
    /// Embeddings and overrides, which show readers another text than the one that is there.
    package static let turning = TextCharacters([0x202A...0x202E])
    /// Isolates, which prose in two directions may need, and the byte-order mark.
    package static let isolating = TextCharacters([0x2066...0x2069, 0xFEFF...0xFEFF])
    /// White space and what is shown as nothing at all.
    package static let invisible = TextCharacters([
        0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0xAD...0xAD, 0x034F...0x034F, 0x061C...0x061C,
        0x115F...0x1160, 0x1680...0x1680, 0x17B4...0x17B5, 0x180B...0x180F, 0x2000...0x200F,
        0x2028...0x202F, 0x205F...0x206F, 0x2800...0x2800, 0x3000...0x3000, 0x3164...0x3164,
        0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB,
    ])
    private static let space = TextCharacters([
        0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A,
        0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    private static let delimiters = TextCharacters("\"<>\\^`{|}".unicodeScalars.map { $0.value...$0.value })

    package static let barredFromLines = forbidden + breaking + turning + isolating
    package static let barredFromProse = forbidden + turning
    /// What RFC 3986 has quoted or encoded, besides what no line may hold.
    package static let barredFromAddresses = barredFromLines + space + delimiters

    /// In any order; ranges that meet become one.
    private init(_ ranges: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
        var ascii: UInt128 = 0
        for range in merged where range.lowerBound < 0x80 {
            for value in range.lowerBound...min(range.upperBound, 0x7F) { ascii |= 1 << UInt128(value) }
        }
        self.ascii = ascii
    }

    package static func + (left: TextCharacters, right: TextCharacters) -> TextCharacters {
        TextCharacters(left.ranges + right.ranges)
    }

    /// Those of these characters that are none of the others.
    package func subtracting(_ other: TextCharacters) -> TextCharacters {
        TextCharacters(
            ranges.flatMap { range in
                range.filter { !other.contains($0) }.map { $0...$0 }
            })
    }

    package func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

    private func contains(_ value: UInt32) -> Bool {
        value < 0x80 ? ascii >> UInt128(value) & 1 == 1 : ranges.contains { $0.contains(value) }
    }

    /// The characters as the inside of a character class of ECMA 262, controls and what is not ASCII as `\uXXXX`.
    package var classBody: String {
        ranges.map { range in
            let first = Self.escaped(range.lowerBound)
            return range.count == 1
                ? first : first + (range.count > 2 ? "-" : "") + Self.escaped(range.upperBound)
        }.joined()
    }

    private static func escaped(_ value: UInt32) -> String {
        if let scalar = Unicode.Scalar(value), (0x21...0x7E).contains(value) {
            return "\\]^-[".unicodeScalars.contains(scalar) ? "\\\(scalar)" : "\(scalar)"
        }
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
