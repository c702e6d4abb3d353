/// How much a node holds with aliases followed.
struct YAMLExtent {
    var nodes = 1
    /// The decoded bytes of all its scalars.
    var bytes = 0
    /// The levels of lists and mappings, a list itself included.
    var height = 0

    /// What was met since an earlier count of all that was met.
    func since(_ earlier: YAMLExtent, height: Int) -> YAMLExtent {
        YAMLExtent(nodes: nodes - earlier.nodes, bytes: bytes - earlier.bytes, height: height)
    }
}
