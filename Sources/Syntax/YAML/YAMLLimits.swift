/// How much a YAML file may ask of the reader before it is refused, so that no file costs unbounded time or memory.
package struct YAMLLimits: Sendable {
    /// The largest file, in bytes as read; also the most decoded text that all aliases of a file may repeat.
    package var maxBytes: Int
    /// The deepest nesting of lists and mappings, aliases followed.
    package var maxDepth: Int
    /// The most scalars, lists and mappings written in one file, aliases not followed.
    package var maxNodes: Int
    /// The longest single text, in decoded bytes.
    package var maxScalarBytes: Int
    /// The most nodes that all aliases of a file may stand for together.
    package var maxAliasExpansion: Int

    package init(
        maxBytes: Int = 1 << 20, maxDepth: Int = 32, maxNodes: Int = 100_000,
        maxScalarBytes: Int = 262_144, maxAliasExpansion: Int = 10_000
    ) {
        self.maxBytes = maxBytes
        self.maxDepth = maxDepth
        self.maxNodes = maxNodes
        self.maxScalarBytes = maxScalarBytes
        self.maxAliasExpansion = maxAliasExpansion
    }
}
