import Incidents
import Syntax

/// Every published word, the newest first.
struct UpdatesSection {
    let page: RecordPage

    var value: TemplateValue {
        let updates = page.record.updates
        guard !updates.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.rows, page.memory.each(updates.indices.reversed()) { row($0) })
        }
    }

    /// The update at a place; updates are large, so that none is taken out of its array.
    private func row(_ place: Int) -> TemplateValue {
        let updates = page.record.updates
        let anchor = SiteAddress.anchor(of: updates[place])
        return page.memory.object { object in
            object.set(.id, anchor)
            object.set(.at, page.page.timeValue(updates[place].at))
            object.set(.status, page.words.status.badge(updates[place].status))
            object.set(.author, updates[place].author)
            object.set(.body, page.prose(updates[place].body, headingOffset: 3, idPrefix: anchor + "-"))
            object.set(.next, next(updates[place].next))
        }
    }

    private func next(_ next: Update.NextUpdate?) -> TemplateValue {
        if case .at(let moment) = next { return page.page.timeValue(moment) }
        return .null
    }
}

/// What was said before and is said otherwise now.
struct CorrectionsSection {
    let page: RecordPage

    var value: TemplateValue {
        let corrections = page.record.corrections
        guard !corrections.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(
                .rows,
                .list(
                    corrections.indices.reversed().map { index in
                        .object(
                            CorrectionRow(page: page.page, correction: corrections[index], index: index)
                                .object)
                    }))
        }
    }
}

/// One correction, as the record's page and the page of corrections show it.
struct CorrectionRow {
    let page: Page
    let correction: Correction
    let index: Int

    var object: TemplateObject {
        [
            .id: .text(SiteAddress.anchor(ofCorrection: index)),
            .at: page.timeValue(correction.at),
            .kind: page.words.correction.badge(correction.kind),
            .field: .text(correction.of),
            .was: TemplateValue(correction.was),
            .now: TemplateValue(correction.now),
            .why: TemplateValue(correction.reason),
        ]
    }
}
