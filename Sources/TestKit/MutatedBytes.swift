/// Files with a few things changed in them, the same for the same seed: what a fuzzer does, for a bounded while.
package struct MutatedBytes: Sendable {
    private var random: SeededRandom

    package init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    /// The bytes with one change, or up to four: pieces spliced in, bytes overwritten, lines taken out, doubled or moved to
    /// another place, stretches copied from another file.
    package mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var bytes = bytes
        // One change alone is what the form and the rules get to see; several break the grammar more often than not.
        let most = random.isOnce(in: 3) ? 4 : 1
        for _ in 0..<Int.random(in: 1...most, using: &random) { mutate(&bytes, other) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8], _ other: [UInt8]) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: bytes.insert(contentsOf: piece(), at: place(in: bytes))
        case 3:
            let start = place(in: bytes)
            bytes.replaceSubrange(start..<min(bytes.count, start + 8), with: piece())
        case 4 where !bytes.isEmpty:
            bytes[min(place(in: bytes), bytes.count - 1)] = UInt8.random(in: 0...255, using: &random)
        case 5: bytes.removeSubrange(line(in: bytes))
        case 6:
            let line = Array(bytes[line(in: bytes)])
            bytes.insert(contentsOf: line, at: self.line(in: bytes).lowerBound)
        case 7: bytes.insert(contentsOf: other[line(in: other)], at: line(in: bytes).lowerBound)
        case 8:
            let start = place(in: bytes)
            bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...40, using: &random)))
        default:
            let start = place(in: other)
            let stretch = other[start..<min(other.count, start + Int.random(in: 1...60, using: &random))]
            bytes.insert(contentsOf: stretch, at: place(in: bytes))
        }
    }

    private mutating func place(in bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

    private mutating func line(in bytes: [UInt8]) -> Range<Int> {
        let place = place(in: bytes)
        let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        return start..<end
    }

    private mutating func piece() -> [UInt8] {
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }

    private static let pieces: [[UInt8]] =
        [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00], [0x07]]
        + [
            "\"", "'", ": ", ":", "- ", "\n", "\r\n", "\r", "  ", "\n  ", "\t", "[", "]", "{", "}", ",", "#",
            " #", "&a ",
            "*a", "!", "!!str ", "|\n", ">-\n", "%YAML 1.1\n", "@", "`", "---\n", "...\n", "<<: *a\n", "? ",
            "\\",
            "\\u0000", "\\u202e", "\\x07", "é", "漢", "👩‍👩‍👧‍👦", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}",
            "\u{2066}",
            "\u{200B}", "\u{FFFE}", "\u{AD}", "0", "~", "null", "true", "yes", "unknown", "none", "[]", "{}",
            "2026-02-29",
            "2026-02-21T09:20:00", "2026/02/21", "1,000,000", "1e999", "-1", "0x1F",
            "123456789012345678901234567890.5", "Title: x\n", "Tags: [a]\n", "TAGS: [b]\n",
            "Severity: High\n",
            "status: Resolved\n",
            "kind: advisory\n", "tags: bridge\n", "x-own: {a: [b]}\n", "losses: none\n", "losses: [{}]\n",
            "https://",
            "](javascript:alert(1))", "<script>", "```\n", "eip155:1:0x", "io1", "bc1", "[^1]", "| - |\n",
            "update:u1",
        ].map { Array($0.utf8) }
}
