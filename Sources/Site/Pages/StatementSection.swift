import Incidents
import Syntax

/// The answer to "are you affected by somebody else's incident?", product by product, and apart from it the safeguards
/// that justify nothing.
struct StatementSection {
    let page: RecordPage
    let statement: Statement

    var value: TemplateValue {
        let isOverdue = statement.review.map(page.edition.isPast) ?? false
        return .object([
            .answer: .text(
                page.phrases.text(
                    "statement.answer_" + page.record.status.rawValue, ["issuer": page.issuerName])),
            .event: statement.event.map(event) ?? .null,
            .products: .rows(statement.products, product),
            .posture: .rows(values: statement.posture.map { page.prose($0) }),
            .review: page.page.timeValue(statement.review),
            .isOverdue: .bool(isOverdue),
            .asOf: isOverdue ? page.page.timeValue(page.edition.telling.shown) : .null,
        ])
    }

    private func event(_ event: Statement.Event) -> TemplateValue {
        .object([
            .name: .text(event.name),
            .summary: page.prose(event.summary, headingOffset: 2, idPrefix: "event-"),
            .aliases: TemplateValue(event.aliases), .source: page.source(event.source),
        ])
    }

    private func product(_ product: ProductStatus) -> TemplateObject {
        var object = page.asset(product.asset)
        object.set(.versions, TemplateValue(product.versions))
        object.set(
            .status, page.words.status.badge(product.status))
        object.set(
            .justification,
            page.words.justification.badge(product.justification))
        object.set(.impact, page.prose(product.impact, headingOffset: 3))
        object.set(.action, page.prose(product.action, headingOffset: 3))
        object.set(.checked, product.checked.map(check) ?? .null)
        return object
    }

    private func check(_ check: ProductStatus.Check) -> TemplateValue {
        .object([
            .at: page.page.timeValue(check.at), .method: TemplateValue(check.method),
            .by: TemplateValue(check.by), .source: page.source(check.evidence),
        ])
    }
}
