import Incidents
import Syntax

/// How it stands: status, severity, the first and the last word, and when the next one is promised.
struct StandingSection {
    let page: RecordPage

    var value: TemplateValue {
        let record = page.record
        return page.memory.object { object in
            object.set(.statusMeaning, page.words.statusMeaning.value(record.status))
            object.set(.disclosed, page.page.timeValue(record.disclosed))
            object.set(.lastWord, page.page.timeValue(record.lastWord))
            object.set(
                .lastHref, record.updates.last.map { .text("#" + SiteAddress.anchor(of: $0)) } ?? .null)
            object.set(.next, next)
            object.set(.users, users)
        }
    }

    /// What was promised about the next word; nothing where no more is owed.
    private var next: TemplateValue {
        let phrases = page.phrases
        let record = page.record
        switch record.updates.last?.next {
        case .at(let moment):
            let isOverdue = record.status.isOpen && page.edition.isPast(moment)
            return page.memory.object { object in
                object.set(.html, page.page.timeValue(moment))
                object.set(.isOverdue, .bool(isOverdue))
                object.set(.text, .null)
                object.set(.asOf, isOverdue ? page.page.timeValue(page.edition.telling.shown) : .null)
            }
        case .noneExpected: return note(phrases.text("standing.next_none"))
        case .unknown: return record.status.isOpen ? note(phrases.text("standing.next_unknown")) : .null
        case nil: return record.status.isOpen ? note(phrases.text("standing.next_silent")) : .null
        }
    }

    private func note(_ text: String) -> TemplateValue {
        page.memory.object { object in
            object.set(.html, .null)
            object.set(.isOverdue, false)
            object.set(.text, text)
            object.set(.asOf, .null)
        }
    }

    private var users: TemplateValue {
        switch page.record.incident?.usersAffected {
        case nil, .notStated: .null
        case .noOne:
            page.memory.object { object in
                object.set(.text, page.phrases.text("affected.users_none"))
                object.set(.basis, .null)
            }
        case .unknown:
            page.memory.object { object in
                object.set(.text, page.phrases.text("affected.users_unknown"))
                object.set(.basis, .null)
            }
        case .count(let count, let basis):
            page.memory.object { object in
                object.set(.text, page.page.text(count, of: nil))
                object.set(.basis, basis)
            }
        }
    }
}
