import Diagnostics
import Incidents
import Records
import Site
import Syntax
import System

/// The records of one build: what is remembered of them, what was found by now, and what is still to be done.
struct BuiltRecords {
    let paths: [String]
    private var states: [RecordState]

    /// Nothing is known of any record.
    init(_ paths: [String]) {
        self.paths = paths
        let never = Moment(secondsSince1970: 0)
        let state = RecordState(
            checkedAt: never, heldAt: never, toldAt: never, wantsCheck: true, wantsPage: true)
        states = Array(repeating: state, count: paths.count)
    }

    /// What is remembered of the records that are still there.
    init(_ paths: [String], _ recalled: RecalledRecords) {
        let known = recalled.states
        self.init(paths)
        partSizes = recalled.partSizes
        isOfSamePaths = paths.elementsEqual(known.lazy.map { $0.kept?.record.path ?? "" })
        if isOfSamePaths {
            states = known
            return
        }
        var places: [String: Int] = [:]
        for (place, state) in known.enumerated() { places[state.kept?.record.path ?? ""] = place }
        for (number, path) in paths.enumerated() {
            if let place = places.removeValue(forKey: path) { states[number] = known[place] }
        }
        gone = places.values.flatMap { known[$0].kept?.record.outputs.paths ?? [] }
    }

    /// How many records each part of the last build's memory holds.
    private var partSizes: [Int] = []

    /// The files of records that are not there any more.
    private(set) var gone: [OutputPath] = []
    /// Whether the last build had the same record files.
    private(set) var isOfSamePaths = false

    /// What is remembered of a record.
    subscript(place: Int) -> RememberedRecord? { states[place].kept?.record }

    /// What is known of each record that could be read, in the order of the paths.
    var facts: [RecordFacts] { states.compactMap { $0.kept?.record.facts } }

    // MARK: - What is to be done

    /// The record is to be read again and its files to be made.
    mutating func want(_ place: Int) { (states[place].wantsCheck, states[place].wantsPage) = (true, true) }

    /// Wants again what was judged or made under something that is not so.
    mutating func review(_ truth: SiteTruth, _ site: SiteUnderCheck, _ publisher: Publisher) {
        for place in states.indices {
            guard let kept = states[place].kept else { continue }
            let isPublished = publisher.isPublished(kept.record.facts, asOf: truth.toldAt)
            if !kept.record.checkReliance.holds(from: states[place].checkedAt, to: truth.checkedAt)
                || kept.record.findings == nil && states[place].heldAt != truth.toldAt
                || !kept.record.relations.allSatisfy({ $0.holds(in: site) })
            {
                states[place].wantsCheck = true
            }
            if !kept.record.pageReliance.holds(from: states[place].toldAt, to: truth.toldAt)
                || !kept.record.neighbours.allSatisfy({ truth.neighbours[$0.id] == $0.shown })
                || states[place].isPublished != isPublished
            {
                states[place].wantsPage = !states[place].collides
            }
        }
    }

    /// The places of the records that must be worked on, those whose files alone are missing only with `pages`.
    func wanted(pages: Bool) -> [Int] {
        states.indices.filter { states[$0].wantsCheck || pages && states[$0].wantsPage }
    }

    func wantsPage(_ place: Int) -> Bool { states[place].wantsPage }

    /// Whether some record's files were made in this build or are still to be made.
    private(set) var makesPages = false

    mutating func take(_ outcome: RecordDesk.Outcome, at place: Int, _ truth: SiteTruth) {
        var state = states[place]
        if state.wantsPage { makesPages = true }
        if !state.isMade, outcome.isMade { gone += state.kept?.record.outputs.paths ?? [] }
        state.packed = nil
        state.report = outcome.report
        state.wantsCheck = outcome.waits
        state.checkedAt = truth.checkedAt
        state.heldAt = truth.toldAt
        if var record = outcome.record, !outcome.waits, !outcome.isMade, let old = state.kept?.record {
            // Its files stand as they were made before.
            record.keepFiles(of: old)
            state.kept = RecordState.Kept(record)
        } else {
            state.kept = outcome.record.map(RecordState.Kept.init)
            state.card = outcome.record?.card?.made
            if outcome.record == nil { state.wantsPage = false }
        }
        if outcome.collides { (state.collides, state.wantsPage) = (true, false) }
        if outcome.isMade {
            (state.collides, state.wantsPage) = (false, false)
            state.isMade = true
            state.toldAt = truth.toldAt
        }
        states[place] = state
    }

    /// The files of a record that this build staged already, and those that the last one left.
    func files(_ place: Int) -> (staged: [OutputPath], left: [OutputPath]) {
        let paths = states[place].kept?.record.outputs.paths ?? []
        return states[place].isMade ? (paths, []) : ([], paths)
    }

    // MARK: - Twins

    /// Whether no two records have the same slug.
    var slugsAreUnique: Bool {
        var slugs: Set<String> = []
        slugs.reserveCapacity(states.count)
        return states.indices.allSatisfy { place in
            guard let facts = states[place].kept?.record.facts, facts.hasSoundSlug
            else { return true }
            return slugs.insert(facts.slug).inserted
        }
    }

