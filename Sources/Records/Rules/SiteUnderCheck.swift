import Diagnostics
import Incidents

/// What a rule may know besides the record that it judges: the site's configuration, the moment of the check, and an
/// index of all records. Built once for a check; pure data, so that records can be judged on many threads.
package struct SiteUnderCheck: Sendable {
    package let file: SiteFile
    /// What "overdue" and "in the future" are told against.
    package private(set) var telling: TellingMoment
    /// Whether `asOf` is the newest event of the records, behind which today may lie by years.
    package let isAsOfFromRecords: Bool
    /// The records of the site that are at hand, whether they are judged or not.
    package let records: [RecordFile]
    private let ids: RecordIDs
    /// False where some record could not be read, so that "there is no such record" cannot be said.
    package let knowsAllRecords: Bool

    private let positionsByID: [String: [Int]]
    private let positionsBySlug: [String: [Int]]
    private let assetIDs: Set<String>
    private let issuerIDs: Set<String>
    private let tokenIDs: Set<String>

    package init(
        _ file: SiteFile, records: [RecordFile], asOf: Moment, isAsOfFromRecords: Bool = false,
        knowsAllRecords: Bool = true, allIDs: RecordIDs? = nil
    ) {
        self.file = file
        telling = TellingMoment(asOf)
        self.isAsOfFromRecords = isAsOfFromRecords
        self.records = records
        self.knowsAllRecords = knowsAllRecords
        let site = file.configuration
        assetIDs = Set(site.assets.map(\.id))
        issuerIDs = Set(site.issuers.map(\.id))
        tokenIDs = Set(site.tokens.map(\.id))
        var byID: [String: [Int]] = [:]
        var bySlug: [String: [Int]] = [:]
        byID.reserveCapacity(records.count)
        bySlug.reserveCapacity(records.count)
        for (position, record) in records.enumerated() {
            if record.isSound("id") {
                byID[record.record.id, default: []].append(position)
            }
            if record.isSound("slug") { bySlug[record.record.slug, default: []].append(position) }
        }
        ids = allIDs ?? RecordIDs(records.filter { $0.isSound("id") }.map(\.record.id))
        positionsByID = byID
        positionsBySlug = bySlug
    }

    /// The same site for one record, which asks of the moment on its own account.
    func forOneRecord() -> SiteUnderCheck {
        var site = self
        site.telling = telling.again()
        return site
    }

    /// The moment itself, for messages.
    var asOf: Moment { telling.shown }

    package var configuration: SiteConfiguration { file.configuration }

    /// What an id of another record stands for here.
    package enum Standing: String, Sendable, CaseIterable {
        /// A record of this site.
        case here
        /// It has the form of this site's ids, and there is none of it.
        case missing
        /// Nothing is known of it, and nothing need be.
        case elsewhere
    }

    /// What an id that a record names stands for.
    package func standing(of id: String) -> Standing {
        if ids.contains(id) { return .here }
        return knowsAllRecords && isOwn(id) ? .missing : .elsewhere
    }

    /// The record's id that is most like one of which there is no record.
    package func nearest(to id: String) -> String? { NearMiss.nearest(to: id, among: ids.all) }

    func hasAsset(_ id: String) -> Bool { assetIDs.contains(id) }
    func hasIssuer(_ id: String) -> Bool { issuerIDs.contains(id) }
    func hasToken(_ id: String) -> Bool { tokenIDs.contains(id) }

    /// Whether an id has the form and the prefix of this site's own records.
    private func isOwn(_ id: String) -> Bool {
        TextForm.recordID.accepts(id)
            && (ids.knowsPrefix(of: id) || configuration.idPrefix?[...] == RecordIDs.prefix(of: id))
    }

    /// The first record, in the site's order, that has an id.
    func firstRecord(id: String) -> RecordFile? { positionsByID[id]?.first.map { records[$0] } }

    /// The first record, in the site's order, whose page has a slug.
    func firstRecord(slug: String) -> RecordFile? { positionsBySlug[slug]?.first.map { records[$0] } }

    /// Whether a moment lies wholly behind the moment of the check.
    func isInFuture(_ moment: Moment) -> Bool { telling.isAhead(moment) }

    /// Whether a moment has passed, the whole of its day or month included.
    func hasPassed(_ moment: Moment) -> Bool { telling.isPast(moment) }
}
