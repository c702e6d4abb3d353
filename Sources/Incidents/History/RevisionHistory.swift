/// What was published, in order: the log's entries and the checkpoints that were signed over them. It only grows.
package struct RevisionHistory: Sendable {
    package private(set) var entries: [LogEntry] = []
    /// By size, ascending.
    package let checkpoints: [KeptCheckpoint]
    /// The text of the key with which checkpoints verify; nil where the log is not signed.
    package let verifierKey: String?
    private var places: [String: [Int]] = [:]

    package init(entries: [LogEntry] = [], checkpoints: [KeptCheckpoint] = [], verifierKey: String? = nil) {
        self.checkpoints = checkpoints.sorted { $0.size < $1.size }
        self.verifierKey = verifierKey
        for entry in entries { append(entry) }
    }

    package mutating func append(_ entry: LogEntry) {
        places[entry.id, default: []].append(entries.count)
        entries.append(entry)
    }

    /// How many entries the log has.
    package var size: Int { entries.count }

    /// The ids of all records that were ever published, sorted.
    package var ids: [String] { places.keys.sorted() }

    /// A record's revisions in order, each with its place in the log, counted from 0.
    package func revisions(of id: String) -> [(place: Int, revision: Revision)] {
        (places[id] ?? []).compactMap { place in entries[place].revision.map { (place, $0) } }
    }

    /// A record's last published revision with its place in the log; nil for one that was never published.
    package func latest(of id: String) -> (place: Int, revision: Revision)? {
        revisions(of: id).last
    }

    /// The notice in place of a revision's content; nil where the content stands.
    package func redaction(of id: String, revision: Int) -> Redaction? {
        (places[id] ?? []).lazy.compactMap { entries[$0].redaction }.first { $0.revision == revision }
    }

    package func redactions(of id: String) -> [Redaction] {
        (places[id] ?? []).compactMap { entries[$0].redaction }
    }

    /// Addresses that records had before, each with the record that left it, in the order in which they were left. An
    /// address that its record took up again, or that another record has now, is not among them.
    package func formerSlugs(currentSlugs: [String: String]) -> [(slug: String, id: String)] {
        let taken = Set(currentSlugs.values)
        var seen: Set<String> = []
        return entries.compactMap { entry in
            guard let revision = entry.revision, let now = currentSlugs[revision.id], now != revision.slug,
                !taken.contains(revision.slug), seen.insert(revision.slug).inserted
            else { return nil }
            return (revision.slug, revision.id)
        }
    }
}
