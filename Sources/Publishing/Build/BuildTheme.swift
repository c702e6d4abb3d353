import Diagnostics
import Site
import Synchronization

/// The theme that a build makes pages by. One with files of the site's own is compiled at once, since they may be wrong;
/// the program's own when a page first asks for it, which a build with nothing to do never does.
final class BuildTheme: Sendable {
    let files: ThemeFiles
    private let kept: KeptTheme
    private let compiled: Mutex<Theme?>

    /// Nil where no page can be made, which the report then says.
    init?(_ files: ThemeFiles, _ kept: KeptTheme, into report: inout Report) {
        self.files = files
        self.kept = kept
        var known: Theme?
        if files != ThemeFiles.builtIn {
            let (theme, found) = kept.theme(of: files)
            report.add(contentsOf: found)
            guard let theme, !found.hasErrors else { return nil }
            known = theme
        }
        compiled = Mutex(known)
    }

    var theme: Theme {
        compiled.withLock { compiled in
            if let compiled { return compiled }
            guard let theme = kept.theme(of: files).theme else {
                preconditionFailure("the program's own theme has a template for each page")
            }
            compiled = theme
            return theme
        }
    }
}
