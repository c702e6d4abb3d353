import Diagnostics

/// What was redacted is not said again.
///
/// `aboveboard redact` takes a published revision's content out of the history. The record itself must change too, or the
/// next build shows again what was taken out.
///
/// Take the words out of the record. No correction has to quote them: behind a redacted revision there is nothing that
/// the record is held against.
package struct RedactedWords: DiagnosticPage {
    package static let code = "redacted-words"
    package static let title = "what was redacted is not said again"

    package static func finding(of id: String, revision: Int, reason: String, at span: SourceSpan)
        -> Diagnostic
    {
        finding(
            "\(id) still says what was taken out of its revision \(revision)", at: span,
            notes: ["taken out: \(reason)"],
            help: "take the words out of the record too")
    }
}
