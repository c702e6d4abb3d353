import Diagnostics

/// One finding's page of the manual: its code, how much it weighs, and what it is about in a line.
///
/// The page's text is the `///` comment on the type, which a build plugin puts into the program: see `RuleBook.page`.
package protocol DiagnosticPage: Sendable {
    /// A stable kebab-case name that `explain`, `--allow` and `--deny` take.
    static var code: String { get }
    /// What the rule says, as one line without a full stop.
    static var title: String { get }
    /// How much a finding weighs unless the site says otherwise.
    static var severity: Severity { get }
}

extension DiagnosticPage {
    package static var severity: Severity { .error }

    /// A finding under this page's code, weighing what the page says.
    static func finding(
        _ message: String, at span: SourceSpan, label: String = "", severity: Severity? = nil,
        secondary: [Label] = [], notes: [String] = [], help: String? = nil, fixes: [Fix] = []
    ) -> Diagnostic {
        Diagnostic(
            code, severity ?? Self.severity, message, at: span, label: label, secondary: secondary,
            notes: notes,
            help: help, fixes: fixes)
    }
}
