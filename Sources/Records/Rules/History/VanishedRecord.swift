import Diagnostics

/// A published record stays.
///
/// People link to it, and a page that is gone tells them nothing. A record that should not have been is taken back by its
/// writers, with a reason, and its page says so and stays.
///
/// ```yaml
/// withdrawn: {at: 2026-03-01, reason: It described a test and no incident.}
/// ```
///
/// Put the file back as it was committed and withdraw it. To rename it is free: the old address leads to the new one as
/// long as the `id` stays.
package struct VanishedRecord: DiagnosticPage {
    package static let code = "vanished-record"
    package static let title = "a published record stays"

    /// The finding at the record's last line in the log.
    package static func finding(of id: String, slug: String, at span: SourceSpan) -> Diagnostic {
        finding(
            "\(id) was published and has no file any more", at: span,
            help: "put its file back (it was \(slug)) and withdraw it with a reason; a new id is a new record"
        )
    }
}
