import Diagnostics

/// An id names one row of its list.
///
/// Corrections, questions and sources point at rows by their ids, and an update's id is its permanent address in every
/// feed. With two of a name nobody can tell which is meant.
///
/// ```yaml
/// updates:
///   - {id: u1, at: 2026-02-21, status: investigating, body: We are looking into it.}
///   - {id: u1, at: 2026-02-24, status: resolved, body: Operations are back.}   # wrong: u2
/// ```
///
/// Rename the newer row. An update that was published keeps its id.
struct DuplicateRowID: Rule {
    static let code = "duplicate-row-id"
    static let title = "an id names one row of its list"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        RecordWalk(file).rowIDs { list, count, id in
            for (index, earlier) in Repetitions.found(among: count, id) {
                let path = list.path.appending(.index(index), "id")
                guard file.isSound(path), let id = id(index) else { continue }
                report.add(
                    Self.finding(
                        "`\(id)` names two rows of `\(list.path)`; an id names one", at: file.span(path),
                        label: "used again here",
                        secondary: [
                            Label(file.span(list.path.appending(.index(earlier), "id")), "used first here")
                        ],
                        help: "rename the newer row"))
            }
        }
    }
}
