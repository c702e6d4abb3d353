import Incidents
import Syntax

/// What is not known or not told yet, open ones first, with why and when it is looked at again.
struct QuestionsSection {
    let page: RecordPage

    var value: TemplateValue {
        let questions = page.record.questions
        guard !questions.isEmpty else { return .null }
        let rows = questions.enumerated()
        let hasOpen = questions.contains(where: \.isOpen)
        return .object([
            .title: .text(page.phrases.text(hasOpen ? "questions.title" : "questions.answered")),
            .hasOpen: .bool(hasOpen),
            .open: .rows(rows.filter { $0.element.isOpen }.map { row($0.element, at: $0.offset) }),
            .answered: .rows(rows.filter { !$0.element.isOpen }.map { row($0.element, at: $0.offset) }),
        ])
    }

    private func row(_ question: Question, at index: Int) -> TemplateObject {
        [
            .id: .text("question-" + (question.id ?? String(index + 1))),
            .text: .text(question.asks),
            .by: TemplateValue(question.by),
            .opened: page.page.timeValue(question.opened),
            .answer: page.prose(question.answer),
            .withheld: page.words.withheld.badge(question.withheld),
            .revisit: page.page.timeValue(question.revisit),
            .isOverdue: .bool(question.isOpen && (question.revisit.map(page.edition.isPast) ?? false)),
        ]
    }
}

/// The questions that every reader asks, and how far this record answers them.
struct ChecklistSection {
    let page: RecordPage

    var value: TemplateValue {
        let checklist = DisclosureChecklist(of: page.record)
        guard !checklist.items.isEmpty else { return .null }
        return .object([
            .count: .text(
                page.phrases.text(
                    "checklist.count",
                    [
                        "n": page.phrases.numbers.text(checklist.answeredCount),
                        "of": page.phrases.numbers.text(checklist.items.count),
                    ])),
            .rows: .each(checklist.items, row),
        ])
    }

    private func row(_ item: DisclosureChecklist.Item) -> TemplateObject {
        var state = ChecklistState.answered
        var reasons: [TemplateObject] = []
        switch item.answer {
        case .answered: break
        case .silent: state = item.isDue ? .silent : .later
        case .open(let open):
            state = .open
            reasons = open.questions.map { index in
                let question = page.record.questions[index]
                return [
                    .href: .text("#question-" + (question.id ?? String(index + 1))),
                    .text: .text(question.asks),
                    .withheld: question.withheld.map(page.words.withheld.value) ?? .null,
                    .revisit: page.page.timeValue(question.revisit),
                ]
            }
        }
        return [
            .text: page.words.question.value(item.question),
            .state: page.words.checklistState.badge(state),
            .due: state == .later
                ? .text(
                    page.phrases.text(
                        "checklist.due_at", ["status": page.words.status[item.question.dueAt]]))
                : .null,
            .saysUnknown: .bool(state == .open && reasons.isEmpty),
            .reasons: .rows(reasons),
        ]
    }
}

/// How far a question that every reader asks is answered.
enum ChecklistState: String, CaseIterable {
    case answered, silent, later, open
}
