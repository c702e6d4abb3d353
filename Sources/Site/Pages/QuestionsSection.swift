import Incidents
import Syntax

/// What is not known or not told yet, open ones first, with why and when it is looked at again.
struct QuestionsSection {
    let page: RecordPage

    var value: TemplateValue {
        let questions = page.record.questions
        guard !questions.isEmpty else { return .null }
        let hasOpen = questions.contains(where: \.isOpen)
        return page.memory.object { object in
            object.set(.title, page.phrases.text(hasOpen ? "questions.title" : "questions.answered"))
            object.set(.hasOpen, .bool(hasOpen))
            object.set(
                .open,
                page.memory.rows(questions.indices.filter { questions[$0].isOpen }) {
                    row(questions[$0], at: $0)
                })
            object.set(
                .answered,
                page.memory.rows(questions.indices.filter { !questions[$0].isOpen }) {
                    row(questions[$0], at: $0)
                })
        }
    }

    private func row(_ question: Question, at index: Int) -> TemplateValue {
        page.memory.object { object in
            object.set(.id, "question-" + (question.id ?? String(index + 1)))
            object.set(.text, question.asks)
            object.set(.by, question.by)
            object.set(.opened, page.page.timeValue(question.opened))
            object.set(.answer, page.prose(question.answer))
            object.set(.withheld, page.words.withheld.badge(question.withheld))
            object.set(.revisit, page.page.timeValue(question.revisit))
            object.set(
                .isOverdue, .bool(question.isOpen && (question.revisit.map(page.edition.isPast) ?? false)))
        }
    }
}

/// The questions that every reader asks, and how far this record answers them.
struct ChecklistSection {
    let page: RecordPage

    var value: TemplateValue {
        let checklist = DisclosureChecklist(of: page.record)
        guard !checklist.items.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(
                .count,
                page.phrases.text(
                    "checklist.count",
                    [
                        "n": page.phrases.numbers.text(checklist.answeredCount),
                        "of": page.phrases.numbers.text(checklist.items.count),
                    ]))
            object.set(.rows, page.memory.each(checklist.items) { row($0) })
        }
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
        page.memory.object { object in
            object.set(.text, page.words.question.value(question))
            object.set(.state, page.words.checklistState.badge(.open))
            object.set(.due, .null)
            object.set(.saysUnknown, .bool(open.questions.isEmpty))
            object.set(.reasons, page.memory.rows(open.questions) { reason($0) })
        }
    }

    private func reason(_ index: Int) -> TemplateValue {
        let question = page.record.questions[index]
        return page.memory.object { object in
            object.set(.href, "#question-" + (question.id ?? String(index + 1)))
            object.set(.text, question.asks)
            object.set(.withheld, question.withheld.map(page.words.withheld.value) ?? .null)
            object.set(.revisit, page.page.timeValue(question.revisit))
        }
    }
}

/// The checklist's rows as all records of a language have them: without reasons.
final class ChecklistRows: Sendable {
    private static let states: [ChecklistState] = [.answered, .silent, .later]

    private let places: CaseTable<StageQuestion, StageQuestion>
    // For each question in the order of the table a row in each of the states.
    private let rows: TemplateConstants

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
        places = CaseTable { $0 }
        rows = TemplateConstants(
            places.entries.flatMap { question in Self.states.map { row(question, $0) } })
    }

    /// The row of a question in a state; nothing for one that is open, whose reasons are the record's own.
    func row(_ question: StageQuestion, _ state: ChecklistState) -> TemplateValue {
        guard let place = places.place(of: question), let column = Self.states.firstIndex(of: state) else {
            return .null
        }
        return rows[place * Self.states.count + column]
    }
}

/// How far a question that every reader asks is answered.
enum ChecklistState: String, CaseIterable {
    case answered, silent, later, open
}
