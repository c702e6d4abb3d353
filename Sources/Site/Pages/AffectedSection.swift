import Incidents
import Syntax

/// What was touched, what was not, and what nobody has said anything about, which is never called safe.
struct AffectedSection {
    /// How many names of the register a page lists as not stated; beyond that a number and a link say the same.
    private static let listedAtMost = 24

    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        let unstated = self.unstated
        guard !incident.assets.isEmpty || !unstated.isEmpty else { return .null }
        let groups: [(Exposure?, String)] = [
            (.affected, "affected"), (.notAffected, "not_affected"), (.unknown, "unknown"), (nil, "unknown"),
        ]
        var shown: [TemplateObject] = []
        for (exposure, word) in groups {
            let rows = incident.assets.filter { $0.exposure == exposure }
            guard !rows.isEmpty else { continue }
            shown.append([
                .word: .text(word), .title: .text(page.phrases.text("affected.group_" + word)),
                .rows: TemplateValue(rows.map(row)),
            ])
        }
        let listed = unstated.count > Self.listedAtMost ? [] : unstated
        return .object([
            .groups: TemplateValue(shown),
            .unstatedCount: unstated.isEmpty
                ? .null : .text(page.phrases.count("affected.unstated", unstated.count)),
            .unstated: .rows(listed.map { page.asset($0.id) }),
            .assetsHref: page.page.href(SiteAddress.assets),
            .isSilent: .bool(incident.assets.isEmpty),
        ])
    }

    private func row(_ exposed: AssetExposure) -> TemplateObject {
        var object = page.asset(exposed.asset)
        object.set(
            .status, exposed.status.map { page.page.badge($0.rawValue, page.words.operation[$0]) } ?? .null)
        object.set(.detail, page.prose(exposed.detail, headingOffset: 3))
        object.set(.source, page.source(exposed.source))
        return object
    }

    /// What the issuer's part of the register holds and the record does not name.
    private var unstated: [SiteConfiguration.Asset] {
        let named = Set(incident.assets.map(\.asset))
        return page.edition.site.assets.filter { $0.issuer == page.record.issuer && !named.contains($0.id) }
    }
}
