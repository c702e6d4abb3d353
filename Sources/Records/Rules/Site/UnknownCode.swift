import Diagnostics

/// What `check` is told to deny or to allow is a code that it knows.
///
/// A misspelt code silences nothing, or lets through what was to stop the build.
///
/// ```yaml
/// check:
///   deny: [overdue-comitment]     # wrong
///   deny: [overdue-commitment]    # right
/// ```
///
/// What breaks a field's form cannot be allowed: nobody could say what would be published.
struct UnknownCode: SiteRule {
    static let code = "unknown-code"
    static let title = "what `check` is told to deny or to allow is a code that it knows"

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        let lists = [("deny", site.configuration.deniedCodes), ("allow", site.configuration.allowedCodes)]
        for (list, codes) in lists {
            for (index, code) in codes.enumerated()
            where site.file.isSound("check", .key(list), .index(index)) {
                let span = site.file.span("check", .key(list), .index(index))
                if !RuleBook.codes.contains(code) {
                    let near = NearMiss.nearest(to: code, among: RuleBook.codes)
                    report.add(
                        Self.finding(
                            "`\(code)` is no code of a finding", at: span,
                            help: near.map { "did you mean `\($0)`?" }
                                ?? "`aboveboard explain` lists the codes",
                            fixes: Fix.replacing(span, with: near)))
                } else if list == "allow", RuleBook.formCodes.contains(code) {
                    report.add(
                        Self.finding(
                            "`\(code)` cannot be allowed: what breaks its form cannot be published", at: span,
                            help: "take it away, and mend what it finds"))
                }
            }
        }
    }
}
