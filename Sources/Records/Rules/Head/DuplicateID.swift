import Diagnostics

/// An id names one record, for good.
///
/// Feeds, other databases and people's notes know a record by its id alone. Two records under one id would overwrite
/// each other, and a reader who follows the one would get the other.
///
/// ```yaml
/// # incidents/2026/bridge.yml
/// id: ABC-2026-0001
/// # incidents/2026/wallet.yml
/// id: ABC-2026-0001   # wrong: the bridge has it
/// id: ABC-2026-0002   # right
/// ```
///
/// Give the newer record the next free number; `aboveboard new` knows it. The record that was published first keeps
/// its id.
struct DuplicateID: Rule {
    static let code = "duplicate-id"
    static let title = "an id names one record"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let id = file.record.id
        guard file.isSound("id"), let first = site.firstRecord(id: id), first.file.path != file.file.path
        else { return }
        report.add(
            Self.finding(
                "\(id) names two records; an id names one", at: file.span("id"), label: "used again here",
                secondary: [Label(first.span("id"), "used first here")],
                help: "give the newer record the next free number; a published id stays with its record"))
    }
}
