/// Which tiles a log of a given size consists of (C2SP tlog-tiles).
package enum TileLayout {
    /// The tiles of hashes and of entries with which a client reads a log of `size` entries: all full ones and, at each
    /// level, the partial one at the right edge. No tile is empty, and a level rises from full tiles alone.
    package static func tiles(ofSize size: Int) -> [TilePath] {
        var tiles: [TilePath] = []
        forEachLevel(ofSize: size) { level, count in
            for index in 0..<(count / TilePath.fullWidth) { tiles.append(TilePath(level, index: index)) }
        }
        return tiles + partialTiles(ofSize: size)
    }

    /// The tiles at the right edge that a log of `size` entries has not filled yet.
    package static func partialTiles(ofSize size: Int) -> [TilePath] {
        var tiles: [TilePath] = []
        forEachLevel(ofSize: size) { level, count in
            let width = count % TilePath.fullWidth
            if width > 0 { tiles.append(TilePath(level, index: count / TilePath.fullWidth, width: width)) }
        }
        return tiles
    }

    private static func forEachLevel(ofSize size: Int, _ body: (TilePath.Level, Int) -> Void) {
        body(.entries, size)
        var level = 0
        var count = size
        while count > 0 {
            body(.hashes(level), count)
            level += 1
            count >>= TilePath.height
        }
    }
}
