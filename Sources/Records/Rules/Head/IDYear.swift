import Diagnostics

/// The year in an id is the year of the first public word.
///
/// People read `ABC-2026-0004` as "the fourth that was told in 2026", and lists sort by it. An id of another year makes
/// a disclosure look earlier or later than it was.
///
/// ```yaml
/// id: ABC-2026-0004
/// disclosed: 2025-12-30T10:00:00Z   # wrong: told in 2025
/// id: ABC-2025-0017                 # right
/// ```
///
/// Change the one that is wrong. Of a time with an offset, the year counts where the writer stands.
struct IDYear: Rule {
    static let code = "id-year"
    static let title = "the year in an id is the year of the first public word"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.isSound("id"), file.isSound("disclosed"), TextForm.recordID.accepts(file.record.id) else {
            return
        }
        guard Self.year(in: file.record.id) != file.record.disclosed.writtenYear else { return }
        let parts = file.record.id.utf8.split(separator: UInt8(ascii: "-")).map(Substring.init)
        let year = parts[1]
        let disclosed = file.record.disclosed.text.prefix(4)
        // An id of another record, or a first word whose time is wrong, is told of once.
        guard site.firstRecord(id: file.record.id).map({ $0.file.path == file.file.path }) ?? true,
            !FutureMoment.blames(file.record.disclosed, FieldPath("disclosed"), file, site),
            !WordBeforeDisclosure.blames(file, site)
        else { return }
        let start =
            file.record.id.utf8.count - year.utf8.count - 1
            - parts[2].utf8.count
        report.add(
            Self.finding(
                "id says \(year), and the first public word was in \(disclosed)",
                at: file.span(FieldPath("id"), range: start..<start + year.utf8.count),
                secondary: [Label(file.span("disclosed"), "told in \(disclosed)")],
                help: "the year in an id is that of `disclosed`: change the one that is wrong"))
    }

    /// The number between the two hyphens of an id.
    private static func year(in id: String) -> Int {
        var (hyphens, year) = (0, 0)
        for byte in id.utf8 {
            if byte == UInt8(ascii: "-") {
                hyphens += 1
            } else if hyphens == 1 {
                year = 10 * year + Int(byte & 0x0F)
            }
        }
        return year
    }
}
