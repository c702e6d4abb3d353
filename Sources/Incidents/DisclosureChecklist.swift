/// What readers ask of every incident, in the order in which they ask it, and how far a record answers: the *disclosure
/// checklist* of its page, and what the stages' rules are held against.
///
/// An honest "unknown" or a question of the record that names the field leaves an item open, and never silent.
package struct DisclosureChecklist: Sendable {
    package let items: [Item]

    package struct Item: Sendable {
        package let question: StageQuestion
        package let answer: Answer
        /// Whether the record's stage has come so far that the answer is due.
        package let isDue: Bool
    }

    package enum Answer: Sendable, Hashable {
        case answered
        /// Not told yet, and said so.
        case open(Reasons)
        /// Nothing is said at all.
        case silent
    }

    /// Why an answer is open.
    package struct Reasons: Sendable, Hashable {
        /// Places in the record's `questions` that name the field and are not answered.
        package var questions: [Int] = []
        /// Whether the field itself says `unknown`.
        package var saysUnknown = false

        package init() {}
    }

    /// The checklist of an incident; that of a statement or an advisory is empty, since they have no stages.
    package init(of record: Record) {
        guard let reading = StageReading(record) else {
            items = []
            return
        }
        var items: [Item] = []
        items.reserveCapacity(StageQuestion.all.count)
        for question in StageQuestion.all {
            // A next word is owed only as long as the incident is not resolved.
            if question == .nextWord, reading.stage >= 3 { continue }
            items.append(
                Item(
                    question: question, answer: reading.answer(to: question),
                    isDue: reading.stage >= question.dueAt.stage ?? 0))
        }
        self.items = items
    }

    /// Answered items, and all that there are.
    package var answeredCount: Int { items.count { $0.answer == .answered } }
}

/// One question that readers ask of every incident.
package enum StageQuestion: String, Sendable, CaseIterable {
    case whatHappened = "what_happened"
    case advice, affected
    case nextWord = "next_word"
    case losses, detected, cause, contained, done, dispositions, promises, lessons, sources

    /// All of them, in the order in which readers ask, listed once.
    package static let all = allCases

    /// Whether some part of it may be due from a status on that is wanted.
    package func isDue(where isWanted: (RecordStatus) -> Bool) -> Bool {
        isWanted(dueAt) || (self == .whatHappened && isWanted(.resolved))
    }

    /// The status from which on silence is an error.
    package var dueAt: RecordStatus {
        switch self {
        case .whatHappened, .advice, .affected, .nextWord: .investigating
        case .losses, .detected, .cause: .identified
        case .contained, .done: .monitoring
        case .dispositions, .promises: .resolved
        case .lessons, .sources: .postmortem
        }
    }
}
