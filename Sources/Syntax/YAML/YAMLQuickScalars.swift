/// Texts: as they stand in a line, in quotes, or in lines of their own.
extension YAMLQuickReader {
    /// An unquoted text to its line's end. What goes on in deeper lines is noticed by the block around it.
    mutating func plain(_ bytes: Span<UInt8>) -> Bool {
        guard !bytes[index].beginsOtherValue else { return false }
        let start = index
        var end = index
        while index < bytes.count, bytes[index] != .lineFeed {
            let byte = bytes[index]
            if byte == .colon {
                guard index + 1 < bytes.count, bytes[index + 1] > .space else { return false }
            } else if byte == .hash, bytes[index - 1] == .space {
                break
            }
            index += 1
            if byte != .space { end = index }
        }
        // The place behind the text, so that a comment is seen to stand behind a space.
        index = end
        guard isWithinLimit(end - start) else { return false }
        addScalar(.plain, start..<end, text: start..<end)
        return true
    }

    /// An unquoted text between brackets, of letters, digits and marks that mean nothing there.
    mutating func flowPlain(_ bytes: Span<UInt8>) -> Bool {
        let start = index
        guard bytes[start].isFlowLetter else { return false }
        var end = index
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case _ where byte.isFlowLetter, UInt8(ascii: "."), .dash, UInt8(ascii: "+"), UInt8(ascii: "/"),
                UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"):
                index += 1
                end = index
            case .colon:
                guard index + 1 < bytes.count, bytes[index + 1].isFlowLetter || bytes[index + 1] == 0x2F
                else { return false }
                index += 1
                end = index
            case .space: index += 1
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard isWithinLimit(end - start) else { return false }
                addScalar(.plain, start..<end, text: start..<end)
                return true
            default: return false
            }
        }
        return false
    }

    /// A text in quotes that close in its line; in double ones without a backslash.
    mutating func quoted(_ bytes: Span<UInt8>) -> Bool {
        let start = index
        let mark = bytes[index]
        let isDouble = mark == UInt8(ascii: "\"")
        var doubled = 0
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .lineFeed || (isDouble && byte == UInt8(ascii: "\\")) { return false }
            index += 1
            guard byte == mark else { continue }
            if !isDouble, index < bytes.count, bytes[index] == mark {
                doubled += 1
                index += 1
                continue
            }
            var text = start + 1..<index - 1
            guard isWithinLimit(text.count) else { return false }
            if doubled > 0 { text = appendWithoutDoubledQuotes(bytes, text) }
            addScalar(isDouble ? .doubleQuoted : .singleQuoted, start..<index, text: text)
            return true
        }
        return false
    }

    private mutating func appendWithoutDoubledQuotes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>
    {
        let first = arena.count
        var index = range.lowerBound
        while index < range.upperBound {
            arena.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "'") ? 2 : 1
        }
        return first..<arena.count
    }

    /// A literal or folded text in lines of its own (YAML 1.2, section 8.1), and the way to what follows it.
    mutating func block(_ bytes: Span<UInt8>, _ style: YAMLNode.Style, under parent: Int) -> Bool {
        let start = index
        index += 1
        var keeps = false
        var strips = false
        if index < bytes.count {
            keeps = bytes[index] == UInt8(ascii: "+")
            strips = bytes[index] == .dash
            if keeps || strips { index += 1 }
        }
        let headEnd = index
        skipSpaces(bytes)
        if index < bytes.count, bytes[index] == .hash, index > headEnd { seekLineEnd(bytes) }
        guard index < bytes.count, bytes[index] == .lineFeed else { return false }
        index += 1

        let first = arena.count
        var end = index
        var indent = -1
        /// The line ends since the last line with text, whose own is among them.
        var breaks = 0
        var wasIndented = false
        while index < bytes.count {
            let line = index
            skipSpaces(bytes)
            guard index < bytes.count else { return false }
            if bytes[index] == .lineFeed {
                // Blanks alone count in some places and in others not.
                guard index == line else { return false }
                breaks += 1
                index += 1
                continue
            }
            if indent < 0 {
                indent = index - line
                guard indent > parent else { return false }
                for _ in 0..<breaks { arena.append(.lineFeed) }
            } else {
                guard index - line >= indent else {
                    index = line
                    break
                }
                let isIndented = index - line > indent
                if style == .folded, !wasIndented, !isIndented {
                    if breaks == 1 { arena.append(.space) }
                    breaks -= 1
                }
                for _ in 0..<breaks { arena.append(.lineFeed) }
            }
            wasIndented = index - line > indent
            let text = line + indent
            seekLineEnd(bytes)
            // Without a line end at the file's end the text would have none either.
            guard index < bytes.count else { return false }
            append(text..<index)
            end = index
            index += 1
            breaks = 1
        }
        guard indent >= 0 else { return false }
        if keeps {
            for _ in 0..<breaks { arena.append(.lineFeed) }
        } else if !strips {
            arena.append(.lineFeed)
        }
        while bytes[end - 1] == .space { end -= 1 }
        guard isWithinLimit(arena.count - first) else { return false }
        addScalar(style, start..<end, text: first..<arena.count)
        seekContent(bytes)
        return true
    }
}

extension UInt8 {
    /// Whether a byte begins something else than an unquoted text of the kind that is read here.
    fileprivate var beginsOtherValue: Bool {
        switch self {
        case .dash, .hash, .colon, UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
            UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"),
            UInt8(ascii: "@"), UInt8(ascii: "`"), .lineFeed:
            true
        default: false
        }
    }

    fileprivate var isFlowLetter: Bool {
        (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == UInt8(ascii: "_") || self >= 0x80
    }
}
