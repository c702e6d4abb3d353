import Incidents
import Syntax

/// What was touched, what was not, and what nobody has said anything about, which is never called safe.
struct AffectedSection {
    /// How many names of the register a page lists as not stated; beyond that a number and a link say the same.
    private static let listedAtMost = 24

    let page: RecordPage
    let assets: [AssetExposure]

    var value: TemplateValue {
        let named = Set(assets.map(\.asset))
        let register = page.edition.assets(of: page.record.issuer)
        let unstatedCount = register?.count(without: named) ?? 0
        guard !assets.isEmpty || unstatedCount > 0 else { return .null }
        let groups: [(Exposure?, String)] = [
            (.affected, "affected"), (.notAffected, "not_affected"), (.unknown, "unknown"), (nil, "unknown"),
        ]
        let told = groups.filter { group in assets.contains { $0.exposure == group.0 } }
        let shown = page.memory.each(told) { exposure, word in
            // Rows of a record are large, so that none is taken out of its array.
            let places = assets.indices.filter { assets[$0].exposure == exposure }
            return page.memory.object { object in
                object.set(.word, word)
                object.set(.title, page.phrases.value("affected.group_" + word))
                object.set(.rows, page.memory.each(places) { row(assets[$0]) })
            }
        }
        let listed =
            unstatedCount > Self.listedAtMost ? [] : register?.ids.filter { !named.contains($0) } ?? []
        return page.memory.object { object in
            object.set(.groups, shown)
            object.set(
                .unstatedCount,
                unstatedCount == 0
                    ? .null : .text(page.phrases.count("affected.unstated", unstatedCount)))
            object.set(.unstated, page.memory.rows(listed) { page.asset($0) })
            object.set(.assetsHref, page.page.href(SiteAddress.assets))
            object.set(.isSilent, .bool(assets.isEmpty))
        }
    }

    private func row(_ exposed: AssetExposure) -> TemplateValue {
        page.asset(exposed.asset) { object in
            object.set(.status, page.words.operation.badge(exposed.status))
            object.set(.detail, page.prose(exposed.detail, headingOffset: 3))
            object.set(.source, page.source(exposed.source))
        }
    }
}
