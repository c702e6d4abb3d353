import Diagnostics
import Incidents
import Records
import Site
import Synchronization
import System

/// Where records are worked on, one by one and on any thread: read, judged, made into their files, and let go of.
///
/// However many records a site has, no more are in memory than threads are at work.
struct RecordDesk: Sendable {
    /// What came of the work on one record.
    struct Outcome: Sendable {
        /// Nil where the record cannot be read.
        var record: RememberedRecord?
        /// What was found in it.
        var report: Report
        /// What stopped the work: of the file system, not of the writer.
        var failure: FileFailure?
        /// The record names others, and those are not known yet.
        var waits = false
        /// Whether its files are staged, or it is known to have none.
        var isMade = false
        /// Whether another record has the address of its page.
        var collides = false
    }

    /// The files of a record that this build staged, and those that the last one left.
    typealias Files = (staged: [OutputPath], left: [OutputPath])

    let build: SiteBuild
    let truth: SiteTruth
    let check: SiteCheck
    let published: PublishedWords
    let revisions: PublishedRevisions
    let plan: SitePlan
    let state: BuildState

    private var publisher: Publisher { build.publisher }
    private var progress: BuildProgress { build.options.progress }

    /// Works on the record at a path; `before` are the files that it has already, of an
    /// earlier round and of the last build.
    func work(on path: String, wantsPage: Bool, before: Files) -> Outcome {
        let reading = progress.time("read") { RecordReading(build.project, path, keepsPlaces: true) }
        return work(on: reading, at: path, wantsPage: wantsPage, before: before)
    }

    /// The same for one that was read already.
    func work(on reading: RecordReading, at path: String, wantsPage: Bool, before: Files) -> Outcome {
        var outcome = Outcome(report: reading.report, failure: reading.failure)
        guard reading.failure == nil, let file = reading.file else {
            state.noteErrors()
            return outcome
        }
        var record = RememberedRecord(path: path, inputs: reading.inputs, facts: RecordFacts(file))
        guard truth.knowsNames || file.record.related.isEmpty else {
            outcome.record = record
            outcome.waits = true
            return outcome
        }
        let canonical =
            published.areAny || wantsPage ? CanonicalRecord.bytes(of: file, at: reading.places) : []
        judge(file, reading, canonical, &record, &outcome.report)
        let isRefused = outcome.report.hasErrors
        // What lies ahead of a guessed moment may be no error at the true one.
        if isRefused, truth.knowsMoments { state.noteErrors() }
        if wantsPage, !isRefused, !state.hasErrors {
            do throws(FileFailure) {
                outcome.isMade = try make(file, reading, canonical, &record, before)
                outcome.collides = !outcome.isMade
            } catch {
                outcome.failure = error
            }
        }
        record.inputs = record.inputs.map { $0.settled(before: build.folder.beganAt) }
        outcome.record = record
        return outcome
    }

    private func judge(
        _ file: RecordFile, _ reading: RecordReading, _ canonical: [UInt8], _ record: inout RememberedRecord,
        _ report: inout Report
    ) {
        progress.time("check") {
            let judged = check.judge(file)
            report.add(contentsOf: judged.report)
            record.checkReliance = RememberedReliance(judged.reliance)
            record.relations = Set(file.record.related).sorted().map {
                RememberedRecord.Relation(of: $0, in: check.site)
            }
            let own = report.diagnostics
            let beside = check.check(attachments: reading.attachmentSources(beside: file.file.path))
            // What was published may say more in the next build: what that brings up is never told from memory.
            let history = published.check(file, canonical, asOf: truth.toldAt)
            let kept = own.compactMap { RememberedFinding($0, of: record.path) }
            record.findings = kept.count == own.count && beside.isEmpty && history.isEmpty ? kept : nil
            report.add(contentsOf: beside)
            report.add(contentsOf: history)
        }
    }

    /// Makes and stages the record's files; false where another record has its address.
    private func make(
        _ file: RecordFile, _ reading: RecordReading, _ canonical: [UInt8], _ record: inout RememberedRecord,
        _ before: Files
    ) throws(FileFailure) -> Bool {
        try build.folder.withdraw(before.staged)
        build.folder.replace(before.left)
        record.inputs += revisions.inputs(of: file.record.id)
        guard publisher.isPublished(record.facts, asOf: truth.toldAt) else { return true }
        guard state.claim(record.facts.slug, for: record.path) else { return false }
        let files = progress.time("make") {
            plan.files(of: revisions.entry(of: file, canonical, reading.attachments))
        }
        record.card = KeptCard(files.card)
        record.pageReliance = RememberedReliance(files.reliance)
        record.neighbours = files.neighbours.map {
            RememberedRecord.Neighbour(id: $0, shown: truth.neighbours[$0])
        }
        record.outputs = RememberedOutputs(
            files.artifacts.map { RememberedOutput(path: $0.path, stamp: nil) })
        try progress.time("write") { () throws(FileFailure) in
            try build.folder.stage(files.artifacts)
        }
        return true
    }
}

/// What the records of one build share while they are worked on.
final class BuildState: Sendable {
    private let errors = Atomic<Bool>(false)
    private let slugs = Mutex<[String: String]>([:])

    /// Whether the build is known to end without a site, so that no more files need be made.
    var hasErrors: Bool { errors.load(ordering: .relaxed) }

    func noteErrors() { errors.store(true, ordering: .relaxed) }

    /// Begins a round in which what was an error before may be none.
    func forgetErrors() { errors.store(false, ordering: .relaxed) }

    /// Whether the address of a slug is free for the record at a path, which then has it.
    func claim(_ slug: String, for path: String) -> Bool {
        slugs.withLock { slugs in
            if let holder = slugs[slug], holder != path { return false }
            slugs[slug] = path
            return true
        }
    }
}
