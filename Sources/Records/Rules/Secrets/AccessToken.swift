import Diagnostics

/// An access token stands nowhere in what is published.
///
/// Robots read public repositories and try every token within minutes. Looked for are the marks of GitHub, GitLab, AWS,
/// Google, Slack and Stripe, in the whole file, comments included, and in the texts beside it.
///
/// ```yaml
/// timeline:
///   - {at: 2026-02-21, text: The workflow used ghp_… }            # wrong
///   - {at: 2026-02-21, text: The workflow used a personal token.} # right
/// ```
///
/// Take it out and revoke it at once.
struct AccessToken: Rule {
    static let code = "access-token"
    static let title = "an access token stands nowhere in what is published"

    /// What a token begins with, how many characters follow at least, and whose it is.
    private static let marks: [(mark: [UInt8], rest: Int, owner: String)] = [
        ("ghp_", 36, "GitHub"), ("gho_", 36, "GitHub"), ("ghu_", 36, "GitHub"), ("ghs_", 36, "GitHub"),
        ("github_pat_", 60, "GitHub"), ("glpat-", 20, "GitLab"), ("AKIA", 16, "AWS"), ("ASIA", 16, "AWS"),
        ("AIza", 35, "Google"), ("xoxb-", 20, "Slack"), ("xoxp-", 20, "Slack"), ("xoxa-", 20, "Slack"),
        ("sk_live_", 20, "Stripe"), ("rk_live_", 20, "Stripe"),
    ].map { (Array($0.0.utf8), $0.1, $0.2) }

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.scan.mayHoldToken else { return }
        Self.check(file.file, into: &report)
    }

    static func check(_ file: SourceFile, into report: inout Report) {
        let bytes = file.bytes
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "g"), UInt8(ascii: "A"), UInt8(ascii: "x"), UInt8(ascii: "s"),
                UInt8(ascii: "r"):
                break
            default: continue
            }
            guard index + 1 < bytes.count, "hiloKSIkA".utf8.contains(bytes[index + 1]),
                index == 0 || !(bytes[index - 1].isLetter || bytes[index - 1].isDigit),
                let mark = marks.first(where: { bytes[index...].starts(with: $0.mark) })
            else { continue }
            var end = index + mark.mark.count
            while end < bytes.count,
                bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x5F || bytes[end] == 0x2D
            {
                end += 1
            }
            let rest = bytes[index + mark.mark.count..<end]
            guard rest.count >= mark.rest,
                mark.owner != "AWS"
                    || (rest.count == 16 && rest.allSatisfy { $0.isUpperLetter || $0.isDigit })
            else { continue }
            report.add(
                finding(
                    "access token of \(mark.owner): robots try it within minutes",
                    at: SourceSpan(file: file, range: index..<end), help: "take it out, and revoke it at once"
                ))
        }
    }
}
