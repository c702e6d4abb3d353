import Diagnostics
import Incidents
import Records
import Site
import Syntax
import System

/// The records of one build: what is remembered of them, what was found by now, and what is still to be done.
struct BuiltRecords {
    let paths: [String]
    private var states: [State]

    private struct State {
        /// What is remembered, and then what will be; nil before the record is read, and where it cannot be.
        var record: RememberedRecord?
        /// The same as it was packed by the last build; nil once it is another.
        var packed: PackedReader?
        /// What this build found in it; nil where it was not read.
        var report: Report?
        /// The moments at which it was judged, held against the history, and made.
        var checkedAt: Moment
        var heldAt: Moment
        var toldAt: Moment
        var wantsCheck: Bool
        var wantsPage: Bool
        /// Whether this build staged its files.
        var isMade = false
        /// Whether another record has the address of its page.
        var collides = false
    }

    /// Nothing is known of any record.
    init(_ paths: [String]) {
        self.paths = paths
        let never = Moment(secondsSince1970: 0)
        let state = State(
            checkedAt: never, heldAt: never, toldAt: never, wantsCheck: true, wantsPage: true)
        states = Array(repeating: state, count: paths.count)
    }

    /// What is remembered of the records that are still there; nil where it cannot be unpacked.
    init?(_ paths: [String], _ memory: BuildMemory, jobs: Int) {
        guard let records = memory.unpacked(jobs: jobs) else { return nil }
        self.paths = paths
        var places: [String: Int] = [:]
        let areSame = paths == records.map(\.record.path)
        if !areSame {
            places = Dictionary(zip(records.map(\.record.path), records.indices), uniquingKeysWith: { $1 })
        }
        let frame = memory.frame
        states = paths.enumerated().map { number, path in
            var state = State(
                checkedAt: frame.checkedAt, heldAt: frame.toldAt, toldAt: frame.toldAt, wantsCheck: true,
                wantsPage: true)
            guard let place = areSame ? number : places.removeValue(forKey: path) else { return state }
            (state.record, state.packed) = records[place]
            (state.wantsCheck, state.wantsPage) = (false, false)
            return state
        }
        gone = places.values.flatMap { records[$0].record.outputs.paths }
        isOfSamePaths = areSame
    }

    /// The files of records that are not there any more.
    private(set) var gone: [OutputPath] = []
    /// Whether the last build had the same record files.
    private(set) var isOfSamePaths = false

    /// What is remembered of a record.
    subscript(place: Int) -> RememberedRecord? { states[place].record }

    /// What is known of each record that could be read, in the order of the paths.
    var facts: [RecordFacts] { states.compactMap { $0.record?.facts } }

    // MARK: - What is to be done

    /// The record's file, or what was found in it, is to be read again; `page` where its files are to be made as well.
    mutating func want(_ place: Int, page: Bool) {
        states[place].wantsCheck = true
        if page { states[place].wantsPage = true }
    }

