import Diagnostics

/// The span of the `occurrence`-th time that a text stands in a file, counted from 1; a missing one is empty at the end.
func place(of text: String, in file: SourceFile, occurrence: Int = 1) -> SourceSpan {
    let wanted = Array(text.utf8)
    var seen = 0
    for start in 0...max(0, file.bytes.count - wanted.count)
    where file.bytes[start...].starts(with: wanted) {
        seen += 1
        if seen == occurrence { return SourceSpan(file: file, start: start, end: start + wanted.count) }
    }
    return SourceSpan(file: file, start: file.bytes.count, end: file.bytes.count)
}

func framed(_ diagnostics: Diagnostic..., color: Bool = false, width: Int = 100) -> String {
    DiagnosticFormat.framed.rendered(diagnostics, RenderingOptions(usesColor: color, width: width))
}

let record = SourceFile(
    path: "incidents/2026/safe.yml",
    text: """
        id: IOTX-2026-0001
        sevrity: high
        status: resolved
        updates:
          - id: u1
            at: 2026-02-21T08:00:00Z
            status: monitoring
            body: |
              The bridge is halted.
              Nothing else is known yet.
        amount: 123456789012345678

        """)
