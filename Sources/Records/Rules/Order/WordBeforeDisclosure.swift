import Diagnostics

/// No update and no correction is older than the first public word.
///
/// `disclosed` is the moment of the first public word, and the time from detection to disclosure is counted to it. An
/// update before it would have been the first word itself.
///
/// ```yaml
/// disclosed: 2026-02-24
/// updates: [{id: u1, at: 2026-02-21, status: investigating, body: We are looking into it.}]   # wrong
/// ```
///
/// Set `disclosed` to the first update's time, or mend the update's.
struct WordBeforeDisclosure: Rule {
    static let code = "word-before-disclosure"
    static let title = "no update and no correction is older than the first public word"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let record = file.record
        guard file.isSound("disclosed") else { return }
        let disclosed = record.disclosed
        let places =
            record.updates.indices.filter { record.updates[$0].at.isWhollyBefore(disclosed) }
            .map { (FieldPath("updates", .index($0), "at"), "update `\(record.updates[$0].id)`") }
            + record.corrections.indices.filter { record.corrections[$0].at.isWhollyBefore(disclosed) }
            .map { (FieldPath("corrections", .index($0), "at"), "this correction") }
        for (path, name) in places where file.isSound(path) {
            report.add(
                Self.finding(
                    "\(name) is older than the first public word", at: file.span(path),
                    secondary: [Label(file.span("disclosed"), "the first public word")],
                    help:
                        "`disclosed` is when the first word was told: set it to the older time, or mend this one"
                ))
        }
        if let withdrawn = record.withdrawn, withdrawn.at.isWhollyBefore(disclosed),
            file.isSound("withdrawn", "at")
        {
            report.add(
                Self.finding(
                    "withdrawn before the first public word", at: file.span("withdrawn", "at"),
                    secondary: [Label(file.span("disclosed"), "the first public word")],
                    help: "mend one of the two times"))
        }
    }
}
