import Diagnostics

/// The number 0000 marks a draft, and a published record has a number of its own.
///
/// `0000` stands in a record whose number nobody has given yet, so that two writers do not take the same one. It must
/// not reach readers: an id is for good.
///
/// ```yaml
/// id: ABC-2026-0000   # right with  draft: true , wrong without
/// id: ABC-2026-0007   # right
/// ```
struct DraftNumber: Rule {
    static let code = "draft-number"
    static let title = "the number 0000 marks a draft"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.record.id.utf8.last == UInt8(ascii: "0"), file.isSound("id"), file.isSound("draft"),
            !file.record.isDraft,
            let number = file.record.id.utf8.split(separator: UInt8(ascii: "-")).last,
            number.allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return }
        let end = file.record.id.utf8.count
        report.add(
            Self.finding(
                "number \(Substring(number)) marks a draft, and this record is none",
                at: file.span(FieldPath("id"), range: end - number.count..<end),
                help: "give it the next free number, or write  draft: true"))
    }
}
