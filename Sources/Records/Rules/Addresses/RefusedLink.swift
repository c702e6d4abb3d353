import Diagnostics
import Syntax

/// A link in prose leads over https or http, to a mailbox, or within the site.
///
/// Anything else, such as `javascript:` and `data:`, is not published as a link: its words stand there and lead nowhere.
///
/// ```yaml
/// body: Open [the tool](ipfs://bafybei…)                     # its words are shown, and no link
/// body: Open [the tool](https://ipfs.example.org/bafybei…)   # right
/// ```
struct RefusedLink: Rule {
    static let code = "refused-link"
    static let title = "a link in prose leads over https or http, to a mailbox, or within the site"
    static let severity = Severity.warning
    static let concerns: RecordParts = .oddLinks

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.scan.mayHoldOddLinks else { return }
        RecordWalk(file).links { link, place in
            guard let scheme = Self.refusedScheme(of: link.target) else { return }
            let path = place.path
            guard file.isSound(path) else { return }
            report.add(
                Self.finding(
                    "`\(scheme):` is published as no link",
                    at: link.range.map { file.span(path, range: $0) } ?? file.span(path),
                    help: "link over https, or write the address as text"))
        }
    }

    /// What stands before an address's colon, where it is no scheme that may be linked.
    static func refusedScheme(of target: String) -> Substring? {
        let scheme = target.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        guard scheme.endIndex < target.endIndex, target[scheme.endIndex] == ":",
            !["https", "http", "mailto"].contains(scheme.lowercased())
        else { return nil }
        return scheme
    }
}
