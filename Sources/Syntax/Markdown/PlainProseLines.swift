// Lines of words, and the marks that begin and end in them.
extension PlainProseReader {
    /// A line that begins no block but a paragraph; goes to the next line.
    mutating func readLine() -> Bool {
        guard mayBegin(at: index), readWords() else { return false }
        index = min(index + 1, text.count)
        return true
    }

    /// Words with marks that begin and end in them, up to the line's end.
    mutating func readWords() -> Bool {
        var start = index
        func finish(_ pieces: inout [PlainProse.Piece], at end: Int) {
            if start < end { pieces.append(.words(start..<end)) }
        }
        let first = index
        while true {
            index = wordsEnd(from: index)
            let mark = byte(at: index)
            if mark == 0x0A { break }
            finish(&pieces, at: index)
            let isUnderstood =
                switch mark {
                case UInt8(ascii: "*"), UInt8(ascii: "~"): readEmphasis(mark, from: first)
                case UInt8(ascii: "`"): readCode()
                case UInt8(ascii: "["): readLink()
                case UInt8(ascii: "<"): readAddress()
                default: false
                }
            guard isUnderstood else { return false }
            start = index
        }
        guard index > first, text[index - 1] != 0x20 else { return false }
        finish(&pieces, at: index)
        return true
    }

    /// Whether a line that begins here begins no block but a paragraph.
    private func mayBegin(at place: Int) -> Bool {
        switch byte(at: place) {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "$"), UInt8(ascii: "*"),
            UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "<"), 0xC2...:
            return true
        case 0x30...0x39:
            var end = place
            while (0x30...0x39).contains(byte(at: end)) { end += 1 }
            return byte(at: end) != UInt8(ascii: ".") && byte(at: end) != UInt8(ascii: ")")
        case let byte: return byte.isASCIILetterOrDigit
        }
    }

    /// The first place that is not the words' alone.
    private func wordsEnd(from start: Int) -> Int {
        var place = start
        while place < limit, Self.isWords[Int(text[place])] || isWordsHere(place) { place += 1 }
        return place
    }

    /// Whether a mark means nothing between its neighbours.
    private func isWordsHere(_ place: Int) -> Bool {
        let next = byte(at: place + 1)
        let last = place > 0 ? text[place - 1] : 0x0A
        switch text[place] {
        // `www.` begins a link, and so does `https:`.
        case UInt8(ascii: "."): return last | 0x20 != UInt8(ascii: "w")
        case UInt8(ascii: ":"): return next != UInt8(ascii: "/")
        case UInt8(ascii: "_"): return last.isASCIILetterOrDigit && next.isASCIILetterOrDigit
        case UInt8(ascii: "!"): return next != UInt8(ascii: "[")
        // A character reference ends in a semicolon.
        case UInt8(ascii: "&"):
            var end = place + 1
            while byte(at: end).isASCIILetterOrDigit { end += 1 }
            return byte(at: end) != UInt8(ascii: ";") && byte(at: end) != UInt8(ascii: "#")
        default: return false
        }
    }

    /// Words between two runs of a mark: the first opens and cannot close, and the second closes and cannot open.
    private mutating func readEmphasis(_ mark: UInt8, from lineStart: Int) -> Bool {
        let size = byte(at: index + 1) == mark ? 2 : 1
        let start = index + size
        let isOpening =
            (index == lineStart || text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: "("))
            && byte(at: start).isASCIILetterOrDigit
        guard isOpening, mark == UInt8(ascii: "*") || size == 2 else { return false }
        let end = wordsEnd(from: start)
        for place in end..<end + size where byte(at: place) != mark { return false }
        guard text[end - 1].isASCIILetterOrDigit else { return false }
        switch byte(at: end + size) {
        case 0x0A, 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ")"):
            break
        default: return false
        }
        let kind: PlainProse.Mark =
            mark == UInt8(ascii: "~") ? .strikethrough : size == 2 ? .strong : .emphasis
        pieces.append(.begin(kind))
        pieces.append(.words(start..<end))
        pieces.append(.end(kind))
        index = end + size
        return true
    }

    private mutating func readCode() -> Bool {
        let start = index + 1
        var end = start
        while byte(at: end) >= 0x20, byte(at: end) != 0x60 { end += 1 }
        guard end > start, byte(at: end) == 0x60, byte(at: end + 1) != 0x60, text[start] != 0x20,
            text[end - 1] != 0x20
        else {
            return false
        }
        pieces.append(.code(start..<end))
        index = end + 1
        return true
    }

    /// `[words](address)`.
    private mutating func readLink() -> Bool {
        let start = index + 1
        let end = wordsEnd(from: start)
        guard end > start, text[start] != UInt8(ascii: "^"), byte(at: end) == UInt8(ascii: "]"),
            byte(at: end + 1) == UInt8(ascii: "(")
        else {
            return false
        }
        let address = end + 2..<addressEnd(from: end + 2)
        guard !address.isEmpty, byte(at: address.upperBound) == UInt8(ascii: ")") else { return false }
        pieces.append(.link(address))
        pieces.append(.words(start..<end))
        pieces.append(.linkEnd)
        index = address.upperBound + 1
        return true
    }

    /// `<https://address>`.
    private mutating func readAddress() -> Bool {
        let address = index + 1..<addressEnd(from: index + 1)
        guard byte(at: address.upperBound) == UInt8(ascii: ">"),
            text[address].starts(with: "https://".utf8) || text[address].starts(with: "http://".utf8)
        else {
            return false
        }
        pieces.append(.link(address))
        pieces.append(.words(address))
        pieces.append(.linkEnd)
        index = address.upperBound + 1
        return true
    }

    private func addressEnd(from start: Int) -> Int {
        var end = start
        while byte(at: end).isAddress { end += 1 }
        return end
    }

    /// Bytes that are never anything but words within a line.
    private static let isWords: [Bool] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "'"), UInt8(ascii: "\""),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "/"),
            UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "#"),
            0x80...:
            true
        default: byte.isASCIILetterOrDigit
        }
    }
}

extension UInt8 {
    @inline(__always)
    var isASCIILetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }

    /// Whether an address may hold the byte without any doubt about where it ends or what it stands for.
    fileprivate var isAddress: Bool {
        switch self {
        case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"),
            UInt8(ascii: "+"):
            true
        default: isASCIILetterOrDigit
        }
    }
}