    /// The places of records that have an id or a slug in common with another.
    var twins: [Int] {
        var ids: [String: [Int]] = [:]
        var slugs: [String: [Int]] = [:]
        for place in states.indices {
            guard let facts = states[place].kept?.record.facts else { continue }
            if facts.hasSoundID { ids[facts.id, default: []].append(place) }
            if facts.hasSoundSlug { slugs[facts.slug, default: []].append(place) }
        }
        return Set((Array(ids.values) + Array(slugs.values)).filter { $0.count > 1 }.joined()).sorted()
    }

    /// A slug that two published records have, in whichever build either of them was made.
    var sharedSlug: String? {
        var slugs: Set<String> = []
        for state in states {
            guard let facts = state.kept?.record.facts, state.isPublished || state.collides else { continue }
            guard slugs.insert(facts.slug).inserted else { return facts.slug }
        }
        return nil
    }

    // MARK: - What was found

    /// Whether an error was found in a record, and will not be looked for again.
    var haveErrors: Bool { states.contains { !$0.wantsCheck && $0.report?.hasErrors == true } }

    /// Everything that was found, in the records that were not read again in the words of the last build.
    func told(in project: Project, _ configuration: SourceFile, jobs: Int) throws(FileFailure) -> Report {
        let places = states.indices.filter {
            states[$0].report == nil && states[$0].kept?.record.findings?.isEmpty == false
        }
        let kept = places.map { states[$0].kept }
        let told = WorkerThreads.map(places.count, jobs: jobs) {
            number -> Result<[Diagnostic], FileFailure> in
            guard let record = kept[number]?.record else { return .success([]) }
            do throws(FileFailure) {
                let source = try project.source(record.path)
                return .success((record.findings ?? []).map { $0.told(in: source, configuration) })
            } catch {
                return .failure(error)
            }
        }
        var report = Report()
        for findings in told {
            for finding in try findings.get() { report.add(finding) }
        }
        for place in states.indices {
            if let found = states[place].report { report.add(contentsOf: found) }
        }
        return report
    }

    // MARK: - What is left for lists and for the next build

    /// Unpacks the cards of all records whose pages are not made now; false where one cannot be.
    mutating func unpackCards(jobs: Int) -> Bool {
        let places = states.indices.filter { states[$0].card == nil && states[$0].isPublished }
        let kept = places.map { states[$0].kept }
        let cards = WorkerThreads.map(places.count, jobs: jobs, inGroupsOf: 64) {
            kept[$0]?.record.card?.unpacked()
        }
        for (place, card) in zip(places, cards) {
            guard let card else { return false }
            states[place].card = card
        }
        return true
    }

    /// The places of the records whose cards are chosen by their numbers.
    func placesOfCards(_ choose: ([RecordCard]) -> [Int]) -> [Int] {
        let places = states.indices.filter { states[$0].isPublished }
        let cards = places.map { states[$0].card ?? states[$0].kept?.record.card?.unpacked() }
        // A card that cannot be unpacked has the whole build begin anew.
        guard cards.allSatisfy({ $0 != nil }) else { return [] }
        return choose(cards.compactMap(\.self)).map { places[$0] }
    }

    /// The cards of all published records, once those that are remembered are unpacked.
    var cards: [RecordCard] { states.compactMap(\.card) }

    /// The files of each record that are not to be made anew.
    var standingOutputs: [RememberedOutputs] {
        states.compactMap { $0.wantsPage ? nil : $0.kept?.record.outputs }
    }

    var publishedCount: Int { states.count(where: \.isPublished) }

    /// The places of the records that the next build may take from this one, in the parts of a memory; `standing` is the
    /// part of the last one that holds just these records as they are.
    var parts: [(places: [Int], standing: Int?)] {
        var parts: [(places: [Int], standing: Int?)] = []
        for place in states.indices where states[place].kept != nil {
            let part = states[place].part
            if let last = parts.last, part == nil || part == last.standing,
                last.places.count < RememberedParts.most * (last.standing == nil ? 1 : 2)
            {
                parts[parts.count - 1].places.append(place)
            } else {
                parts.append(([place], part))
            }
        }
        return parts.map { places, part in
            let isSame = part.map { part in
                places.count == partSizes[part]
                    && places.allSatisfy { states[$0].packed != nil && states[$0].part == part }
            }
            return (places, isSame == true ? part : nil)
        }
    }

    /// What the next build may take of some records, packed as a list; nil where a file is not to be found. `look`
    /// looks at files.
    func packed(_ places: [Int], _ look: ([OutputPath]) -> [RememberedOutput]?) -> [UInt8]? {
        var writer = PackedWriter()
        for place in places {
            if let packed = states[place].packed {
                writer.write(restOf: packed)
                continue
            }
            guard var record = states[place].kept?.record else { return nil }
            if states[place].isMade {
                guard let outputs = look(record.outputs.paths) else { return nil }
                record.outputs = RememberedOutputs(outputs)
            }
            var own = PackedWriter()
            own.write(record)
            writer.write(own.bytes)
        }
        return writer.bytes
    }
}
