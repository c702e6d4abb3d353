import Diagnostics
import Incidents

/// What a rule may know besides the record that it judges: the site's configuration, the moment of the check, and an
/// index of all records. Built once for a check; pure data, so that records can be judged on many threads.
package struct SiteUnderCheck: Sendable {
    /// What is the same for every record, held by one reference.
    private final class Known: Sendable {
        let file: SiteFile
        let isAsOfFromRecords: Bool
        let records: [RecordFile]
        let ids: RecordIDs
        let knowsAllRecords: Bool
        let positionsByID: [String: [Int]]
        let positionsBySlug: [String: [Int]]
        let assetIDs: Set<String>
        let issuerIDs: Set<String>
        let tokenIDs: Set<String>

        init(
            _ file: SiteFile, records: [RecordFile], isAsOfFromRecords: Bool = false,
            knowsAllRecords: Bool = true, allIDs: RecordIDs? = nil
        ) {
            self.file = file
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
    }

    private let known: Known
    package private(set) var telling: TellingMoment

    package init(
        _ file: SiteFile, records: [RecordFile], asOf: Moment, isAsOfFromRecords: Bool = false,
        knowsAllRecords: Bool = true, allIDs: RecordIDs? = nil
    ) {
        known = Known(
            file, records: records, isAsOfFromRecords: isAsOfFromRecords, knowsAllRecords: knowsAllRecords,
            allIDs: allIDs)
        telling = TellingMoment(asOf)
    }

    package var file: SiteFile { known.file }
    /// Whether `asOf` is the newest event of the records, behind which today may lie by years.
    package var isAsOfFromRecords: Bool { known.isAsOfFromRecords }
    /// The records of the site that are at hand, whether they are judged or not.
    package var records: [RecordFile] { known.records }
    /// False where some record could not be read, so that "there is no such record" cannot be said.
    package var knowsAllRecords: Bool { known.knowsAllRecords }
    private var ids: RecordIDs { known.ids }

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

    func hasAsset(_ id: String) -> Bool { known.assetIDs.contains(id) }
    func hasIssuer(_ id: String) -> Bool { known.issuerIDs.contains(id) }
    func hasToken(_ id: String) -> Bool { known.tokenIDs.contains(id) }

    /// Whether an id has the form and the prefix of this site's own records.
    private func isOwn(_ id: String) -> Bool {
        TextForm.recordID.accepts(id)
            && (ids.knowsPrefix(of: id) || configuration.idPrefix?[...] == RecordIDs.prefix(of: id))
    }

    /// The first record, in the site's order, that has an id.
    func firstRecord(id: String) -> RecordFile? { known.positionsByID[id]?.first.map { records[$0] } }

    /// The first record, in the site's order, whose page has a slug.
    func firstRecord(slug: String) -> RecordFile? { known.positionsBySlug[slug]?.first.map { records[$0] } }

    /// Whether a moment lies wholly behind the moment of the check.
    func isInFuture(_ moment: Moment) -> Bool { telling.isAhead(moment) }

    /// Whether a moment has passed, the whole of its day or month included.
    func hasPassed(_ moment: Moment) -> Bool { telling.isPast(moment) }
}
