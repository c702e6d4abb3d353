import Diagnostics

/// The issuer of a record stands in the site's `issuers`.
///
/// The page says at its top who speaks, with that project's own channels. A name that the site does not know would be
/// shown without any.
///
/// ```yaml
/// # aboveboard.yml
/// issuers: [{id: iotex, name: IoTeX}]
/// # a record
/// issuer: iotx    # wrong
/// issuer: iotex   # right
/// ```
///
/// Leave `issuer` out where the publisher itself speaks.
struct UnknownIssuer: Rule {
    static let code = "unknown-issuer"
    static let title = "the issuer of a record stands in the site's `issuers`"
    static let concerns: RecordParts = .issuer

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let issuer = file.record.issuer, file.isSound("issuer"), site.file.isSound("issuers"),
            !site.hasIssuer(issuer)
        else { return }
        report.add(
            Self.unknown(
                issuer, at: file.span("issuer"), known: site.configuration.issuers.map(\.id)))
    }

    static func unknown(_ issuer: String, at span: SourceSpan, known: [String]) -> Diagnostic {
        let near = NearMiss.nearest(to: issuer, among: known)
        return finding(
            "`\(issuer)` is no issuer of this site", at: span,
            help: near.map { "did you mean `\($0)`?" }
                ?? (known.isEmpty
                    ? "take the key away where the publisher itself speaks, or add the project under `issuers` in aboveboard.yml"
                    : "its issuers are \(known.joined(separator: ", ")); add the project under `issuers` in aboveboard.yml"),
            fixes: Fix.replacing(span, with: near))
    }
}
