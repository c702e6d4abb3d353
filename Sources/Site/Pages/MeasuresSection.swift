import Incidents
import Syntax

/// What is promised, with whom it lies and until when, what was done, and who else is involved.
struct MeasuresSection {
    let page: RecordPage
    let measures: [Mitigation]
    let parties: [ThirdParty]

    var value: TemplateValue {
        guard !measures.isEmpty || !parties.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.promised, list { $0?.isCommitment == true })
            object.set(.done, list { $0 == .done })
            object.set(.other, list { $0?.isCommitment != true && $0 != .done })
            object.set(.parties, page.memory.rows(parties) { party($0) })
            object.set(.commitmentsHref, page.page.href(SiteAddress.commitments))
        }
    }

    /// The measures whose status is wanted.
    private func list(_ isWanted: (MitigationStatus?) -> Bool) -> TemplateValue {
        page.memory.rows(measures.indices.filter { isWanted(measures[$0].status) }) { index in
            MeasureRow(page: page.page, measure: measures[index], index: index).object(page)
        }
    }

    private func party(_ party: ThirdParty) -> TemplateValue {
        page.memory.object { object in
            object.set(.name, party.name)
            object.set(.role, party.role)
            object.set(.involvement, page.words.involvement.badge(party.involvement))
            object.set(.detail, page.prose(party.detail, headingOffset: 3))
            object.set(.source, page.source(party.source))
        }
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
    func object(_ record: RecordPage) -> TemplateValue {
        object(
            detail: record.prose(measure.detail, headingOffset: 3), source: record.source(measure.evidence))
    }

    /// The measure as a list of many records shows it.
    func object(
        detail: TemplateValue = .null, source: TemplateValue = .null, of record: TemplateValue = .null
    ) -> TemplateValue {
        let id = isAnchored ? page.memory.text(SiteAddress.anchor(ofMeasure: measure, index)) : .null
        func anchor(_ step: StaticString, _ number: Int? = nil) -> TemplateValue {
            guard isAnchored else { return .null }
            return page.memory.text {
                $0.append(text: SiteAddress.anchor(ofMeasure: measure, index))
                $0.append(literal: "-")
                $0.append(literal: step)
                if let number { $0.append(text: "-\(number)") }
            }
        }
        return page.memory.object { object in
            object.set(.id, id)
            object.set(.action, measure.action)
            object.set(.kind, page.words.mitigationKind.badge(measure.kind))
            object.set(.status, page.words.mitigation.badge(measure.status))
            object.set(.statusId, statusStep.map { anchor($0) } ?? .null)
            object.set(.isCommitment, .bool(measure.isCommitment))
            object.set(.isOverdue, .bool(isOverdue))
            object.set(.owner, measure.owner)
            object.set(.due, page.timeValue(measure.due))
            object.set(.done, page.timeValue(measure.done))
            object.set(.doneId, measure.status == .done && measure.done != nil ? anchor("done") : .null)
            object.set(
                .moves,
                page.memory.each(measure.moved.indices) { place in
                    let move = measure.moved[place]
                    return page.memory.object { object in
                        object.set(.id, anchor("moved", place + 1))
                        object.set(.at, page.timeValue(move.at))
                        object.set(.from, page.timeValue(move.from))
                        object.set(.to, page.timeValue(move.to))
                        object.set(.why, move.why)
                    }
                })
            object.set(.asOf, isOverdue ? page.timeValue(page.edition.telling.shown) : .null)
            object.set(.detail, detail)
            object.set(.source, source)
            object.set(.record, record)
        }
    }

    /// What became of it, where no day beside it can carry the anchor.
    private var statusStep: StaticString? {
        switch measure.status {
        case .dropped: "dropped"
        case .done: measure.done == nil ? "done" : nil
        default: nil
        }
    }

    var isOverdue: Bool { measure.isCommitment && (measure.due.map(page.edition.isPast) ?? false) }
}
