/// Reads prose as far as its marks are beyond doubt; whatever may mean more ends the reading, and cmark reads the text.
struct PlainProseReader {
    private(set) var pieces: [PlainProse.Piece] = []
    private let text: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) {
        self.text = text
        pieces.reserveCapacity(min(64, text.count / 8 + 8))
    }

    // MARK: - Blocks

    /// Blocks with blank lines between them; answers whether all was understood.
    mutating func readBlocks() -> Bool {
        var isBehindList = false
        while true {
            while index < text.count, text[index] == 0x0A { index += 1 }
            guard index < text.count else { return !pieces.isEmpty }
            let isList = text[index] == UInt8(ascii: "-")
            // A blank line between items would make one loose list of them.
            guard !(isList && isBehindList), readBlock() else { return false }
            guard index == text.count || text[index] == 0x0A else { return false }
            isBehindList = isList
        }
    }

    private mutating func readBlock() -> Bool {
        switch text[index] {
        case UInt8(ascii: "-"): return readList()
        case UInt8(ascii: ">"): return readQuote()
        case UInt8(ascii: "`") where isFence(at: index): return readFence()
        default: return readParagraph(behind: nil)
        }
    }

    /// Lines of words up to a blank one, each behind `mark` and a blank where there is one.
    private mutating func readParagraph(behind mark: UInt8?) -> Bool {
        pieces.append(.begin(.paragraph))
        while true {
            if let mark { guard skip(mark) else { return false } }
            guard readLine() else { return false }
            guard index < text.count, text[index] != 0x0A else { break }
            pieces.append(.lineEnd)
        }
        pieces.append(.end(.paragraph))
        return true
    }

    private mutating func readQuote() -> Bool {
        pieces.append(.begin(.quote))
        guard readParagraph(behind: UInt8(ascii: ">")) else { return false }
        pieces.append(.end(.quote))
        return true
    }

    private mutating func readList() -> Bool {
        pieces.append(.begin(.list))
        while index < text.count, text[index] != 0x0A {
            pieces.append(.begin(.item))
            guard skip(UInt8(ascii: "-")), readLine() else { return false }
            pieces.append(.end(.item))
        }
        pieces.append(.end(.list))
        return true
    }

    /// Goes behind a mark and one blank.
    private mutating func skip(_ mark: UInt8) -> Bool {
        guard text[index] == mark, byte(at: index + 1) == 0x20 else { return false }
        index += 2
        return true
    }

    private func isFence(at place: Int) -> Bool {
        byte(at: place) == 0x60 && byte(at: place + 1) == 0x60 && byte(at: place + 2) == 0x60
    }

    private mutating func readFence() -> Bool {
        let word = index + 3..<lineEnd(from: index + 3)
        guard word.upperBound < text.count, word.allSatisfy({ text[$0].isLetterOrDigit }) else {
            return false
        }
        let start = word.upperBound + 1
        index = start
        while index < text.count {
            let end = lineEnd(from: index)
            var first = index
            while first < end, text[first] == 0x20 { first += 1 }
            if isFence(at: first) {
                guard first == index, end == index + 3 else { return false }
                pieces.append(.codeBlock(word: word, start..<index))
                index = min(end + 1, text.count)
                return true
            }
            for place in index..<end where text[place] < 0x20 { return false }
            index = end + 1
        }
        return false
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        return end
    }

    /// The byte at a place; behind the text a line end.
    @inline(__always)
    private func byte(at place: Int) -> UInt8 { place < text.count ? text[place] : 0x0A }

    // MARK: - Lines

    /// A line of words with marks that begin and end in it; goes to the next line.
    private mutating func readLine() -> Bool {
        guard mayBegin(at: index) else { return false }
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
        index = min(index + 1, text.count)
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
        case let byte: return byte.isLetterOrDigit
        }
    }

    /// The first place that is not the words' alone.
    private func wordsEnd(from start: Int) -> Int {
        var place = start
        while place < text.count, Self.isWords[Int(text[place])] || isWordsHere(place) { place += 1 }
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
        case UInt8(ascii: "_"): return last.isLetterOrDigit && next.isLetterOrDigit
        case UInt8(ascii: "!"): return next != UInt8(ascii: "[")
        // A character reference ends in a semicolon.
        case UInt8(ascii: "&"):
            var end = place + 1
            while byte(at: end).isLetterOrDigit { end += 1 }
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
            && byte(at: start).isLetterOrDigit
        guard isOpening, mark == UInt8(ascii: "*") || size == 2 else { return false }
        let end = wordsEnd(from: start)
        for place in end..<end + size where byte(at: place) != mark { return false }
        guard text[end - 1].isLetterOrDigit else { return false }
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
        default: byte.isLetterOrDigit
        }
    }
}

extension UInt8 {
    @inline(__always)
    fileprivate var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }

    /// Whether an address may hold the byte without any doubt about where it ends or what it stands for.
    fileprivate var isAddress: Bool {
        switch self {
        case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"),
            UInt8(ascii: "+"):
            true
        default: isLetterOrDigit
        }
    }
}
