import Incidents
import Syntax

/// What is promised, with whom it lies and until when, what was done, and who else is involved.
struct MeasuresSection {
    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        let rows = incident.mitigations
        guard !rows.isEmpty || !incident.thirdParties.isEmpty else { return .null }
        let promised = rows.filter(\.isCommitment)
        let done = rows.filter { $0.status == .done }
        let other = rows.filter { !$0.isCommitment && $0.status != .done }
        return .object([
            .promised: .rows(promised.map { MeasureRow(page: page.page, measure: $0).object(page) }),
            .done: .rows(done.map { MeasureRow(page: page.page, measure: $0).object(page) }),
            .other: .rows(other.map { MeasureRow(page: page.page, measure: $0).object(page) }),
            .parties: .rows(incident.thirdParties.map(party)),
            .commitmentsHref: page.page.href(SiteAddress.commitments),
        ])
    }

    private func party(_ party: ThirdParty) -> TemplateObject {
        [
            .name: .text(party.name),
            .role: TemplateValue(party.role),
            .involvement: party.involvement.map { page.page.badge($0.rawValue, page.words.involvement[$0]) }
                ?? .null,
            .detail: page.prose(party.detail, headingOffset: 3),
            .source: page.source(party.source),
        ]
    }
}

/// One measure, as the record's page and the page of commitments show it.
struct MeasureRow {
    let page: Page
    let measure: Mitigation

    /// `record` is the page on which its evidence can be looked up.
    func object(_ record: RecordPage) -> TemplateObject {
        var object = self.object
        object.set(.detail, record.prose(measure.detail, headingOffset: 3))
        object.set(.source, record.source(measure.evidence))
        return object
    }

    var object: TemplateObject {
        let isOverdue = isOverdue
        return [
            .id: TemplateValue(measure.id.map { "measure-" + $0 }),
            .action: .text(measure.action),
            .kind: measure.kind.map { page.badge($0.rawValue, page.words.mitigationKind[$0]) } ?? .null,
            .status: measure.status.map { page.badge($0.rawValue, page.words.mitigation[$0]) } ?? .null,
            .isCommitment: .bool(measure.isCommitment),
            .isOverdue: .bool(isOverdue),
            .owner: TemplateValue(measure.owner),
            .due: page.timeValue(measure.due),
            .done: page.timeValue(measure.done),
            .moves: .list(measure.moved.map(move)),
            .asOf: .html(page.time(page.edition.asOf)),
        ]
    }

    var isOverdue: Bool { measure.isCommitment && (measure.due.map(page.edition.isPast) ?? false) }

    private func move(_ move: Mitigation.Move) -> TemplateValue {
        .object([
            .at: .html(page.time(move.at)), .from: page.timeValue(move.from), .to: page.timeValue(move.to),
            .why: TemplateValue(move.why),
        ])
    }
}
