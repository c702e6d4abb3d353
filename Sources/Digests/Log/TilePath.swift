/// The address of one tile of a log (C2SP tlog-tiles): a level of hashes or of entries, an index, and a width below
/// 256 for a tile that was not full yet.
package struct TilePath: Hashable, Sendable {
    /// How many hashes or entries a full tile holds.
    package static let fullWidth = 256
    /// How many levels of the tree one level of tiles spans.
    package static let height = 8

    package enum Level: Hashable, Sendable {
        /// Hashes of complete subtrees of 2^(8·level) leaves.
        case hashes(Int)
        case entries
    }

    package let level: Level
    package let index: Int
    /// 1 to 256.
    package let width: Int

    package init(_ level: Level, index: Int, width: Int = TilePath.fullWidth) {
        self.level = level
        self.index = index
        self.width = width
    }

    package var isFull: Bool { width == Self.fullWidth }

    /// `tile/0/x001/x234/067.p/5`: relative to the log's own folder.
    package var text: String {
        var out = "tile/"
        switch level {
        case .hashes(let level): out += String(level)
        case .entries: out += "entries"
        }
        out += "/" + Self.grouped(index)
        if !isFull { out += ".p/" + String(width) }
        return out
    }

    /// Reads back `text`; nil for every other spelling.
    package init?(text: String) {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.removeFirst() == "tile" else { return nil }
        let name = parts.removeFirst()
        let level: Level
        if name == "entries" {
            level = .entries
        } else {
            guard let number = Int(name), (0...63).contains(number) else { return nil }
            level = .hashes(number)
        }
        var width = Self.fullWidth
        if parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") {
            guard let number = Int(parts.removeLast()), (1...255).contains(number) else { return nil }
            width = number
            parts.append(parts.removeLast().dropLast(2))
        }
        let digits = parts.map { $0.hasPrefix("x") ? $0.dropFirst() : $0 }.joined()
        guard digits.utf8.count <= 18, let index = Int(digits), index >= 0 else { return nil }
        self.init(level, index: index, width: width)
        guard self.text == text else { return nil }
    }

    /// Groups of three digits, all but the last behind an `x`: 1234067 is `x001/x234/067`.
    private static func grouped(_ index: Int) -> String {
        var rest = index / 1000
        var out = padded(index % 1000)
        while rest > 0 {
            out = "x" + padded(rest % 1000) + "/" + out
            rest /= 1000
        }
        return out
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
