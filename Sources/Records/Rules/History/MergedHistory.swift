import Diagnostics

/// Two branches that both published are put into one order.
///
/// Both added lines behind the same one, and git cannot know which came first. `aboveboard publish` puts this branch's
/// entries first and the other's behind them, gives revisions that have the same number new ones, and says what it did.
///
/// Run `aboveboard publish` where the merge is, before anything else is built from it. Leave the marks that git made in
/// `history/` as they are: they tell which side was which.
package struct MergedHistory: DiagnosticPage {
    package static let code = "merged-history"
    package static let title = "two branches that both published are put into one order"

    package static func finding(at span: SourceSpan) -> Diagnostic {
        finding(
            "two branches published, and the log holds the entries of both", at: span, label: "",
            help: "run `aboveboard publish`: it puts them into one order and says what it did")
    }
}
