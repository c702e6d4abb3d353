/// How one record answers the questions of the stages: the one reading that its page's checklist shows and that the rules
/// of the stages are held against.
package struct StageReading: Sendable {
    package let incident: Incident
    /// How far the record's status has come, counted from 0.
    package let stage: Int
    // Only these of the record's head: a copy of all of it holds on to each of its values.
    private let summary: String
    private let advice: Advice
    private let updates: [Update]
    private let questions: [Question]
    private let references: [Reference]
    private let asked: AskedFields

    /// Nil for a record that has no stages.
    package init?(_ record: Record) {
        guard let incident = record.incident, let stage = record.status.stage else { return nil }
        summary = record.summary
        advice = record.advice
        updates = record.updates
        questions = record.questions
        references = record.references
        self.incident = incident
        self.stage = stage
        asked = AskedFields(record)
    }

    // MARK: - Answers

    func answer(to question: StageQuestion) -> DisclosureChecklist.Answer {
        let soonest = max(stage, question.dueAt.stage ?? 0)
        var (isSilent, isUnknown, isTold) = (false, false, true)
        visitParts(of: question) { part in
            guard part.dueAt.stage ?? 0 <= soonest else { return }
            if part.isSilent { isSilent = true }
            if part.saying == .unknown { isUnknown = true }
            if part.saying != .told { isTold = false }
        }
        var reasons = DisclosureChecklist.Reasons()
        reasons.saysUnknown = isUnknown && !isSilent
        reasons.questions = openQuestions(to: question, isTold: isTold)
        if reasons.saysUnknown || !reasons.questions.isEmpty { return .open(reasons) }
        return isSilent ? .silent : .answered
    }

    /// The fields that a question asks for, in the order in which a record tells them.
    package func parts(of question: StageQuestion) -> [StagePart] {
        var parts: [StagePart] = []
        visitParts(of: question) { parts.append($0) }
        return parts
    }

    /// Whether the record passes over some field that a question asks for.
    package func isSilent(on question: StageQuestion) -> Bool {
        var isSilent = false
        visitParts(of: question) { if $0.isSilent { isSilent = true } }
        return isSilent
    }

    private func visitParts(of question: StageQuestion, _ visit: (StagePart) -> Void) {
        let due = question.dueAt
        func see(_ field: StagePart.Field, _ saying: StagePart.Saying, from stage: RecordStatus? = nil) {
            visit(
                StagePart(
                    field: field, saying: saying, dueAt: stage ?? due,
                    isAsked: saying == .missing && isAsked(field)))
        }
        func see(_ field: StagePart.Field, isTold: Bool) { see(field, isTold ? .told : .missing) }
        func see(_ milestone: Milestone, from stage: RecordStatus? = nil) {
            see(.milestone(milestone), saying(of: milestone), from: stage)
        }
        switch question {
        case .whatHappened:
            see(.summary, isTold: !summary.isEmpty)
            see(.started, from: .resolved)
        case .advice: see(.advice, adviceSaying)
        case .affected: see(.assets, isTold: !incident.assets.isEmpty)
        case .nextWord:
            if let nextWord { see(.nextUpdate, nextWord) } else { see(.updates, .missing) }
        case .losses: see(.losses, losses)
        case .detected: see(.detected)
        case .cause: see(.rootCause, cause)
        case .contained:
            see(.assurances, assurances)
            see(.contained)
        case .done: see(.mitigations, isTold: !incident.mitigations.isEmpty)
        case .dispositions:
            switch incident.losses {
            case .rows(let rows):
                for index in rows.indices {
                    if let saying = dispositions(of: index) { see(.dispositions(index), saying) }
                }
            case .notStated: see(.losses, .missing)
            case .unknown: see(.losses, .unknown)
            case .nothing: break
            }
        case .promises:
            let mitigations = incident.mitigations
            // Before anything was done, that nothing is promised is no answer yet.
            if mitigations.isEmpty, stage < 2 { see(.mitigations, .missing) }
            for index in mitigations.indices where mitigations[index].status?.isCommitment == true {
                see(.owner(index), isTold: mitigations[index].owner != nil)
                see(.due(index), isTold: mitigations[index].due != nil)
            }
        case .lessons:
            if let cause = incident.rootCause {
                see(.causeSummary, isTold: cause.summary != nil)
            } else {
                see(.rootCause, .missing)
            }
            see(.lessons, isTold: incident.lessons?.isEmpty == false)
            see(.started)
            see(.resolved)
        case .sources:
            see(.references, isTold: !references.isEmpty)
            let rows = incident.losses.rows
            for index in rows.indices where rows[index].confidence == nil {
                see(.lossConfidence(index), .missing)
            }
            if let cause = incident.rootCause, cause.confidence == nil, cause.category != .unknown {
                see(.causeConfidence, .missing)
            }
        }
    }

    // MARK: - Fields

    private var adviceSaying: StagePart.Saying {
        switch advice {
        case .notStated: .missing
        case .unknown: .unknown
        case .nothingToDo, .steps: .told
        }
    }

    /// Nil where there is no update at all.
    private var nextWord: StagePart.Saying? {
        guard let newest = updates.last else { return nil }
        return switch newest.next {
        case nil: .missing
        case .unknown: .unknown
        case .noneExpected, .at: .told
        }
    }

    private var losses: StagePart.Saying {
        switch incident.losses {
        case .notStated: return .missing
        case .nothing: return .told
        case .unknown: return .unknown
        case .rows(let rows):
            let isMeasured = rows.allSatisfy { $0.quantity.isKnown || $0.value?.quantity.isKnown == true }
            return isMeasured ? .told : .unknown
        }
    }

    /// Nil where nothing can come back: what is spent or destroyed is gone.
    private func dispositions(of index: Int) -> StagePart.Saying? {
        // A row is large, so that it is looked at where it stands.
        let losses = incident.losses.rows
        let rows = losses.span
        if !rows[index].statesDisposition {
            return rows[index].lossClass == .spent || rows[index].lossClass == .destroyed ? nil : .missing
        }
        return rows[index].hasUnknownDisposition ? .unknown : .told
    }

    private var cause: StagePart.Saying {
        guard let cause = incident.rootCause else { return .missing }
        return cause.category == .unknown ? .unknown : .told
    }

    private var assurances: StagePart.Saying {
        let contained = incident.assurances.filter { $0.says == .defined(.contained) }
        if contained.contains(where: { $0.means == .notStated }) { return .unknown }
        return incident.assurances.isEmpty ? .missing : .told
    }

    private func event(_ milestone: Milestone) -> TimelineEvent? {
        // An entry is large, so that none is taken out of its array to be looked at.
        incident.timeline.indices.first { incident.timeline[$0].milestone == milestone }
            .map { incident.timeline[$0] }
    }

    private func saying(of milestone: Milestone) -> StagePart.Saying {
        let timeline = incident.timeline
        guard let index = timeline.indices.first(where: { timeline[$0].milestone == milestone }) else {
            return .missing
        }
        return timeline[index].at == nil ? .unknown : .told
    }

    // MARK: - Questions

    private func isAsked(_ field: StagePart.Field) -> Bool {
        switch field {
        case .summary: asked.isAsked(Self.summary)
        case .advice: asked.isAsked(Self.advice)
        case .assets: asked.isAsked(Self.assets)
        case .updates: asked.isAsked(Self.updates)
        case .nextUpdate: asked.isAsked("updates", row: updates.last?.id, "next_update")
        case .losses: asked.isAsked(Self.losses)
        case .milestone(let milestone): asked.isAsked(Self.event(milestone))
        // A question about how it came about is none about what it was.
        case .rootCause: asked.references.contains { Self.cause.contains($0.path) }
        case .assurances: asked.isAsked(Self.assurances)
        case .mitigations: asked.isAsked(Self.mitigations)
        case .dispositions(let index):
            Disposition.allCases.contains {
                asked.isAsked("losses", row: incident.losses.rows[index].id, $0.rawValue)
            }
        case .lossConfidence(let index):
            asked.isAsked("losses", row: incident.losses.rows[index].id, "confidence")
        case .owner(let index): asked.isAsked("mitigations", row: incident.mitigations[index].id, "owner")
        case .due(let index): asked.isAsked("mitigations", row: incident.mitigations[index].id, "due")
        case .causeSummary: asked.isAsked(Self.causeSummary)
        case .lessons: asked.isAsked(Self.lessons)
        case .references: asked.isAsked(Self.references)
        case .causeConfidence: asked.isAsked(Self.causeConfidence)
        }
    }

    /// The record's questions that keep a stage's question open. About fields that are told only those count that ask for
    /// more of them, and not those about what holds them.
    private func openQuestions(to question: StageQuestion, isTold: Bool) -> [Int] {
        guard !asked.references.isEmpty else { return [] }
        let fields = fields(of: question)
        func concerns(_ path: FieldReference) -> Bool {
            if question == .cause { return fields.contains(path) }
            return fields.contains { isTold ? path.leads(into: $0) : path.touches($0) }
                && !isOfAnother(path, question)
        }
        return asked.references.filter { questions[$0.index].isOpen && concerns($0.path) }.map(\.index)
    }

    private func fields(of question: StageQuestion) -> [FieldReference] {
        func events(_ milestone: Milestone) -> [FieldReference] {
            [Self.event(milestone)] + (event(milestone)?.id.map { [FieldReference("timeline#\($0)")] } ?? [])
        }
        return switch question {
        case .whatHappened: [Self.summary] + (stage >= 3 ? events(.started) : [])
        case .advice: [Self.advice]
        case .affected: [Self.assets]
        case .nextWord:
            [updates.last.map { FieldReference("updates#\($0.id).next_update") } ?? Self.updates]
        case .losses: [Self.losses]
        case .detected: events(.detected)
        case .cause: Self.cause
        case .contained: [Self.assurances] + events(.contained)
        case .done: [Self.mitigations]
        case .dispositions: Self.dispositions
        case .promises: Self.promises
        case .lessons: [Self.lessons] + Self.causeInFull + events(.started) + events(.resolved)
        case .sources: [Self.references, Self.lossConfidence, Self.causeConfidence]
        }
    }

    /// Whether a path into a list leads to what another question of the stages asks for.
    private func isOfAnother(_ path: FieldReference, _ question: StageQuestion) -> Bool {
        guard let key = path.lastKey else { return false }
        return switch question {
        case .losses:
            incident.losses.areStated && (Disposition(rawValue: key) != nil || key == "confidence")
        case .done: !incident.mitigations.isEmpty && (key == "owner" || key == "due")
        default: false
        }
    }

    private static let summary = FieldReference("summary")
    private static let advice = FieldReference("advice")
    private static let assets = FieldReference("assets")
    private static let updates = FieldReference("updates")
    private static let losses = FieldReference("losses")
    private static let assurances = FieldReference("assurances")
    private static let mitigations = FieldReference("mitigations")
    private static let lessons = FieldReference("lessons")
    private static let references = FieldReference("references")
    private static let causeSummary = FieldReference("root_cause.summary")
    private static let causeConfidence = FieldReference("root_cause.confidence")
    private static let lossConfidence = FieldReference("losses.confidence")
    private static let cause = ["root_cause", "root_cause.category"].map(FieldReference.init)
    private static let causeInFull = ["summary", "contributing", "weaknesses"].map {
        FieldReference("root_cause.\($0)")
    }
    private static let promises = ["owner", "due"].map { FieldReference("mitigations.\($0)") }
    private static let dispositions = Disposition.allCases.map { FieldReference("losses.\($0.rawValue)") }
    private static let events = Milestone.allCases.map { FieldReference("timeline#\($0.rawValue)") }

    private static func event(_ milestone: Milestone) -> FieldReference {
        Milestone.allCases.firstIndex(of: milestone).map { events[$0] } ?? FieldReference("timeline")
    }
}
