/// A colour of eight bits a channel, with what legibility asks of it.
struct Colour: Sendable, Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    static let white = Colour(red: 255, green: 255, blue: 255)
    static let black = Colour(red: 0, green: 0, blue: 0)

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb` or `#rgb`; nil for any other text.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "#") else { return nil }
        var digits = bytes.dropFirst().compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x37
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        guard digits.count == bytes.count - 1 else { return nil }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6 else { return nil }
        self.init(
            red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3],
            blue: digits[4] << 4 | digits[5])
    }

    /// `#rrggbb`.
    var text: String {
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = [UInt8(ascii: "#")]
        for channel in [red, green, blue] { bytes += [digits[Int(channel >> 4)], digits[Int(channel & 15)]] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// This colour with `parts` of 64 of another in it.
    func mixed(with other: Colour, parts: Int) -> Colour {
        func channel(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Int(own) * (64 - parts) + Int(other) * parts + 32) / 64)
        }
        return Colour(
            red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
    }

    /// The nearest shade towards `end` that can be read on `ground`: WCAG 2.2, 1.4.3 asks for a contrast of 4.5.
    func legible(on ground: Colour, towards end: Colour, contrast: Double = 5) -> Colour {
        for parts in 0...64 {
            let shade = mixed(with: end, parts: parts)
            if shade.contrast(with: ground) >= contrast { return shade }
        }
        return end
    }

    /// WCAG's contrast ratio, 1 to 21.
    func contrast(with other: Colour) -> Double {
        let lights = [luminance, other.luminance].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    /// Relative luminance, 0 to 1.
    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        if value <= 0.04045 { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // base^2.4 as the square of base times the square of its fifth root, which Newton's steps find.
        var root = base
        for _ in 0..<24 {
            let fourth = root * root * root * root
            root -= (fourth * root - base) / (5 * fourth)
        }
        return base * base * root * root
    }
}
