import Diagnostics
import Syntax

/// A link that shows an address leads there.
///
/// `[iotex.io](https://iotex-claims.example)` is how people are robbed after an incident. A page that warns of it must not
/// do it by mistake.
///
/// ```yaml
/// body: Read more at [iotex.io/news](https://iotex.example.net/news)    # wrong
/// body: Read more at [iotex.io/news](https://iotex.io/news)             # right
/// body: Read [the announcement](https://iotex.example.net/news)         # right
/// ```
///
/// Words that are no address may lead anywhere. A host with or without `www.`, and a part of the host that is shown, are
/// the same site.
struct MisleadingLink: Rule {
    static let code = "misleading-link"
    static let title = "a link that shows an address leads there"
    static let concerns: RecordParts = .oddLinks

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.scan.mayHoldOddLinks else { return }
        RecordWalk(file).links { link, place in
            guard let (shown, target) = Self.disagreement(in: link) else { return }
            let path = place.path
            guard file.isSound(path) else { return }
            report.add(
                Self.finding(
                    "link shows \(shown) and leads to \(target)",
                    at: link.range.map { file.span(path, range: $0) } ?? file.span(path),
                    help: "let it lead where it says, or write words that are no address"))
        }
    }

    /// The host that a link's words show and the one that it leads to, where they are not the same.
    static func disagreement(in link: MarkdownLink) -> (shown: String, target: String)? {
        guard let shown = hostShown(in: link.text), let target = host(of: link.target),
            !isSame(shown, target)
        else { return nil }
        return (shown, target)
    }

    private static func isSame(_ shown: String, _ target: String) -> Bool {
        let (left, right) = (bare(shown), bare(target))
        return left == right || right.hasSuffix("." + left)
            || (left.hasSuffix("." + right) && right.contains("."))
    }

    private static func bare(_ host: String) -> String {
        host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    private static func host(of target: String) -> String? {
        let lower = target.lowercased()
        for scheme in ["https://", "http://", "//"] where lower.hasPrefix(scheme) {
            let rest = lower.dropFirst(scheme.count).prefix { !"/?#:".contains($0) }
            let host = rest.split(separator: "@").last.map(String.init) ?? ""
            return host.isEmpty ? nil : host
        }
        return nil
    }

    /// The host that a link's words show: those that begin with a scheme or `www.`, or are nothing but a host and a path.
    private static func hostShown(in text: String) -> String? {
        let lower = text.lowercased()
        if let host = host(of: lower), !lower.hasPrefix("//") { return host }
        guard !lower.isEmpty, !lower.contains(where: \.isWhitespace) else { return nil }
        let host = lower.prefix { !"/?#:".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last,
            host.hasPrefix("www.") || topLevels.contains(String(last)),
            host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
        else { return nil }
        return String(host)
    }

    /// Endings by which people know an address; `node.js` and `setup.py` are none.
    private static let topLevels: Set = [
        "com", "org", "net", "io", "xyz", "app", "dev", "finance", "network", "exchange", "foundation",
        "info", "co", "me", "eu",
        "de", "uk", "fr", "ch", "nl", "jp", "kr", "cn", "sg", "hk", "in", "br", "us", "ca", "au", "gov",
        "edu", "int", "ai",
        "gg", "to", "tv", "news", "blog", "fi", "money", "cash", "world", "pro", "site", "online", "wallet",
        "bank", "at", "be",
        "it", "es", "pl", "se", "no", "tech", "cloud", "page", "link", "live", "zone", "vip", "top", "club",
        "market", "example",
    ]
}