    /// Wants again what was judged or made under something that is not so.
    mutating func review(_ truth: SiteTruth, _ site: SiteUnderCheck, _ publisher: Publisher) {
        for place in states.indices {
            guard let record = states[place].record else { continue }
            let isPublished = publisher.isPublished(record.facts, asOf: truth.toldAt)
            if !record.checkReliance.holds(from: states[place].checkedAt, to: truth.checkedAt)
                || record.findings == nil && states[place].heldAt != truth.toldAt
                || !record.relations.allSatisfy({ $0.holds(in: site) })
            {
                states[place].wantsCheck = true
            }
            if !record.pageReliance.holds(from: states[place].toldAt, to: truth.toldAt)
                || !record.neighbours.allSatisfy({ truth.neighbours[$0.id] == $0.shown })
                || (record.card != nil) != isPublished
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
        if !state.isMade, outcome.isMade { gone += state.record?.outputs.paths ?? [] }
        state.packed = nil
        state.report = outcome.report
        state.wantsCheck = outcome.waits
        state.checkedAt = truth.checkedAt
        state.heldAt = truth.toldAt
        if var record = outcome.record, !outcome.waits, !outcome.isMade, let old = state.record {
            // Its files stand as they were made before.
            record.keepFiles(of: old)
            state.record = record
        } else {
            state.record = outcome.record
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
        let paths = states[place].record?.outputs.paths ?? []
        return states[place].isMade ? (paths, []) : ([], paths)
    }

    // MARK: - Twins

    /// The places of records that have an id or a slug in common with another.
    var twins: [Int] {
        var ids: [String: [Int]] = [:]
        var slugs: [String: [Int]] = [:]
        for place in states.indices {
            guard let facts = states[place].record?.facts else { continue }
            if facts.hasSoundID { ids[facts.id, default: []].append(place) }
            if facts.hasSoundSlug { slugs[facts.slug, default: []].append(place) }
        }
        return Set((Array(ids.values) + Array(slugs.values)).filter { $0.count > 1 }.joined()).sorted()
    }

    /// A slug that two published records have, in whichever build either of them was made.
    var sharedSlug: String? {
        var slugs: Set<String> = []
        for state in states {
            guard let record = state.record, record.card != nil || state.collides else { continue }
            guard slugs.insert(record.facts.slug).inserted else { return record.facts.slug }
        }
        return nil
    }

    // MARK: - What was found

    /// Whether an error was found in a record, and will not be looked for again.
    var haveErrors: Bool { states.contains { !$0.wantsCheck && $0.report?.hasErrors == true } }

    /// Everything that was found, in the records that were not read again in the words of the last build.
    func told(in project: Project, _ configuration: SourceFile, jobs: Int) throws(FileFailure) -> Report {
        let places = states.indices.filter {
            states[$0].report == nil && states[$0].record?.findings?.isEmpty == false
        }
        let records = places.map { states[$0].record }
        let told = WorkerThreads.map(places.count, jobs: jobs) {
            number -> Result<[Diagnostic], FileFailure> in
            guard let record = records[number] else { return .success([]) }
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
        for state in states {
            if let found = state.report { report.add(contentsOf: found) }
        }
        return report
    }

    // MARK: - What is left for lists and for the next build

    /// Unpacks the cards of all records whose pages are not made now; false where one cannot be.
    mutating func unpackCards(jobs: Int) -> Bool {
        let places = states.indices.filter { states[$0].record?.card != nil }
        let kept = places.map { states[$0].record?.card }
        let cards = WorkerThreads.map(places.count, jobs: jobs) { kept[$0].flatMap { $0.unpacked() } }
        for (place, card) in zip(places, cards) {
            guard let card else { return false }
            states[place].record?.card = KeptCard(card)
        }
        return true
    }

    /// The places of the records whose cards are chosen by their numbers.
    func placesOfCards(_ choose: ([RecordCard]) -> [Int]) -> [Int] {
        let places = states.indices.filter { states[$0].record?.card != nil }
        let cards = places.map { states[$0].record?.card?.unpacked() }
        // A card that cannot be unpacked has the whole build begin anew.
        guard cards.allSatisfy({ $0 != nil }) else { return [] }
        return choose(cards.compactMap(\.self)).map { places[$0] }
    }

    /// The cards of all published records, once those that are remembered are unpacked.
    var cards: [RecordCard] { states.compactMap { $0.record?.card?.made } }

    /// How many files the records have.
    var outputCount: Int { states.reduce(0) { $0 + ($1.record?.outputs.count ?? 0) } }

    var publishedCount: Int { states.count { $0.record?.card != nil } }

    /// What the next build may take of the known records in a range, packed as a list; nil where a file is not to be
    /// found. `look` looks at files.
    func packed(_ range: Range<Int>, _ known: [Int], _ look: ([OutputPath]) -> [RememberedOutput]?)
        -> [UInt8]?
    {
        var writer = PackedWriter()
        for place in known[range] {
            if let packed = states[place].packed {
                writer.write(restOf: packed)
                continue
            }
            guard var record = states[place].record else { return nil }
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

    /// The places of the records that the next build may take from this one.
    var known: [Int] { states.indices.filter { states[$0].record != nil } }
}
