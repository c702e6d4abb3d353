/// The last line of a check: `3 errors, 1 warning in 2 files`.
package enum ReportSummary {
    /// Counts by severity, worst first, without those that are zero; `no findings` where there are none.
    package static func line(of diagnostics: [Diagnostic]) -> String {
        var parts: [String] = []
        for severity in Severity.allCases.sorted(by: >) {
            let count = diagnostics.count { $0.severity == severity }
            if count > 0 { parts.append(counted(count, severity.rawValue)) }
        }
        if parts.isEmpty { return "no findings" }
        let files = Set(diagnostics.map(\.primary.span.file.path)).count
        return parts.joined(separator: ", ") + " in " + counted(files, "file")
    }

    /// `1 file`, `2 files`: a number and its noun.
    package static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
