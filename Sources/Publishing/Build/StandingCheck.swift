import Site
import Synchronization
import System

/// Looks whether the files of the last build stand as it left them, beside the build that takes it for granted.
///
/// To ask the file system for tens of thousands of stamps is half of the work where little or nothing changed, and hardly
/// ever is there a file that somebody else touched: then all that was built meanwhile is given up.
final class StandingCheck {
    /// Whether a file is not as it was left, as soon as one is found.
    private final class Found: Sendable {
        let isOther = Atomic(false)
    }

    private let found = Found()
    private let work: WorkerThreads.Beside

    /// Begins to look at the files of records that are not made anew, and at those that belong to no record.
    init(_ records: BuiltRecords, _ standing: StandingSite, in folder: OutputFolder, jobs: Int) {
        let (found, own, others) = (found, records.standingOutputs, standing.outputs)
        let groups = (own.count + others.count + Self.groupSize - 1) / Self.groupSize
        work = WorkerThreads.Beside(groups, threads: min(jobs - 1, groups)) { group in
            let start = group * Self.groupSize
            for place in start..<min(own.count + others.count, start + Self.groupSize) {
                guard !found.isOther.load(ordering: .relaxed) else { return }
                let outputs = place < own.count ? own[place].all : others[place - own.count]
                if !outputs.allSatisfy(folder.stands) { found.isOther.store(true, ordering: .relaxed) }
            }
        }
    }

    /// How many records or pieces a thread takes at once.
    private static let groupSize = 16

    /// Whether all files stand as they were left; looks at those that are left.
    func finish() -> Bool {
        work.finish()
        return !found.isOther.load(ordering: .relaxed)
    }
}

extension OutputFolder {
    /// Whether a file stands as it was left.
    func stands(_ output: RememberedOutput) -> Bool {
        output.stamp != nil && stamp(of: output.path) == output.stamp
    }
}
