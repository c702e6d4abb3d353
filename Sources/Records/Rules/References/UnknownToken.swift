import Diagnostics
import Incidents

/// A token is a ticker of the site's register, an ISO 4217 code or a CAIP-19 id.
///
/// Anybody can name a token USDT. Only the register, or the id of the contract, says which one was lost.
///
/// ```yaml
/// # aboveboard.yml
/// tokens: [{id: CIOTX, name: Crosschain IOTX}]
/// # a record
/// losses: [{token: CIOXT, amount: 410000000}]   # wrong
/// losses: [{token: CIOTX, amount: 410000000}]   # right
/// ```
///
/// Add the ticker under `tokens` in `aboveboard.yml`, with its `caip19` where it has one, or write the CAIP-19 id itself
/// in quotes.
struct UnknownToken: Rule {
    static let code = "unknown-token"
    static let title = "a token is a ticker of the register, an ISO 4217 code or a CAIP-19 id"
    static let concerns: RecordParts = .losses

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let rows = file.incident?.losses.rows, site.file.isSound("tokens") else { return }
        for index in rows.indices {
            guard let token = rows[index].token, !site.hasToken(token), !Currency.isKnown(token),
                !token.utf8.contains(UInt8(ascii: "/")), file.isSound("losses", .index(index), "token")
            else { continue }
            let span = file.span("losses", .index(index), "token")
            let near = NearMiss.nearest(to: token, among: site.configuration.tokens.map(\.id))
            report.add(
                Self.finding(
                    "`\(token)` is no token that this site knows", at: span,
                    help: near.map {
                        "did you mean `\($0)`? if not, add  - id: \(token)  under `tokens` in aboveboard.yml"
                    }
                        ?? "add  - id: \(token)  under `tokens` in aboveboard.yml, or write its CAIP-19 id in quotes",
                    fixes: Fix.replacing(span, with: near)))
        }
    }
}
