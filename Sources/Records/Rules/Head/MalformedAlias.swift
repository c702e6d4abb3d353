import Diagnostics

/// An alias that looks like a CVE or GHSA id is one.
///
/// Readers paste these ids into other databases. One digit too few, and they find nothing or something else.
///
/// ```yaml
/// aliases: [CVE-26-1234, ghsa-xxxx-1234-abcd]                 # wrong
/// aliases: [CVE-2026-1234, GHSA-c3h9-896r-86jm]               # right
/// ```
///
/// A CVE id is `CVE-`, the year, and four digits or more; a GHSA id is `GHSA-` and three groups of four out of
/// `23456789cfghjmpqrvwx`. Other names are free.
struct MalformedAlias: Rule {
    static let code = "malformed-alias"
    static let title = "an alias that looks like a CVE or GHSA id is one"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, alias) in file.record.aliases.enumerated() {
            check(alias, FieldPath("aliases", .index(index)), file, into: &report)
        }
        for (index, alias) in (file.record.statement?.event?.aliases ?? []).enumerated() {
            check(alias, FieldPath("event", "aliases", .index(index)), file, into: &report)
        }
    }

    private func check(_ alias: String, _ path: FieldPath, _ file: RecordFile, into report: inout Report) {
        guard file.isSound(path) else { return }
        let upper = alias.uppercased()
        let repaired: String
        let form: String
        if upper.hasPrefix("CVE-") || upper.hasPrefix("CVE ") {
            repaired = "CVE-" + upper.dropFirst(4)
            guard alias != repaired || !Self.isCVE(alias) else { return }
            form = "a CVE id is CVE-YYYY-NNNN, such as CVE-2026-12345"
        } else if upper.hasPrefix("GHSA-") {
            repaired = "GHSA-" + alias.dropFirst(5).lowercased()
            guard alias != repaired || !Self.isGHSA(alias) else { return }
            form = "a GHSA id is three groups of four, such as GHSA-c3h9-896r-86jm"
        } else {
            return
        }
        let isRepaired = Self.isCVE(repaired) || Self.isGHSA(repaired)
        let span = file.span(path)
        report.add(
            Self.finding(
                "`\(alias)` is no id that its database would know", at: span,
                help: isRepaired ? "write \(repaired)" : form,
                fixes: isRepaired
                    ? [Fix("write \(repaired)", edits: [.init(span, repaired)], isSafe: true)] : []))
    }

    private static func isCVE(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "CVE" && parts[1].utf8.count == 4 && parts[2].utf8.count >= 4
            && (parts[1] + parts[2]).utf8.allSatisfy(\.isDigit)
    }

    private static func isGHSA(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "GHSA"
            && parts.dropFirst().allSatisfy { part in
                part.utf8.count == 4 && part.allSatisfy { "23456789cfghjmpqrvwx".contains($0) }
            }
    }
}
