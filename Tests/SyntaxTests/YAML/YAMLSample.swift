import Diagnostics
import Testing

@testable import Syntax

/// One text that was read, for tests: its tree, its findings, and the places that `«` and `»` mark in it.
struct YAMLSample {
    let file: SourceFile
    let document: YAMLDocument?
    let report: Report
    /// The offsets of the marked stretches in the text without the marks.
    let marks: [Range<Int>]

    init(_ marked: String, limits: YAMLLimits = .init()) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var marks: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«": starts.append(bytes.count)
            case "»": if let start = starts.popLast() { marks.append(start..<bytes.count) }
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        self.init(bytes: bytes, marks: marks, limits: limits)
    }

    init(bytes: [UInt8], marks: [Range<Int>] = [], limits: YAMLLimits = .init()) {
        file = SourceFile(path: "sample.yml", bytes: bytes)
        self.marks = marks
        var report = Report()
        document = YAMLReader(limits: limits).read(file, into: &report)
        self.report = report
    }

    var findings: [Diagnostic] { report.sorted }
    var codes: [String] { findings.map(\.code) }
    var places: [Range<Int>] { findings.map(\.primary.span.range) }

    /// The text after a finding's first fix.
    func text(fixing finding: Diagnostic) -> String {
        var bytes = file.bytes
        for edit in (finding.fixes.first?.edits ?? []).sorted(by: { $0.span.start > $1.span.start }) {
            bytes.replaceSubrange(edit.span.range, with: edit.replacement.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The node at a path of keys and positions from the root.
    func node(_ path: String...) -> YAMLDocument.NodeID? {
        guard let document else { return nil }
        var node = document.root
        for step in path {
            guard let current = node else { return nil }
            if let position = Int(step) {
                let items = document.items(current)
                node = items.indices.contains(position) ? items[position] : nil
            } else {
                node = document.value(current, key: step)
            }
        }
        return node
    }

    func range(_ id: YAMLDocument.NodeID?) -> Range<Int>? {
        guard let document, let id else { return nil }
        return document.span(id).range
    }

    func text(_ id: YAMLDocument.NodeID?) -> String? {
        guard let document, let id else { return nil }
        return document.text(id)
    }
}
