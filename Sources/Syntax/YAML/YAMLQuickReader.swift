import Diagnostics

/// Reads the part of YAML that records are mostly written in without libyaml, several times as fast.
///
/// It takes block mappings with plain keys, block lists, literal and folded texts without an indentation figure, and
/// plain, quoted and bracketed values that stand on one line without escapes. It gives up at anything else, mistakes
/// above all, and libyaml reads the file from its start: what a writer is told never comes from here. Tests hold
/// its trees against libyaml's.
struct YAMLQuickReader {
    private let file: SourceFile
    private let limits: YAMLLimits
    var nodes: [YAMLNode] = []
    private var links: [YAMLNode.ID] = []
    /// The children met so far of all open collections, the innermost one's last.
    private var pending: [YAMLNode.ID] = []
    /// The file's own bytes, in which most texts stand as they are decoded, and behind them the texts that do not.
    var arena: [UInt8]
    /// The offset of the next byte to be read.
    var index = 0
    private var lineStart = 0
    /// Where the content of the line at hand begins, counted from 0; -1 behind the last line.
    private var column = -1

    /// The document of a file; nil where it is not wholly written in what is read here.
    ///
    /// The file's bytes must be UTF-8 without a byte-order mark, a tab, and any line end but LF.
    static func read(_ file: SourceFile, limits: YAMLLimits) -> YAMLDocument? {
        var reader = YAMLQuickReader(file: file, limits: limits)
        let whole = file.bytes
        let bytes = whole.span
        reader.seekContent(bytes)
        guard reader.column == 0, reader.mapping(bytes, at: 0, depth: 0), reader.column == -1,
            reader.nodes.count <= limits.maxNodes
        else { return nil }
        return YAMLDocument(
            file: file, root: YAMLNode.ID(0), nodes: reader.nodes, links: reader.links, arena: reader.arena,
            mayHoldEscapes: false)
    }

    private init(file: SourceFile, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
        arena = file.bytes
        nodes.reserveCapacity(file.bytes.count / 16 + 8)
        links.reserveCapacity(file.bytes.count / 16 + 8)
        pending.reserveCapacity(64)
    }

    // MARK: - Lines

    /// Steps from a line's begin to the next text that is no comment.
    mutating func seekContent(_ bytes: Span<UInt8>) {
        while index < bytes.count {
            lineStart = index
            while index < bytes.count, bytes[index] == .space { index += 1 }
            guard index < bytes.count else { break }
            if bytes[index] == .hash { seekLineEnd(bytes) }
            guard index < bytes.count else { break }
            if bytes[index] != .lineFeed {
                column = index - lineStart
                return
            }
            index += 1
        }
        column = -1
    }

    mutating func seekLineEnd(_ bytes: Span<UInt8>) {
        while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
    }

    mutating func skipSpaces(_ bytes: Span<UInt8>) {
        while index < bytes.count, bytes[index] == .space { index += 1 }
    }

    /// Steps to the next content behind a value; false where anything but a comment follows in its line.
    private mutating func finishLine(_ bytes: Span<UInt8>) -> Bool {
        let end = index
        skipSpaces(bytes)
        if index < bytes.count, bytes[index] == .hash, index > end { seekLineEnd(bytes) }
        guard index == bytes.count || bytes[index] == .lineFeed else { return false }
        index += 1
        seekContent(bytes)
        return true
    }

    /// The offset of the colon behind a plain key that begins at hand; nil where no such key does.
    private func colon(_ bytes: Span<UInt8>) -> Int? {
        var end = index
        guard bytes[end].isKeyLetter else { return nil }
        while end < bytes.count, bytes[end].isKeyByte { end += 1 }
        guard end + 1 < bytes.count, bytes[end] == .colon, end - index <= 100,
            bytes[end + 1] == .space || bytes[end + 1] == .lineFeed
        else { return nil }
        return end
    }

    private func isDash(_ bytes: Span<UInt8>) -> Bool {
        index + 1 < bytes.count && bytes[index] == .dash && bytes[index + 1] == .space
    }

    // MARK: - Blocks

    private mutating func mapping(_ bytes: Span<UInt8>, at column: Int, depth: Int) -> Bool {
        guard depth < limits.maxDepth else { return false }
        let id = open(.mapping, .block)
        let first = pending.count
        repeat {
            guard let colon = colon(bytes) else { return false }
            addScalar(.plain, index..<colon, text: index..<colon)
            index = colon + 1
            guard value(bytes, under: column, depth: depth + 1) else { return false }
        } while self.column == column
        return self.column < column && closeMapping(id, first)
    }

    private mutating func list(_ bytes: Span<UInt8>, at column: Int, under parent: Int, depth: Int) -> Bool {
        guard depth < limits.maxDepth else { return false }
        let id = open(.sequence, .block)
        let first = pending.count
        repeat {
            index += 1
            skipSpaces(bytes)
            guard index < bytes.count else { return false }
            if colon(bytes) != nil {
                guard mapping(bytes, at: index - lineStart, depth: depth + 1) else { return false }
            } else {
                guard lineValue(bytes, under: column, depth: depth + 1) else { return false }
            }
        } while self.column == column && isDash(bytes)
        // A list may stand in the column of its own key, whose mapping then goes on.
        guard self.column < column || (self.column == column && column == parent) else { return false }
        close(id, first)
        return true
    }

