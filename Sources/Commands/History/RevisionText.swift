import Incidents
import Publishing
import Records

/// Revisions and their differences as lines of text.
enum RevisionText {
    /// `ABC-2026-0001 revision 2, 2026-02-21T15:00:10Z: update, factual`.
    static func line(_ revision: Revision) -> String {
        let changes = revision.changes.map { $0.rawValue.split(separator: "_").joined(separator: " ") }
        return "\(revision.id) revision \(revision.number), \(revision.at.rfc3339)"
            + (changes.isEmpty ? "" : ": " + changes.joined(separator: ", "))
    }

    /// Size, root and signature, as readers should keep them.
    static func log(_ outcome: Publication.Outcome) -> [String] {
        guard outcome.size > 0 else { return [] }
        let root = "log: \(outcome.size == 1 ? "1 entry" : "\(outcome.size) entries"), root \(outcome.root)"
        guard let key = outcome.signedBy else { return [root, "log: not signed, no key was given"] }
        return [root, "log: signed by \(key.name)+\(key.idText)"]
    }

    /// A line a change: `+` for what came, `-` for what went, `~` for words that changed.
    static func lines(_ changes: [FieldChange]) -> [String] {
        changes.map { change in
            if change.isAddition { return "  + \(change.path.text): \(short(change.wordsAfter))" }
            if change.isRemoval { return "  - \(change.path.text): \(short(change.wordsBefore))" }
            return "  ~ \(change.path.text): "
                + WordDifference(from: change.wordsBefore, to: change.wordsAfter).excerpt
        }
    }

    private static func short(_ words: String) -> String {
        let parts = words.split(separator: " ")
        return parts.count <= 24 ? words : parts.prefix(24).joined(separator: " ") + " …"
    }
}
