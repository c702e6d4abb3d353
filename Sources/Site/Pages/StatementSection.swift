import Incidents
import Syntax

/// The answer to "are you affected by somebody else's incident?", product by product, and apart from it the safeguards
/// that justify nothing.
struct StatementSection {
    let page: RecordPage
    let statement: Statement

    var value: TemplateValue {
        let isOverdue = statement.review.map(page.edition.isPast) ?? false
        return page.memory.object { object in
            object.set(
                .answer,
                page.phrases.text(
                    "statement.answer_" + page.record.status.rawValue, ["issuer": page.issuerName]))
            object.set(.event, statement.event.map(event) ?? .null)
            object.set(.products, page.memory.rows(statement.products, product))
            object.set(.posture, page.memory.rows(statement.posture) { page.prose($0) })
            object.set(.review, page.page.timeValue(statement.review))
            object.set(.isOverdue, .bool(isOverdue))
            object.set(.asOf, isOverdue ? page.page.timeValue(page.edition.telling.shown) : .null)
        }
    }

    private func event(_ event: Statement.Event) -> TemplateValue {
        page.memory.object { object in
            object.set(.name, event.name)
            object.set(.summary, page.prose(event.summary, headingOffset: 2, idPrefix: "event-"))
            object.set(.aliases, TemplateValue(event.aliases))
            object.set(.source, page.source(event.source))
        }
    }

    private func product(_ product: ProductStatus) -> TemplateValue {
        page.asset(product.asset) { object in
            object.set(.versions, product.versions)
            object.set(
                .status, page.words.status.badge(product.status))
            object.set(
                .justification,
                page.words.justification.badge(product.justification))
            object.set(.impact, page.prose(product.impact, headingOffset: 3))
            object.set(.action, page.prose(product.action, headingOffset: 3))
            object.set(.checked, product.checked.map(check) ?? .null)
        }
    }

    private func check(_ check: ProductStatus.Check) -> TemplateValue {
        page.memory.object { object in
            object.set(.at, page.page.timeValue(check.at))
            object.set(.method, check.method)
            object.set(.by, check.by)
            object.set(.source, page.source(check.evidence))
        }
    }
}
