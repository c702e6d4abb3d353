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
            .rows: .list(checklist.items.map(row)),
        ])
    }

    private func row(_ item: DisclosureChecklist.Item) -> TemplateValue {
        let rows = page.phrases.checklist
        return switch item.answer {
        case .answered: rows.row(item.question, .answered)
        case .silent: rows.row(item.question, item.isDue ? .silent : .later)
        case .open(let open): self.open(item.question, open)
        }
    }

    private func open(_ question: StageQuestion, _ open: DisclosureChecklist.Reasons) -> TemplateValue {
        .object([
            .text: page.words.question.value(question),
            .state: page.words.checklistState.badge(.open),
            .due: .null,
            .saysUnknown: .bool(open.questions.isEmpty),
            .reasons: .rows(open.questions, reason),
        ])
    }

    private func reason(_ index: Int) -> TemplateObject {
        let question = page.record.questions[index]
        return [
            .href: .text("#question-" + (question.id ?? String(index + 1))),
            .text: .text(question.asks),
            .withheld: question.withheld.map(page.words.withheld.value) ?? .null,
            .revisit: page.page.timeValue(question.revisit),
        ]
    }
}

/// The checklist's rows as all records of a language have them: without reasons.
final class ChecklistRows: Sendable {
    private struct Rows: Sendable {
        let question: StageQuestion
        let answered, silent, later: TemplateValue
    }

    // As few as the words of a `WordList`, and found in the same way.
    private let rows: [Rows]

    /// `due` tells by which status a question is to be answered.
    init(_ words: Vocabulary, due: Phrase?) {
        func row(_ question: StageQuestion, _ state: ChecklistState) -> TemplateValue {
            .object([
                .text: words.question.value(question),
                .state: words.checklistState.badge(state),
                .due: state == .later
                    ? .text(due?.text(["status": words.status[question.dueAt]]) ?? "checklist.due_at")
                    : .null,
                .saysUnknown: false,
                .reasons: .null,
            ])
        }
        rows = StageQuestion.allCases.map {
            Rows(
                question: $0, answered: row($0, .answered), silent: row($0, .silent), later: row($0, .later))
        }
    }

    /// The row of a question in a state; nothing for one that is open, whose reasons are the record's own.
    func row(_ question: StageQuestion, _ state: ChecklistState) -> TemplateValue {
        for index in rows.indices where Self.isSame(rows[index].question, question) {
            return switch state {
            case .answered: rows[index].answered
            case .silent: rows[index].silent
            case .later: rows[index].later
            case .open: .null
            }
        }
        return .null
    }

    /// As the enumeration itself compares its cases, without a look at their words.
    private static func isSame<Case: Equatable>(_ left: Case, _ right: Case) -> Bool { left == right }
}

/// How far a question that every reader asks is answered.
enum ChecklistState: String, CaseIterable {
    case answered, silent, later, open
}
