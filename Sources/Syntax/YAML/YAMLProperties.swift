/// What may stand in front of a node, `&anchor` and `!tag`, and where the node itself begins behind them.
struct YAMLProperties {
    private(set) var anchor: Range<Int>?
    private(set) var tag: Range<Int>?
    private(set) var contentStart: Int

    /// Reads the properties of the node whose event covers `start` to `end`.
    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        contentStart = start
        var index = start
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D:
                index += 1
            case UInt8(ascii: "#"):
                while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            case UInt8(ascii: "&") where anchor == nil, UInt8(ascii: "!") where tag == nil:
                let first = index
                let isVerbatim = bytes[first...].starts(with: "!<".utf8)
                while index < end,
                    isVerbatim ? bytes[index] != UInt8(ascii: ">") : !Self.endsProperty(bytes[index])
                {
                    index += 1
                }
                if isVerbatim, index < end { index += 1 }
                if bytes[first] == UInt8(ascii: "&") {
                    anchor = first..<index
                } else {
                    tag = first..<index
                }
            default:
                contentStart = index
                return
            }
        }
        // Nothing follows: the node is empty and stands right behind its properties.
        contentStart = max(anchor?.upperBound ?? start, tag?.upperBound ?? start)
    }

    private static func endsProperty(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
