import Incidents

/// In which order items were published, which archives are cut from.
///
/// A site with a published history takes it from there, so that a record which tells of earlier days, or a word that is
/// dated back, comes behind what was published before it and no closed archive changes. A site without one takes it
/// from the records' own moments.
package struct PublicationOrder: Sendable {
    /// As the moments of the records tell it.
    package static let ofRecords = PublicationOrder(revisions: [:])

    /// Each record's published revisions, each with its place in the history.
    private let revisions: [String: [(place: Int, revision: Revision)]]

    private init(revisions: [String: [(place: Int, revision: Revision)]]) {
        self.revisions = revisions
    }

    package init(_ history: RevisionHistory) {
        var revisions: [String: [(place: Int, revision: Revision)]] = [:]
        for id in history.ids { revisions[id] = history.revisions(of: id) }
        self.init(revisions: revisions)
    }

    /// Whether all items are alike to it.
    var isOfRecords: Bool { revisions.isEmpty }

    /// The ids of the updates that a record was first published with; nil where no history knows the record. What is
    /// told later, and dated back, takes no word away that was published.
    func firstUpdates(of id: String) -> Set<String>? {
        revisions[id]?.first.map { Set($0.revision.updates.map(\.id)) }
    }

    /// The place in the history of the revision that first held an item. What the history does not know yet comes last;
    /// without a history all are alike.
    func place(of item: RecordWords.Entry, in recordID: String) -> Int {
        guard !revisions.isEmpty else { return 0 }
        let published = revisions[recordID] ?? []
        let first: (place: Int, revision: Revision)?
        switch item.kind {
        case .firstWord: first = published.first
        case .update:
            first = published.first { published in
                published.revision.updates.contains { item.localID == "update/" + $0.id }
            }
        case .correction:
            first = published.first {
                item.second <= $0.revision.at.start
                    && !$0.revision.changes.allSatisfy { !Self.bringsCorrections.contains($0) }
            }
        case .withdrawal:
            first = published.first { $0.revision.changes.contains(.withdrawal) } ?? published.first
        case .commitment: first = published.first { item.second <= $0.revision.at.start }
        }
        return first?.place ?? .max
    }

    private static let bringsCorrections: Set<ChangeKind> = [
        .first, .factual, .retraction, .adopted, .merged, .afterRedaction,
    ]
}
