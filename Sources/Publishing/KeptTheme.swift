import Diagnostics
import Site
import Synchronization

/// The theme of the last build that the same options were for, kept compiled: a preview builds on every save, and its
/// theme changes far less often than its records.
package final class KeptTheme: Sendable {
    private struct Compiled: Sendable {
        let files: ThemeFiles
        let theme: Theme?
        let found: Report
    }

    private let last = Mutex<Compiled?>(nil)

    package init() {}

    /// The theme of some files, nil where no page can be made of them, with what is wrong with them; compiled anew
    /// wherever a file came, went or has other bytes than the last time.
    func theme(of files: ThemeFiles) -> (theme: Theme?, found: Report) {
        if let last = last.withLock({ $0 }), last.files == files { return (last.theme, last.found) }
        var found = Report()
        let theme = Theme(files, into: &found)
        let compiled = Compiled(files: files, theme: theme, found: found)
        last.withLock { $0 = compiled }
        return (theme, found)
    }
}