    /// The value behind a key's colon, in its line or below it.
    private mutating func value(_ bytes: Span<UInt8>, under column: Int, depth: Int) -> Bool {
        skipSpaces(bytes)
        guard index < bytes.count else { return false }
        guard bytes[index] == .lineFeed || bytes[index] == .hash else {
            return lineValue(bytes, under: column, depth: depth)
        }
        seekLineEnd(bytes)
        index += 1
        seekContent(bytes)
        guard self.column >= column else { return false }
        if isDash(bytes) { return list(bytes, at: self.column, under: column, depth: depth) }
        return self.column > column && mapping(bytes, at: self.column, depth: depth)
    }

    /// A value that begins in the line at hand, and the way to what follows it.
    private mutating func lineValue(_ bytes: Span<UInt8>, under column: Int, depth: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "|"): return block(bytes, .literal, under: column)
        case UInt8(ascii: ">"): return block(bytes, .folded, under: column)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return flow(bytes, depth: depth) && finishLine(bytes)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(bytes) && finishLine(bytes)
        default: return plain(bytes) && finishLine(bytes)
        }
    }

    // MARK: - Brackets

    /// A list or mapping in brackets that ends in the line at hand, or a value within it.
    private mutating func flow(_ bytes: Span<UInt8>, depth: Int) -> Bool {
        let opening = bytes[index]
        let isMapping = opening == UInt8(ascii: "{")
        guard isMapping || opening == UInt8(ascii: "[") else {
            return opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "'")
                ? quoted(bytes) : flowPlain(bytes)
        }
        guard depth < limits.maxDepth else { return false }
        let id = open(isMapping ? .mapping : .sequence, .flow)
        let first = pending.count
        // Both brackets close two behind where they open.
        let closing = opening + 2
        repeat {
            index += 1
            skipSpaces(bytes)
            guard index < bytes.count else { return false }
            if isMapping {
                guard let colon = colon(bytes) else { return false }
                addScalar(.plain, index..<colon, text: index..<colon)
                index = colon + 1
                skipSpaces(bytes)
                guard index < bytes.count else { return false }
            }
            guard flow(bytes, depth: depth + 1) else { return false }
            skipSpaces(bytes)
            guard index < bytes.count else { return false }
        } while bytes[index] == UInt8(ascii: ",")
        guard bytes[index] == closing else { return false }
        index += 1
        if isMapping {
            guard closeMapping(id, first) else { return false }
        } else {
            close(id, first)
        }
        nodes[id].end(at: index)
        return true
    }

    // MARK: - The tree

    /// Adds a stretch of the file to the text at hand.
    mutating func append(_ range: Range<Int>) {
        arena.append(contentsOf: file.bytes[range])
    }

    /// Whether a text of a length may stand in a record without a finding.
    func isWithinLimit(_ count: Int) -> Bool { count <= limits.maxScalarBytes }

    mutating func addScalar(_ style: YAMLNode.Style, _ place: Range<Int>, text: Range<Int>) {
        pending.append(YAMLNode.ID(nodes.count))
        nodes.append(
            YAMLNode(
                kind: .scalar, style: style, start: place.lowerBound, end: place.upperBound,
                first: text.lowerBound, count: text.count))
    }

    private mutating func open(_ kind: YAMLNode.Kind, _ style: YAMLNode.Style) -> Int {
        pending.append(YAMLNode.ID(nodes.count))
        nodes.append(YAMLNode(kind: kind, style: style, start: index, end: index))
        return nodes.count - 1
    }

    /// Ends a collection with its last child, where `first` is the place of its first child in `pending`.
    private mutating func close(_ id: Int, _ first: Int) {
        let start = links.count
        links.append(contentsOf: pending[first...])
        let end = nodes[Int(pending[pending.count - 1].index)].end
        pending.removeSubrange(first...)
        nodes[id].close(end: end, parts: start..<links.count)
    }

    /// Ends a mapping; false where a key stands in it twice.
    private mutating func closeMapping(_ id: Int, _ first: Int) -> Bool {
        let count = (pending.count - first) / 2
        // So many keys are no record's, and comparing each with each would take its time.
        guard count <= 64 else { return false }
        for later in stride(from: first + 2, to: pending.count, by: 2) {
            for earlier in stride(from: first, to: later, by: 2)
            where isSameText(nodes[Int(pending[later].index)], nodes[Int(pending[earlier].index)]) {
                return false
            }
        }
        close(id, first)
        return true
    }

    private func isSameText(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        let (a, b) = (left.parts, right.parts)
        guard a.count == b.count, arena[a.lowerBound] == arena[b.lowerBound] else { return false }
        for step in 1..<max(1, a.count) where arena[a.lowerBound + step] != arena[b.lowerBound + step] {
            return false
        }
        return true
    }
}

extension UInt8 {
    static let lineFeed: UInt8 = 0x0A
    static let space: UInt8 = 0x20
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let dash = UInt8(ascii: "-")

    fileprivate var isKeyLetter: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") }
    fileprivate var isKeyByte: Bool { isKeyLetter || self &- 0x30 < 10 || self == .dash }
}
