/// How much a finding weighs. Errors alone set the exit status of `check`; `--strict` adds warnings.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A place and what there is to say about just that place.
package struct Label: Sendable {
    package let span: SourceSpan
    /// The words beside the underline; may be empty for the primary place.
    package let text: String

    package init(_ span: SourceSpan, _ text: String = "") {
        self.span = span
        self.text = text
    }
}

/// One finding about what a writer wrote: a value, gathered in a `Report`, never thrown.
///
/// The message is for someone at three in the morning: lower case, no full stop, the most specific word first, a rule
/// rather than a complaint. Its first line stands alone; `help` says what to write instead.
package struct Diagnostic: Sendable {
    /// A stable kebab-case name, such as `unknown-key`, that `explain`, `--allow` and `--deny` take.
    package let code: String
    package var severity: Severity
    package let message: String
    package let primary: Label
    /// Other places that matter, such as the first of two keys that are the same, each with its own words.
    package var secondary: [Label]
    /// Why the rule is there, or what was compared with what.
    package var notes: [String]
    /// The way out: what to write instead.
    package var help: String?
    package var fixes: [Fix]

    package init(
        _ code: String, _ severity: Severity, _ message: String, at primary: Label,
        secondary: [Label] = [], notes: [String] = [], help: String? = nil, fixes: [Fix] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = primary
        self.secondary = secondary
        self.notes = notes
        self.help = help
        self.fixes = fixes
    }

    /// An error.
    package init(
        _ code: String, _ message: String, at span: SourceSpan, label: String = "", secondary: [Label] = [],
        notes: [String] = [], help: String? = nil, fixes: [Fix] = []
    ) {
        self.init(
            code, .error, message, at: Label(span, label), secondary: secondary, notes: notes, help: help,
            fixes: fixes)
    }

    package init(
        _ code: String, _ severity: Severity, _ message: String, at span: SourceSpan,
        label: String = "", secondary: [Label] = [], notes: [String] = [], help: String? = nil,
        fixes: [Fix] = []
    ) {
        self.init(
            code, severity, message, at: Label(span, label), secondary: secondary, notes: notes,
            help: help, fixes: fixes)
    }
}
