import Diagnostics
import Incidents

/// A claim is superseded by another claim of the record.
///
/// The page strikes the older figure and points at the newer one. An id that leads nowhere strikes it for nothing.
///
/// ```yaml
/// claims:
///   - {id: first, by: PeckShield, at: 2026-02-21, says: over $8M, superseded_by: final}   # wrong: no claim is called final
///   - {id: confirmed, by: IoTeX, at: 2026-02-24, says: $4.4 million}
/// ```
struct UnknownClaim: Rule {
    static let code = "unknown-claim"
    static let title = "a claim is superseded by another claim of the record"
    static let concerns: RecordParts = .claims

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let claims = file.record.claims
        for (index, claim) in claims.enumerated() {
            guard let newer = claim.supersededBy, file.isSound("claims", .index(index), "superseded_by")
            else { continue }
            let span = file.span("claims", .index(index), "superseded_by")
            if newer == claim.id {
                report.add(
                    Self.finding(
                        "`\(newer)` is the claim itself; a newer one supersedes it", at: span,
                        help: "write the id of the newer claim"))
            } else if !claims.contains(where: { $0.id == newer }) {
                let near = NearMiss.nearest(to: newer, among: claims.compactMap(\.id))
                report.add(
                    Self.finding(
                        "`\(newer)` is no id under `claims`", at: span,
                        help: near.map { "did you mean `\($0)`?" }
                            ?? "give the newer claim  id: \(newer) , or write the id that it has",
                        fixes: Fix.replacing(span, with: near)))
            } else if let cycle = cycle(from: index, claims) {
                report.add(
                    Self.finding(
                        "`\(newer)` is superseded by this claim in turn; one of them is the newer", at: span,
                        secondary: [
                            Label(
                                file.span("claims", .index(cycle), "superseded_by"), "comes back to it here")
                        ],
                        help: "take `superseded_by` away from the newest"))
            }
        }
    }

    /// The claim that leads back to the first of a ring; nil where `index` is not the first claim of one.
    private func cycle(from index: Int, _ claims: [Claim]) -> Int? {
        var current = index
        for _ in claims {
            guard let next = claims[current].supersededBy,
                let found = claims.firstIndex(where: { $0.id == next }), found >= index
            else { return nil }
            if found == index { return current }
            current = found
        }
        return nil
    }
}
