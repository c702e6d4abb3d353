/// One published revision of a record, as the log names it: an entry that says what was published, when, and what kind of
/// change it was.
package struct Revision: Hashable, Sendable {
    /// The record's id.
    package let id: String
    /// Counted from 1 for each record.
    package let number: Int
    /// The record's address under `incidents/` at that time.
    package let slug: String
    /// To the second, in UTC.
    package let at: Moment
    /// `sha256:` of the record in canonical JSON (RFC 8785).
    package let digest: String
    /// `sha256:` of each update in canonical JSON, by the update's id.
    package let updates: [UpdateDigest]
    package let changes: [ChangeKind]

    package struct UpdateDigest: Hashable, Sendable {
        package let id: String
        package let digest: String

        package init(id: String, digest: String) {
            self.id = id
            self.digest = digest
        }
    }

    package init(
        id: String, number: Int, slug: String, at: Moment, digest: String, updates: [UpdateDigest],
        changes: [ChangeKind]
    ) {
        self.id = id
        self.number = number
        self.slug = slug
        self.at = at
        self.digest = digest
        self.updates = updates
        self.changes = changes
    }

    /// The same revision under another number, told as merged from another branch.
    package func renumbered(_ number: Int) -> Revision {
        let changes = changes.contains(.merged) ? changes : changes + [.merged]
        return Revision(
            id: id, number: number, slug: slug, at: at, digest: digest, updates: updates, changes: changes)
    }
}

/// The notice that a revision's content was taken out: its entry and its hash stay in the log.
package struct Redaction: Hashable, Sendable {
    /// The record's id.
    package let id: String
    /// The number of the revision whose content is gone.
    package let revision: Int
    /// To the second, in UTC.
    package let at: Moment
    /// For everyone to read: a leaked key, a person's name, a court's order.
    package let reason: String

    package init(id: String, revision: Int, at: Moment, reason: String) {
        self.id = id
        self.revision = revision
        self.at = at
        self.reason = reason
    }
}
