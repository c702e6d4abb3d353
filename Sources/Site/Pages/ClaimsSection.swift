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
        return page.memory.object { object in
            object.set(
                .groups,
                page.memory.each(groups.filter { group in claims.contains { $0.about == group.0 } }) {
                    subject, word in
                    page.memory.object { object in
                        object.set(.word, word)
                        object.set(.title, page.phrases.text("claims.about_" + word))
                        object.set(.own, subject == .loss ? own : .null)
                        object.set(.rows, page.memory.each(claims.filter { $0.about == subject }, row))
                    }
                })
        }
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
        return page.memory.object { object in
            object.set(.figures, TemplateValue(texts))
            object.set(.href, "#losses")
        }
    }

    private func row(_ claim: Claim) -> TemplateValue {
        page.memory.object { object in
            object.set(.id, claim.id.map { "claim-" + $0 })
            object.set(.by, claim.by)
            object.set(.at, page.page.timeValue(claim.at))
            object.set(.says, claim.says)
            object.set(.value, claim.value.map { page.money($0) } ?? .null)
            object.set(.confidence, page.words.confidence.badge(claim.confidence))
            object.set(.disputed, page.prose(claim.disputed, headingOffset: 3))
            object.set(.successor, successor(of: claim))
            object.set(.source, page.source(claim.source))
        }
    }

    private func successor(of claim: Claim) -> TemplateValue {
        guard let id = claim.supersededBy else { return .null }
        let later = page.record.claims.first { $0.id == id }
        return page.memory.object { object in
            object.set(.href, "#claim-" + id)
            object.set(.by, later?.by ?? id)
            object.set(.at, page.page.timeValue(later?.at))
        }
    }
}
