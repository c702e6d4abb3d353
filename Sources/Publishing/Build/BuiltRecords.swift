import Diagnostics
import Incidents
import Records
import Site
import System

/// The records of one build: what was read now, and what is remembered of the others.
struct BuiltRecords {
    let paths: [String]
    /// What was found in reading.
    private(set) var report = Report()
    /// The places of the records whose pages are made now.
    var wantsPage: Set<Int> = []
    /// What is remembered, and then what will be.
    private(set) var remembered: [RememberedRecord?]
    private var readings: [Int: RecordReading] = [:]

    /// Nothing is known of any record.
    init(_ paths: [String]) {
        self.paths = paths
        remembered = Array(repeating: nil, count: paths.count)
    }

    /// All that was remembered.
    init(_ memory: BuildMemory) {
        paths = memory.records.map(\.path)
        remembered = memory.records
    }

    mutating func take(_ reading: RecordReading, at index: Int) {
        report.add(contentsOf: reading.report)
        readings[index] = reading
    }

    /// What was found in the records that were not read again, in the same words.
    func told(in project: Project, _ configuration: SourceFile, jobs: Int) throws(FileFailure) -> Report {
        let places = paths.indices.filter {
            readings[$0] == nil && remembered[$0]?.findings?.isEmpty == false
        }
        let records = places.map { remembered[$0] }
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
        return report
    }

    func reading(_ index: Int) -> RecordReading? { readings[index] }

    /// What is known of each record that could be read, in the order of the paths.
    var facts: [RecordFacts] {
        paths.indices.compactMap { index in
            guard let reading = readings[index] else { return remembered[index]?.facts }
            return reading.file.map(RecordFacts.init)
        }
    }

    /// Whether the records have the names that they had, so that what others say of each other holds.
    func isSameSite(as memory: BuildMemory) -> Bool {
        readings.allSatisfy { index, reading in
            reading.file.map { RecordFacts($0).name == memory.records[index].facts.name } ?? false
        }
    }

    /// The places of records that were not read yet and whose check or page would be another: at another moment, or
    /// since a record that the page names is called otherwise now.
    mutating func relying(
        otherwiseThan memory: BuildMemory, checkedAt: Moment, toldAt: Moment,
        isPublished: (RecordFacts) -> Bool
    ) -> [Int] {
        let neighbours = neighbours(isPublished)
        var places: [Int] = []
        for (index, record) in memory.records.enumerated() {
            let holdsPage =
                record.pageReliance.holds(from: memory.toldAt, to: toldAt)
                && record.neighbours.allSatisfy { neighbours[$0.id] == $0.shown }
                && (record.card != nil)
                    == isPublished(readings[index]?.file.map(RecordFacts.init) ?? record.facts)
            if !holdsPage { wantsPage.insert(index) }
            let holdsCheck = record.checkReliance.holds(from: memory.checkedAt, to: checkedAt)
            if readings[index] == nil, !holdsPage || !holdsCheck { places.append(index) }
        }
        return places
    }

    /// All published records as others link to them, by their ids.
    func neighbours(_ isPublished: (RecordFacts) -> Bool) -> [String: Edition.Neighbour] {
        var neighbours: [String: Edition.Neighbour] = [:]
        neighbours.reserveCapacity(paths.count)
        for index in paths.indices {
            if let record = readings[index]?.file?.record {
                guard isPublished(RecordFacts(record)) else { continue }
                neighbours[record.id] = Edition.Neighbour(slug: record.slug, title: record.title)
            } else if let record = remembered[index], isPublished(record.facts) {
                neighbours[record.facts.id] = Edition.Neighbour(
                    slug: record.facts.slug, title: record.facts.title)
            }
        }
        return neighbours
    }

    /// What was read, as rules and the history see it.
    func library(of site: SiteFile) -> RecordLibrary {
        var files: [RecordFile] = []
        var attachments: [String: [RecordLibrary.Attachment]] = [:]
        for index in readings.keys.sorted() {
            guard let reading = readings[index], let file = reading.file else { continue }
            files.append(file)
            if !reading.attachments.isEmpty { attachments[file.file.path] = reading.attachments }
        }
        return RecordLibrary(site: site, files: files, paths: paths, attachments: attachments, facts: facts)
    }

    /// Notes for each record that was read what was found in it, and what its check relied on.
    ///
    /// `history` is what holding the records against what was published found: such is never told from memory.
    mutating func note(
        _ reliances: [String: TellingMoment.Reliance], _ found: Report, history: Report
    ) {
        let findings = Dictionary(grouping: found.diagnostics, by: \.primary.span.file.path)
        let unsure = Set(history.diagnostics.map(\.primary.span.file.path))
        for (index, reading) in readings {
            guard let file = reading.file else { continue }
            var record =
                remembered[index]
                ?? RememberedRecord(
                    path: paths[index], inputs: [], facts: RecordFacts(file), findings: nil,
                    checkReliance: .init(), pageReliance: .init(), neighbours: [], card: nil, outputs: [])
            record.facts = RecordFacts(file)
            let own = findings[paths[index]] ?? []
            let kept = own.compactMap { RememberedFinding($0, of: paths[index]) }
            let others = reading.inputs.dropFirst().contains { findings[$0.path] != nil }
            record.findings =
                kept.count == own.count && !others && !unsure.contains(paths[index]) ? kept : nil
            record.checkReliance = reliances[paths[index]] ?? .init()
            remembered[index] = record
        }
    }

    /// Notes what came of a record's page, or that it has none.
    mutating func note(_ index: Int, _ change: (inout RememberedRecord) -> Void) {
        guard var record = remembered[index] else { return }
        change(&record)
        remembered[index] = record
    }

    /// Whether all that was found lies in a record or in a text beside one.
    func hold(allOf report: Report) -> Bool {
        let places = Set(readings.values.flatMap { $0.inputs.map(\.path) } + paths)
        return report.diagnostics.allSatisfy { places.contains($0.primary.span.file.path) }
    }

    /// Unpacks the cards of all records whose pages are not made now; false where one cannot be.
    mutating func unpackCards(jobs: Int) -> Bool {
        let places = paths.indices.filter { !wantsPage.contains($0) && remembered[$0]?.card != nil }
        let kept = places.map { remembered[$0]?.card }
        let cards = WorkerThreads.map(places.count, jobs: jobs) { kept[$0].flatMap { $0.unpacked() } }
        for (place, card) in zip(places, cards) {
            guard let card else { return false }
            remembered[place]?.card = KeptCard(card)
        }
        return true
    }

    /// The cards of all published records, once those that are remembered are unpacked.
    var cards: [RecordCard] { remembered.compactMap { $0?.card?.made } }

    var publishedCount: Int { remembered.count { $0?.card != nil } }
}
