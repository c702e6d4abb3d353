import Incidents
import Syntax

/// What others, or the issuer at other times, have said: each beside the record's own word, with who said it and when,
/// and whether it is disputed or was replaced.
struct ClaimsSection {
    let page: RecordPage

    var value: TemplateValue {
        let claims = page.record.claims
        guard !claims.isEmpty else { return .null }
        let groups: [(ClaimSubject?, String)] = [
            (.loss, "loss"), (.cause, "cause"), (.scope, "scope"), (.other, "other"), (nil, "other"),
        ]
        return .object([
            .groups: TemplateValue(
                groups.compactMap { subject, word in
                    let rows = claims.filter { $0.about == subject }
                    guard !rows.isEmpty else { return nil }
                    return [
                        .word: .text(word), .title: .text(page.phrases.text("claims.about_" + word)),
                        .own: subject == .loss ? own : .null,
                        .rows: .each(rows, row),
                    ]
                })
        ])
    }

    /// The record's own figures, so that no claim stands there alone.
    private var own: TemplateValue {
        guard let losses = page.record.incident?.losses, !losses.rows.isEmpty else { return .null }
        let rows = losses.rows
        let texts = LossClass.inOrder.flatMap { lossClass in
            guard rows.contains(where: { $0.lossClass == lossClass }) else { return [String]() }
            return LossBalance.balances(of: rows.filter { $0.lossClass == lossClass }).map {
                balance -> String in
                let lossClass = lossClass.map { page.words.lossClass[$0] + ": " } ?? ""
                if case .money(let currency) = balance.gross.unit, let quantity = balance.gross.quantity {
                    return lossClass + page.page.text(quantity, in: currency)
                }
                return lossClass + page.page.text(balance.gross.quantity ?? .unknown, of: balance.token)
            }
        }
        return .object([.figures: TemplateValue(texts), .href: "#losses"])
    }

    private func row(_ claim: Claim) -> TemplateObject {
        [
            .id: TemplateValue(claim.id.map { "claim-" + $0 }),
            .by: .text(claim.by),
            .at: page.page.timeValue(claim.at),
            .says: TemplateValue(claim.says),
            .value: claim.value.map { page.money($0) } ?? .null,
            .confidence: page.words.confidence.badge(claim.confidence),
            .disputed: page.prose(claim.disputed, headingOffset: 3),
            .successor: successor(of: claim),
            .source: page.source(claim.source),
        ]
    }

    private func successor(of claim: Claim) -> TemplateValue {
        guard let id = claim.supersededBy else { return .null }
        let later = page.record.claims.first { $0.id == id }
        return .object([
            .href: .text("#claim-" + id), .by: .text(later?.by ?? id), .at: page.page.timeValue(later?.at),
        ])
    }
}
