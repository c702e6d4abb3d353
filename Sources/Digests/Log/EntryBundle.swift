/// Entries as they lie in a tile: a big-endian 16-bit length and the entry, repeated (C2SP tlog-tiles).
package enum EntryBundle {
    /// The longest entry that a bundle holds, in bytes.
    package static let longestEntry = 0xFFFF

    package static func append(_ entry: [UInt8], to out: inout [UInt8]) {
        precondition(entry.count <= longestEntry, "an entry's length fits sixteen bits")
        out.append(UInt8(entry.count >> 8))
        out.append(UInt8(entry.count & 255))
        out.append(contentsOf: entry)
    }

    /// The entries of a bundle in order; nil where a length leads past the end.
    package static func decode(_ bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var index = 0
        while index < bytes.count {
            guard index + 2 <= bytes.count else { return nil }
            let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
            index += 2
            guard index + length <= bytes.count else { return nil }
            entries.append(Array(bytes[index..<(index + length)]))
            index += length
        }
        return entries
    }
}
