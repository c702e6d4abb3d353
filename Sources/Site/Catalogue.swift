import Incidents

/// All that is published, in the order in which lists show it: newest first by `disclosed`, then by id.
package struct Catalogue: Sendable {
    /// One record as it is published.
    package struct Entry: Sendable {
        package let record: Record
        /// The record in canonical JSON (JCS, RFC 8785): what `record.json` holds and the log's entry hashes.
        package let canonicalJSON: [UInt8]
        /// SHA-256 of `canonicalJSON` in small hexadecimal digits.
        package let digest: String
        /// Texts beside the record that its references name: their path as written and their bytes.
        package let attachments: [(path: String, bytes: [UInt8])]
        /// What the history keeps of each published revision, by its number: the record in canonical JSON, or the notice
        /// in its place.
        package let revisions: [(number: Int, bytes: [UInt8])]

        package init(
            record: Record, canonicalJSON: [UInt8], digest: String,
            attachments: [(path: String, bytes: [UInt8])] = [],
            revisions: [(number: Int, bytes: [UInt8])] = []
        ) {
            self.record = record
            self.canonicalJSON = canonicalJSON
            self.digest = digest
            self.attachments = attachments
            self.revisions = revisions
        }
    }

    package let site: SiteConfiguration
    /// The moment at which "overdue" and "not due yet" are told: never the machine's clock.
    package let asOf: Moment
    package let entries: [Entry]
    /// What was published, revision by revision; nil where nothing was yet.
    package let log: PublicLog?

    package init(site: SiteConfiguration, asOf: Moment, entries: [Entry], log: PublicLog? = nil) {
        self.site = site
        self.asOf = asOf
        self.log = log
        self.entries = entries.sorted { left, right in
            let (a, b) = (left.record.disclosed, right.record.disclosed)
            return a == b ? left.record.id > right.record.id : a > b
        }
    }

    /// All records as others link to them.
    package var neighbours: [String: Edition.Neighbour] {
        Dictionary(
            entries.map { ($0.record.id, Edition.Neighbour(slug: $0.record.slug, title: $0.record.title)) },
            uniquingKeysWith: { first, _ in first })
    }
}
