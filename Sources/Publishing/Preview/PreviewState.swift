import Synchronization
import System

/// What the preview's pages are told: which build they show, and what keeps the next one from coming about.
final class PreviewState: Sendable {
    struct Snapshot: Sendable, Equatable {
        /// Counts the builds that changed the site; 0 before the first.
        var site = 0
        /// The errors of the newest build as a text for people; empty where it came about.
        var findings = ""
    }

    private let snapshot = Mutex(Snapshot())
    private let bell = Bell()

    var now: Snapshot { snapshot.withLock { $0 } }
    var rings: Int { bell.rings }

    /// A build came about; pages are reloaded only where it changed something.
    func built(changedSite: Bool) {
        snapshot.withLock { snapshot in
            snapshot.findings = ""
            if changedSite { snapshot.site += 1 }
        }
        bell.ring()
    }

    /// A build did not come about; the site stays as it was.
    func failed(_ findings: String) {
        snapshot.withLock { $0.findings = findings }
        bell.ring()
    }

    /// Waits for news; see `Bell.wait`.
    func wait(after seen: Int, seconds: Int) -> Int { bell.wait(after: seen, seconds: seconds) }
}
