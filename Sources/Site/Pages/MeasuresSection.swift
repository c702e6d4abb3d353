import Incidents
import Syntax

/// What is promised, with whom it lies and until when, what was done, and who else is involved.
struct MeasuresSection {
    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        let rows = incident.mitigations
        guard !rows.isEmpty || !incident.thirdParties.isEmpty else { return .null }
        return .object([
            .promised: list { rows[$0].isCommitment },
            .done: list { rows[$0].status == .done },
            .other: list { !rows[$0].isCommitment && rows[$0].status != .done },
            .parties: .rows(incident.thirdParties, party),
            .commitmentsHref: page.page.href(SiteAddress.commitments),
        ])
    }

    /// The measures whose places are wanted.
    private func list(_ isWanted: (Int) -> Bool) -> TemplateValue {
        .rows(incident.mitigations.indices.filter(isWanted)) { index in
            MeasureRow(page: page.page, measure: incident.mitigations[index], index: index).object(page)
        }
    }

    private func party(_ party: ThirdParty) -> TemplateObject {
        [
            .name: .text(party.name),
            .role: TemplateValue(party.role),
            .involvement: page.words.involvement.badge(party.involvement),
            .detail: page.prose(party.detail, headingOffset: 3),
            .source: page.source(party.source),
        ]
    }
}

/// One measure, as the record's page and the page of commitments show it.
struct MeasureRow {
    let page: Page
    let measure: Mitigation
    /// Its place among the record's measures.
    let index: Int
    /// Whether this is the record's own page, where its anchors are.
    var isAnchored = true

    /// `record` is the page on which its evidence can be looked up.
    func object(_ record: RecordPage) -> TemplateObject {
        object(
            detail: record.prose(measure.detail, headingOffset: 3), source: record.source(measure.evidence))
    }

    /// The measure as a list of many records shows it.
    func object(detail: TemplateValue = .null, source: TemplateValue = .null, of record: TemplateValue = .null)
        -> TemplateObject
    {
        func anchor(_ step: String) -> TemplateValue {
            isAnchored ? .text(SiteAddress.anchor(ofMeasure: measure, index, step: step)) : .null
        }
        return [
            .id: anchor("promised"),
            .action: .text(measure.action),
            .kind: page.words.mitigationKind.badge(measure.kind),
            .status: page.words.mitigation.badge(measure.status),
            .statusId: statusStep.map(anchor) ?? .null,
            .isCommitment: .bool(measure.isCommitment),
            .isOverdue: .bool(isOverdue),
            .owner: TemplateValue(measure.owner),
            .due: page.timeValue(measure.due),
            .done: page.timeValue(measure.done),
            .doneId: measure.status == .done && measure.done != nil ? anchor("done") : .null,
            .moves: TemplateValue(
                measure.moved.enumerated().map { number, move in
                    [
                        .id: anchor("moved/\(number + 1)"), .at: page.timeValue(move.at),
                        .from: page.timeValue(move.from), .to: page.timeValue(move.to),
                        .why: TemplateValue(move.why),
                    ]
                }),
            .asOf: isOverdue ? page.timeValue(page.edition.telling.shown) : .null,
            .detail: detail, .source: source, .record: record,
        ]
    }

    /// What became of it, where no day beside it can carry the anchor.
    private var statusStep: String? {
        switch measure.status {
        case .dropped: "dropped"
        case .done: measure.done == nil ? "done" : nil
        default: nil
        }
    }

    var isOverdue: Bool { measure.isCommitment && (measure.due.map(page.edition.isPast) ?? false) }
}
