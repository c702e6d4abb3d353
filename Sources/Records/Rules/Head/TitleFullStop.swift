import Diagnostics

/// A title ends without a full stop.
///
/// Titles stand in lists, feeds, tabs and messages, where a full stop cuts the line from what follows.
///
/// ```yaml
/// title: Bridge reserves drained.   # wrong
/// title: Bridge reserves drained    # right
/// ```
struct TitleFullStop: Rule {
    static let code = "title-full-stop"
    static let title = "a title ends without a full stop"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let title = file.record.title
        // The last byte of either mark.
        guard title.utf8.last == UInt8(ascii: ".") || title.utf8.last == 0x82 else { return }
        guard file.isSound("title"), title.hasSuffix(".") || title.hasSuffix("。") else { return }
        let end = title.utf8.count
        let width = title.hasSuffix(".") ? 1 : 3
        let span = file.span(FieldPath("title"), range: end - width..<end)
        let isOne = span.range.count == width && !title.hasSuffix("..")
        report.add(
            Self.finding(
                "a title ends without a full stop", at: span, help: "take it away",
                fixes: isOne ? [Fix("take the full stop away", edits: [.init(span, "")], isSafe: true)] : []))
    }
}
