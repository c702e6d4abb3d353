import Diagnostics

/// An exposure window begins before it ends, and a deadline lies behind the first public word.
///
/// Users decide by these dates whether they are concerned and how long they have.
///
/// ```yaml
/// exposure_window: {start: 2026-02-01, end: 2026-01-10}   # wrong
/// exposure_window: {start: 2026-01-10, end: 2026-02-01}   # right
/// ```
struct WindowOrder: Rule {
    static let code = "window-order"
    static let title = "an exposure window begins before it ends, and a deadline can be kept"
    static let concerns: RecordParts = .advisory

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let advisory = file.record.advisory else { return }
        if let window = advisory.exposureWindow, let end = window.end, end.isWhollyBefore(window.start),
            file.isSound("exposure_window"),
            !FutureMoment.blames(window.start, FieldPath("exposure_window", "start"), file, site)
        {
            report.add(
                Self.finding(
                    "exposure window ends before it begins", at: file.span("exposure_window", "end"),
                    secondary: [Label(file.span("exposure_window", "start"), "begins here")],
                    help: "swap the two, or mend the one that is wrong"))
        }
        if let deadline = advisory.fix?.deadline, deadline.isWhollyBefore(file.record.disclosed),
            file.isSound("fix", "deadline"), file.isSound("disclosed"),
            !FutureMoment.blames(file.record.disclosed, FieldPath("disclosed"), file, site),
            !WordBeforeDisclosure.blames(file, site)
        {
            report.add(
                Self.finding(
                    "deadline lies before the first public word; nobody can keep it",
                    at: file.span("fix", "deadline"),
                    secondary: [Label(file.span("disclosed"), "told here")], help: "check its year and month")
            )
        }
    }
}
