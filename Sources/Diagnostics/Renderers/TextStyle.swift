/// What a piece of a framed diagnostic is, so that colour says it once more to those who see it; never the only sign.
enum TextStyle: Sendable {
    case plain, strong, frame, error, warning, note, secondary, help, added, removed

    init(_ severity: Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .note
        }
    }

    /// The parameters of ECMA-48's SGR sequence.
    private var parameters: String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .frame, .secondary: "1;34"
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        case .help: "1;32"
        case .added: "32"
        case .removed: "31"
        }
    }

    func applied(to text: String, usesColor: Bool) -> String {
        guard usesColor, self != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
    }
}
