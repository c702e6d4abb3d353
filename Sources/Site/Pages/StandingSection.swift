import Incidents
import Syntax

/// How it stands: status, severity, the first and the last word, and when the next one is promised.
struct StandingSection {
    let page: RecordPage

    var value: TemplateValue {
        let record = page.record
        return .object([
            .statusMeaning: page.words.statusMeaning.value(record.status),
            .disclosed: page.page.timeValue(record.disclosed),
            .lastWord: page.page.timeValue(record.lastWord),
            .lastHref: record.updates.last.map { .text("#" + SiteAddress.anchor(of: $0)) } ?? .null,
            .next: next,
            .users: users,
        ])
    }

    /// What was promised about the next word; nothing where no more is owed.
    private var next: TemplateValue {
        let phrases = page.phrases
        let record = page.record
        switch record.updates.last?.next {
        case .at(let moment):
            let isOverdue = record.status.isOpen && page.edition.isPast(moment)
            return .object([
                .html: page.page.timeValue(moment), .isOverdue: .bool(isOverdue),
                .text: .null, .asOf: isOverdue ? page.page.timeValue(page.edition.telling.shown) : .null,
            ])
        case .noneExpected: return note(phrases.text("standing.next_none"))
        case .unknown: return record.status.isOpen ? note(phrases.text("standing.next_unknown")) : .null
        case nil: return record.status.isOpen ? note(phrases.text("standing.next_silent")) : .null
        }
    }

    private func note(_ text: String) -> TemplateValue {
        .object([.html: .null, .isOverdue: false, .text: .text(text), .asOf: .null])
    }

    private var users: TemplateValue {
        switch page.record.incident?.usersAffected {
        case nil, .notStated: .null
        case .noOne: .object([.text: .text(page.phrases.text("affected.users_none")), .basis: .null])
        case .unknown: .object([.text: .text(page.phrases.text("affected.users_unknown")), .basis: .null])
        case .count(let count, let basis):
            .object([.text: .text(page.page.text(count, of: nil)), .basis: TemplateValue(basis)])
        }
    }
}
