/// The forms in which findings are told: for people, for greps, and for the machines that show them to people.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// With the source line, underlined; the default.
    case framed
    /// `path:line:column: severity[code]: message`, a line a finding.
    case concise
    /// An array of objects, with offsets, lines and columns.
    case json
    /// Workflow commands, which GitHub Actions turns into annotations.
    case github
    /// SARIF 2.1.0 (OASIS), for code scanning.
    case sarif
    /// The Reviewdog Diagnostic Format, one document.
    case rdjson

    /// The text of sorted findings, ending in a line end unless it is empty.
    package func rendered(_ diagnostics: [Diagnostic], _ options: RenderingOptions) -> String {
        switch self {
        case .framed: FramedRenderer(options).rendered(diagnostics)
        case .concise: ConciseRenderer().rendered(diagnostics)
        case .json: JSONRenderer().rendered(diagnostics)
        case .github: GitHubRenderer().rendered(diagnostics)
        case .sarif: SARIFRenderer(toolVersion: options.toolVersion).rendered(diagnostics)
        case .rdjson: RDJSONRenderer().rendered(diagnostics)
        }
    }

    /// Whether a program reads the text, so that nothing but the document may stand on the same stream.
    package var isDocument: Bool {
        switch self {
        case .framed, .concise, .github: false
        case .json, .sarif, .rdjson: true
        }
    }
}
