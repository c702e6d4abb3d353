/// The ids of all records of a site, for records that name others; made once for many checks.
package struct RecordIDs: Sendable {
    /// In the site's order.
    package let all: [String]
    private let known: Set<String>
    /// What the ids begin with, up to their first hyphens.
    private let prefixes: Set<Substring>

    package init(_ ids: [String]) {
        all = ids
        known = Set(ids)
        var prefixes: Set<Substring> = []
        var last: Substring?
        // Neighbours mostly have the same.
        for id in ids {
            let prefix = Self.prefix(of: id)
            if prefix != last { prefixes.insert(prefix) }
            last = prefix
        }
        self.prefixes = prefixes
    }

    /// Whether no two records have the same id.
    package var areUnique: Bool { known.count == all.count }

    func contains(_ id: String) -> Bool { known.contains(id) }

    /// Whether some record's id begins as this one does.
    func knowsPrefix(of id: String) -> Bool { prefixes.contains(Self.prefix(of: id)) }

    static func prefix(of id: String) -> Substring { Substring(id.utf8.prefix { $0 != UInt8(ascii: "-") }) }
}
