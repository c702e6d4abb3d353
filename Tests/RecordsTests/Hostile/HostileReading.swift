import Diagnostics
import Incidents
import Records
import Syntax
import TestKit

/// Bytes read as a record, with what was found in the words of `check --format concise`.
struct HostileReading {
    /// `line:column severity[code]` of each finding, in their order.
    let findings: [String]
    let record: RecordFile?

    init(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
        var report = Report()
        record = RecordReader(limits: limits).read(
            SourceFile(path: "incidents/hostile.yml", bytes: bytes), into: &report)
        findings = DiagnosticFormat.concise.rendered(report.sorted, RenderingOptions())
            .split(separator: "\n").map { line in
                let parts = line.split(separator: ":", maxSplits: 4)
                let severity = parts[3].drop { $0 == " " }
                return "\(parts[1]):\(parts[2]) \(severity)"
            }
    }

    init(_ text: String, limits: YAMLLimits = YAMLLimits()) {
        self.init(Array(text.utf8), limits: limits)
    }

    /// A sound first notice of seven lines, with more from line 8 on.
    static func notice(_ more: String) -> String { Sample.record("incident", more) }

    /// The same with bytes that may be no text.
    static func notice(_ more: [UInt8]) -> [UInt8] { Array(notice("").utf8) + more }
}
