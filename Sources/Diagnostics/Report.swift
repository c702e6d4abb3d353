/// The findings of a check as they are gathered, in any order; `sorted` is the order in which they are told.
package struct Report: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    package mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    package mutating func add(contentsOf other: Report) {
        diagnostics.append(contentsOf: other.diagnostics)
    }

    package mutating func mapInPlace(_ change: (Diagnostic) -> Diagnostic?) {
        diagnostics = diagnostics.compactMap(change)
    }

    package var isEmpty: Bool { diagnostics.isEmpty }
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    package func count(of severity: Severity) -> Int {
        diagnostics.count { $0.severity == severity }
    }

    /// By path, place, code and message, so that two runs tell the same findings in the same order.
    package var sorted: [Diagnostic] {
        diagnostics.sorted { left, right in
            let (a, b) = (left.primary.span, right.primary.span)
            if a.file.path != b.file.path { return a.file.path < b.file.path }
            if a.start != b.start { return a.start < b.start }
            if a.end != b.end { return a.end < b.end }
            if left.code != right.code { return left.code < right.code }
            return left.message < right.message
        }
    }
}
