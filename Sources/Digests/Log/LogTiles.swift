/// A log as static files: the same entries and published sizes give the same bytes on every machine.
package struct LogTiles: Sendable {
    package let entries: [[UInt8]]
    /// The sizes at which a checkpoint was published, ascending, the present size included: each keeps its partial
    /// tiles, so that a client with an older checkpoint can still read the log of that day.
    package let publishedSizes: [Int]
    package let tree: MerkleTree

    /// Sizes beyond the entries are left out; an entry is at most 65,535 bytes.
    package init(entries: [[UInt8]], publishedSizes: [Int] = []) {
        self.entries = entries
        self.publishedSizes = Set(publishedSizes + [entries.count]).filter { $0 > 0 && $0 <= entries.count }
            .sorted()
        self.tree = MerkleTree(entries: entries)
    }

    /// Every tile's path below the log's folder and its bytes: the full ones first, then the partial ones by size.
    package var files: [(path: String, bytes: [UInt8])] {
        var seen: Set<TilePath> = []
        var files: [(path: String, bytes: [UInt8])] = []
        let full = TileLayout.tiles(ofSize: entries.count).filter(\.isFull)
        for tile in full + publishedSizes.flatMap(TileLayout.partialTiles) where seen.insert(tile).inserted {
            files.append((tile.text, bytes(of: tile)))
        }
        return files
    }

    /// The bytes of a tile that lies within the log.
    package func bytes(of tile: TilePath) -> [UInt8] {
        let first = tile.index * TilePath.fullWidth
        var out: [UInt8] = []
        switch tile.level {
        case .entries:
            for entry in entries[first..<(first + tile.width)] { EntryBundle.append(entry, to: &out) }
        case .hashes(let level):
            out.reserveCapacity(tile.width * 32)
            for hash in tree.levels[level * TilePath.height][first..<(first + tile.width)] {
                hash.append(to: &out)
            }
        }
        return out
    }
}
