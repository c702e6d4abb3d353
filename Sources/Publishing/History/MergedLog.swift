import Incidents

/// The entries of two branches that both published, this branch's first, put into one order: the other's follow, under
/// new numbers where this branch had used theirs.
package struct MergedLog: Sendable {
    /// One entry with the number under which its content lies on its own branch.
    package struct Placed: Sendable {
        package let entry: LogEntry
        /// The revision's number before the merge; nil for a redaction.
        package let formerNumber: Int?
    }

    package let placed: [Placed]
    /// What was done, a line each, for the person who merged.
    package let explanation: [String]

    package var entries: [LogEntry] { placed.map(\.entry) }

    package init(entries: [LogEntry]) {
        var next: [String: Int] = [:]
        /// The new number of a revision of the other branch, by record and old number.
        var moved: [String: [Int: Int]] = [:]
        var seen: Set<[UInt8]> = []
        var placed: [Placed] = []
        var explanation: [String] = []
        for entry in entries where seen.insert(entry.bytes).inserted {
            switch entry.content {
            case .revision(let revision):
                let number = next[revision.id, default: 1]
                next[revision.id] = number + 1
                guard number != revision.number else {
                    placed.append(Placed(entry: entry, formerNumber: number))
                    continue
                }
                moved[revision.id, default: [:]][revision.number] = number
                placed.append(
                    Placed(
                        entry: LogLine.entry(.revision(revision.renumbered(number))),
                        formerNumber: revision.number))
                explanation.append(
                    "revision \(revision.number) of \(revision.id) on the other branch is revision \(number) now"
                )
            case .redaction(let redaction):
                let number = moved[redaction.id]?[redaction.revision] ?? redaction.revision
                let content = Redaction(
                    id: redaction.id, revision: number, at: redaction.at, reason: redaction.reason)
                placed.append(Placed(entry: LogLine.entry(.redaction(content)), formerNumber: nil))
            }
        }
        self.placed = placed
        self.explanation = explanation
    }
}
