import Diagnostics
import Digests
import Incidents
import Records
import Site
import Syntax
import System

/// What `publish` appends to the history: new revisions, the order of two branches, redactions, and a signature over it.
package struct Publication: Sendable {
    package struct Outcome: Sendable {
        /// What the check found: where it holds an error, nothing was published.
        package var report = Report()
        package var fileCount = 0
        /// What was done about two branches, a line each.
        package var resolved: [String] = []
        package var added: [Revision] = []
        package var size = 0
        /// In base 64.
        package var root = ""
        /// The key that signed; nil where the log is not signed.
        package var signedBy: NoteKey?
    }

    private let publisher: Publisher
    private let keyFile: String?
    private let moment: Moment?

    /// `keyFile` as `--key` names it; `moment` as `--at` does, else the machine's clock is read.
    package init(_ publisher: Publisher, keyFile: String? = nil, at moment: Moment? = nil) {
        self.publisher = publisher
        self.keyFile = keyFile
        self.moment = moment
    }

    private var folder: HistoryFolder { HistoryFolder(of: publisher.project) }

    /// Checks the site and appends a revision for each record that changed.
    ///
    /// Throws a `FileFailure`, a `HistoryFailure` or a `PublicationFailure`; nothing was published then, but that two
    /// branches may have been put into one order.
    package func publish() throws -> Outcome {
        var outcome = Outcome()
        outcome.resolved = try resolveBranches()
        guard
            let library = try RecordLibrary.read(
                publisher.project, jobs: publisher.options.jobs, into: &outcome.report)
        else { return outcome }
        outcome.fileCount = library.fileCount
        outcome.report.add(contentsOf: publisher.judge(library))
        outcome.report.add(contentsOf: try publisher.heldAgainstHistory(library))
        guard !outcome.report.hasErrors else { return outcome }
        var history = try self.history()
        let signer = try LogKey.find(file: keyFile, for: library.site.configuration, history: history)
        let now = try clock(after: history)
        let candidates = library.files.filter { Self.isPublic($0.record, at: now) }.map {
            RevisionPlan.Candidate($0)
        }
        let plan = try RevisionPlan(of: candidates, after: history, at: now) { [folder, history] revision in
            try folder.content(of: revision, in: history)
        }
        history = try folder.append(
            plan.additions.map { (LogLine.entry(.revision($0.revision)), $0.content) }, to: history)
        outcome.added = plan.additions.map(\.revision)
        try sign(history, with: signer, site: library.site.configuration, into: &outcome)
        return outcome
    }

    /// Begins the log from git's past: each state of a record that differs from the one before it becomes a revision of
    /// its commit's time. What is there now is published behind it.
    package func adopt() throws -> Outcome {
        guard try history().size == 0 else {
            throw PublicationFailure(
                "this project has a history already",
                help: "`aboveboard publish` without --adopt goes on with it")
        }
        var report = Report()
        guard
            let library = try RecordLibrary.read(
                publisher.project, jobs: publisher.options.jobs, into: &report)
        else { return Outcome(report: report) }
        report.add(contentsOf: publisher.judge(library))
        guard !report.hasErrors else { return Outcome(report: report, fileCount: library.fileCount) }
        let past = try PastRecords(publisher.project).revisions(of: Set(library.files.map(\.record.id)))
        _ = try folder.append(
            past.map { (LogLine.entry(.revision($0.revision)), $0.content) }, to: RevisionHistory())
        var outcome = try publish()
        outcome.added = past.map(\.revision) + outcome.added
        return outcome
    }

    /// Takes a published revision's content out of the history, and says so in the log.
    package func redact(_ id: String, revision number: Int, reason: String) throws -> Outcome {
        var outcome = Outcome()
        var history = try self.history()
        guard let target = history.revisions(of: id).first(where: { $0.revision.number == number })?.revision
        else {
            let known = history.latest(of: id)?.revision.number
            throw PublicationFailure(
                "\(id) has no published revision \(number)",
                help: known.map { "its revisions are 1 to \($0)" }
                    ?? "it was never published: `aboveboard history` lists what was")
        }
        if let done = history.redaction(of: id, revision: number) {
            throw PublicationFailure(
                "revision \(number) of \(id) was taken out before, on \(done.at.date.text)",
                help: "its notice says: \(done.reason)")
        }
        guard !reason.isEmpty, !reason.utf8.contains(where: { $0 < 0x20 }) else {
            throw PublicationFailure(
                "the reason is one line that everybody may read",
                help: "say what kind of thing went, and not the thing itself")
        }
        var report = Report()
        guard
            let site = SiteReader().read(
                try publisher.project.source(Project.configurationName), into: &report)
        else {
            outcome.report = report
            return outcome
        }
        let signer = try LogKey.find(file: keyFile, for: site.configuration, history: history)
        let redaction = Redaction(id: id, revision: number, at: try clock(after: history), reason: reason)
        // The notice comes first: a crash between the two leaves too little, never the content under a public notice.
        try folder.replace(redaction, digest: target.digest)
        history = try folder.append([(LogLine.entry(.redaction(redaction)), nil)], to: history)
        try sign(history, with: signer, site: site.configuration, into: &outcome)
        return outcome
    }

    // MARK: Steps

    private func resolveBranches() throws -> [String] {
        guard case .branches(let merged) = try folder.read() else { return [] }
        return try folder.resolve(merged)
    }

    private func history() throws -> RevisionHistory {
        switch try folder.read() {
        case .whole(let history): return history
        case .branches:
            throw HistoryFailure(
                LogFile.path, "two branches published, and the log holds the entries of both",
                help: "run `aboveboard publish` first: it puts them into one order")
        }
    }

    /// The moment of publication, to the second. The log's times never go back.
    private func clock(after history: RevisionHistory) throws(PublicationFailure) -> Moment {
        let now = Moment(secondsSince1970: moment?.start ?? WallClock.secondsSinceEpoch())
        if let last = history.entries.map(\.at).max(), now < last {
            throw PublicationFailure(
                "it is \(now.rfc3339) here, and the log's last entry is of \(last.rfc3339)",
                help: moment == nil ? "set the machine's clock" : "give --at a later moment")
        }
        return now
    }

    /// Drafts and what is under embargo stay where they are.
    private static func isPublic(_ record: Record, at now: Moment) -> Bool {
        if record.isDraft { return false }
        guard let embargo = record.embargo else { return true }
        return !now.isWhollyBefore(embargo)
    }

    private func sign(
        _ history: RevisionHistory, with signer: NoteSigner?, site: SiteConfiguration,
        into outcome: inout Outcome
    ) throws {
        let root = MerkleTree(entries: history.entries.map(\.bytes)).root
        outcome.size = history.size
        outcome.root = Base64.encode(root.bytes)
        guard let signer else { return }
        outcome.signedBy = signer.key
        if history.size == 0 || history.checkpoints.contains(where: { $0.size == history.size }) { return }
        let checkpoint = Checkpoint(origin: LogAddress.origin(of: site), size: history.size, root: root)
        guard let note = SignedNote(text: checkpoint.text)?.signed(by: signer) else {
            throw PublicationFailure(
                "the system refuses to sign", help: "publish again: the entries are kept")
        }
        try folder.keep(KeptCheckpoint(size: history.size, bytes: note.bytes), key: signer.key)
    }
}
