import Incidents
import Syntax

/// What is vulnerable, in which versions, whether it is used, and what mends it by when.
struct AdvisorySection {
    let page: RecordPage
    let advisory: Advisory

    var value: TemplateValue {
        page.memory.object { object in
            object.set(.products, page.memory.rows(advisory.affected, product))
            object.set(
                .window,
                advisory.exposureWindow.map { window in
                    page.memory.object { object in
                        object.set(.start, page.page.timeValue(window.start))
                        object.set(.end, page.page.timeValue(window.end))
                    }
                } ?? .null)
            object.set(
                .exploitation,
                advisory.exploitation.map { exploitation in
                    page.memory.object { object in
                        object.set(.known, page.words.exploitation.badge(exploitation.known))
                        object.set(.at, page.page.timeValue(exploitation.since))
                    }
                } ?? .null)
            object.set(.fix, advisory.fix.map(fix) ?? .null)
            object.set(.workaround, page.prose(advisory.workaround, idPrefix: "workaround-"))
            object.set(.cvss, advisory.cvss)
        }
    }

    private func product(_ product: Advisory.AffectedProduct) -> TemplateValue {
        page.asset(product.asset) { object in
            object.set(.introduced, product.introduced)
            object.set(.lastAffected, product.lastAffected)
            object.set(.fixed, product.fixed)
        }
    }

    private func fix(_ fix: Advisory.FixRelease) -> TemplateValue {
        page.memory.object { object in
            object.set(.version, fix.version)
            object.set(.isMandatory, .bool(fix.isMandatory == true))
            object.set(.isOptional, .bool(fix.isMandatory == false))
            object.set(.deadline, page.page.timeValue(fix.deadline))
            object.set(.isOverdue, .bool(fix.deadline.map(page.edition.isPast) ?? false))
        }
    }
}
