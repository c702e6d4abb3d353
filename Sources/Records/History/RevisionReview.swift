import Incidents
import Syntax

/// A record held against its last published revision: every change is new, allowed by the record's own progress, covered
/// by a correction, or silent.
package struct RevisionReview: Sendable {
    package enum Verdict: Equatable, Sendable {
        /// Nothing that was published is contradicted.
        case allowed(ChangeKind)
        /// New correction entries, by position, own up to it.
        case corrected([Int])
        /// A published word differs and nothing says so; the reason in words.
        case silent(String)
    }

    package struct Finding: Sendable {
        package let change: FieldChange
        package let verdict: Verdict
    }

    package let findings: [Finding]
    /// What the revision's entry in the log will say, in the order of `ChangeKind`'s cases. Empty where nothing changed.
    package let kinds: [ChangeKind]

    /// Both records in canonical JSON.
    package init(published: JSONValue, current: JSONValue) {
        let changes = RecordDifference.changes(from: published, to: current)
        let progress = RecordProgress(published: published, current: current, changes: changes)
        let corrections = NewCorrections(changes: changes, kind: current["kind"]?.string)
        var kinds: Set<ChangeKind> = []
        findings = changes.map { change in
            let verdict: Verdict
            switch progress.judge(change) {
            case .allowed(let kind): verdict = .allowed(kind)
            case .never(let reason): verdict = .silent(reason)
            case .needsCorrection(let reason):
                switch corrections.cover(change) {
                case .whole(let indexes): verdict = .corrected(indexes)
                case .refused(let why): verdict = .silent(why)
                case .none: verdict = .silent(reason)
                }
            }
            if case .allowed(let kind) = verdict { kinds.insert(kind) }
            return Finding(change: change, verdict: verdict)
        }
        for kind in corrections.kinds { kinds.insert(kind) }
        // The order of rows changed, and nothing else.
        if changes.isEmpty, !RecordDifference.areSame(published, current) { kinds.insert(.layout) }
        self.kinds = ChangeKind.allCases.filter(kinds.contains)
    }

    /// The changes that nothing owns up to.
    package var silentEdits: [Finding] {
        findings.filter { if case .silent = $0.verdict { true } else { false } }
    }
}
