import Incidents
import Syntax

/// What was touched, what was not, and what nobody has said anything about, which is never called safe.
struct AffectedSection {
    /// How many names of the register a page lists as not stated; beyond that a number and a link say the same.
    private static let listedAtMost = 24

    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        let named = Set(incident.assets.map(\.asset))
        let register = page.edition.assets(of: page.record.issuer)
        let unstatedCount = register?.count(without: named) ?? 0
        guard !incident.assets.isEmpty || unstatedCount > 0 else { return .null }
        let groups: [(Exposure?, String)] = [
            (.affected, "affected"), (.notAffected, "not_affected"), (.unknown, "unknown"), (nil, "unknown"),
        ]
        var shown: [TemplateObject] = []
        for (exposure, word) in groups {
            // Rows of a record are large, so that none is taken out of its array.
            let places = incident.assets.indices.filter { incident.assets[$0].exposure == exposure }
            guard !places.isEmpty else { continue }
            shown.append([
                .word: .text(word), .title: page.phrases.value("affected.group_" + word),
                .rows: .each(places) { row(incident.assets[$0]) },
            ])
        }
        let listed =
            unstatedCount > Self.listedAtMost ? [] : register?.ids.filter { !named.contains($0) } ?? []
        return .object([
            .groups: TemplateValue(shown),
            .unstatedCount: unstatedCount == 0
                ? .null : .text(page.phrases.count("affected.unstated", unstatedCount)),
            .unstated: .rows(listed.map { page.asset($0) }),
            .assetsHref: page.page.href(SiteAddress.assets),
            .isSilent: .bool(incident.assets.isEmpty),
        ])
    }

    private func row(_ exposed: AssetExposure) -> TemplateObject {
        var object = page.asset(exposed.asset)
        object.set(.status, page.words.operation.badge(exposed.status))
        object.set(.detail, page.prose(exposed.detail, headingOffset: 3))
        object.set(.source, page.source(exposed.source))
        return object
    }
}
