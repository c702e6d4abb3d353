import Incidents
import Syntax

/// Every published word, the newest first.
struct UpdatesSection {
    let page: RecordPage

    var value: TemplateValue {
        let updates = page.record.updates
        guard !updates.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.rows, page.memory.each(updates.indices.reversed()) { row(updates[$0]) })
        }
    }

    private func row(_ update: Update) -> TemplateValue {
        let anchor = SiteAddress.anchor(of: update)
        return page.memory.object { object in
            object.set(.id, anchor)
            object.set(.at, page.page.timeValue(update.at))
            object.set(.status, page.words.status.badge(update.status))
            object.set(.author, update.author)
            object.set(.body, page.prose(update.body, headingOffset: 3, idPrefix: anchor + "-"))
            object.set(.next, next(of: update))
        }
    }

    private func next(of update: Update) -> TemplateValue {
        if case .at(let moment) = update.next { return page.page.timeValue(moment) }
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
