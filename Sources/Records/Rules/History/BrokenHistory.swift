import Diagnostics

/// The history is as `publish` wrote it.
///
/// Each line of `history/log.jsonl` is a leaf of the public log, and each file beside it is what a line's hash was taken
/// of. A line that was changed, moved or taken out breaks every checkpoint behind it, and every reader who kept one will
/// see that.
///
/// Take `history/` back as it was committed. What must not be public any more is taken out with `aboveboard redact`, which
/// keeps the entry and its hash.
package struct BrokenHistory: DiagnosticPage {
    package static let code = "broken-history"
    package static let title = "the history is as publish wrote it"

    package static func finding(_ cause: String, at span: SourceSpan, help: String) -> Diagnostic {
        finding(cause, at: span, label: "", help: help)
    }
}
