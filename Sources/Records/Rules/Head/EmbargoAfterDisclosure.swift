import Diagnostics

/// What has been told in public is under no embargo.
///
/// `disclosed` is the moment of the first public word. An embargo that ends later keeps from readers what others know
/// already.
///
/// ```yaml
/// disclosed: 2026-02-21
/// embargo: 2026-03-01T12:00:00Z   # wrong: it was told on 21 February
/// ```
///
/// Set `disclosed` to the moment when the embargo ends, or take the embargo away.
struct EmbargoAfterDisclosure: Rule {
    static let code = "embargo-after-disclosure"
    static let title = "what has been told in public is under no embargo"
    static let severity = Severity.warning
    static let concerns: RecordParts = .embargo

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let embargo = file.record.embargo, file.isSound("embargo"), file.isSound("disclosed"),
            file.record.disclosed.isWhollyBefore(embargo)
        else { return }
        report.add(
            Self.finding(
                "embargo ends \(embargo.text), after the first public word", at: file.span("embargo"),
                secondary: [Label(file.span("disclosed"), "told to the public here")],
                help: "set `disclosed` to the end of the embargo, or take the embargo away"))
    }
}
