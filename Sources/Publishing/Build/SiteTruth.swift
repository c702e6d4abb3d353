import Incidents
import Records
import Site

/// What a build takes for true of the whole site while it works on its records one by one.
///
/// Before any record was read that is a guess. A record that was worked on under a guess is worked on again where it
/// asked for something that turned out otherwise.
struct SiteTruth: Sendable {
    /// The moment at which records are checked, drafts among them.
    let checkedAt: Moment
    /// The moment at which the site is told.
    let toldAt: Moment
    /// False while the two are guessed from a record.
    let knowsMoments: Bool
    /// The ids of all records, in the site's order.
    let ids: RecordIDs
    /// False while the records' names are not known; a record that names others waits for them.
    let knowsNames: Bool
    /// Whether no record was unreadable, so that "there is no such record" can be said.
    let isWhole: Bool
    /// All published records as others link to them, by their ids.
    let neighbours: [String: Edition.Neighbour]
    private let facts: [RecordFacts]

    /// What is true of records that are all known; `count` is how many there should be.
    ///
    /// What `last` knew of the same ids is taken from there.
    init(
        of facts: [RecordFacts], count: Int, for publisher: Publisher, _ site: SiteConfiguration,
        after last: SiteTruth? = nil
    ) {
        let asOf = publisher.options.asOf
        checkedAt = asOf.resolve(site, facts: facts, countsDrafts: true)
        let toldAt = asOf.resolve(site, facts: facts)
        self.toldAt = toldAt
        knowsMoments = true
        let ids = facts.filter(\.hasSoundID).map(\.id)
        if let last, last.ids.all == ids { self.ids = last.ids } else { self.ids = RecordIDs(ids) }
        knowsNames = true
        isWhole = facts.count == count
        self.facts = facts
        func neighbour(_ record: RecordFacts) -> Edition.Neighbour? {
            guard publisher.isPublished(record, asOf: toldAt) else { return nil }
            return Edition.Neighbour(slug: record.slug, title: record.title)
        }
        if let last, last.toldAt == toldAt, last.ids.areUnique, last.ids.all == ids,
            ids.count == facts.count, last.facts.count == facts.count
        {
            var neighbours = last.neighbours
            for (old, new) in zip(last.facts, facts) where old !== new {
                neighbours[new.id] = neighbour(new)
            }
            self.neighbours = neighbours
            return
        }
        var neighbours: [String: Edition.Neighbour] = [:]
        neighbours.reserveCapacity(facts.count)
        for record in facts {
            if let shown = neighbour(record) { neighbours[record.id] = shown }
        }
        self.neighbours = neighbours
    }

    /// What a site is taken for of which nothing is known but one record: the moments of that one, and no names.
    init(guessedFrom one: RecordFacts?, for publisher: Publisher, _ site: SiteConfiguration) {
        let (asOf, facts) = (publisher.options.asOf, one.map { [$0] } ?? [])
        checkedAt = asOf.resolve(site, facts: facts, countsDrafts: true)
        toldAt = asOf.resolve(site, facts: facts)
        knowsMoments = !asOf.isFromRecords(site)
        ids = RecordIDs([])
        knowsNames = false
        isWhole = false
        neighbours = [:]
        self.facts = []
    }
}
