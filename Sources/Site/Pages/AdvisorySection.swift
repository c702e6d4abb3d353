import Incidents
import Syntax

/// What is vulnerable, in which versions, whether it is used, and what mends it by when.
struct AdvisorySection {
    let page: RecordPage
    let advisory: Advisory

    var value: TemplateValue {
        .object([
            .products: .rows(advisory.affected, product),
            .window: advisory.exposureWindow.map { window in
                .object([.start: page.page.timeValue(window.start), .end: page.page.timeValue(window.end)])
            } ?? .null,
            .exploitation: advisory.exploitation.map { exploitation in
                .object([
                    .known: page.words.exploitation.badge(exploitation.known),
                    .at: page.page.timeValue(exploitation.since),
                ])
            } ?? .null,
            .fix: advisory.fix.map(fix) ?? .null,
            .workaround: page.prose(advisory.workaround, idPrefix: "workaround-"),
            .cvss: TemplateValue(advisory.cvss),
        ])
    }

    private func product(_ product: Advisory.AffectedProduct) -> TemplateObject {
        var object = page.asset(product.asset)
        object.set(.introduced, TemplateValue(product.introduced))
        object.set(.lastAffected, TemplateValue(product.lastAffected))
        object.set(.fixed, TemplateValue(product.fixed))
        return object
    }

    private func fix(_ fix: Advisory.FixRelease) -> TemplateValue {
        .object([
            .version: .text(fix.version),
            .isMandatory: .bool(fix.isMandatory == true),
            .isOptional: .bool(fix.isMandatory == false),
            .deadline: page.page.timeValue(fix.deadline),
            .isOverdue: .bool(fix.deadline.map(page.edition.isPast) ?? false),
        ])
    }
}
