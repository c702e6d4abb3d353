import Diagnostics
import Incidents

/// What an incident's record leaves unsaid of one question that readers ask at a stage.
struct StageGap {
    let question: StageQuestion
    /// The status from which on silence is an error.
    let dueAt: RecordStatus
    /// The fields that would answer, as a sentence names them: `` `losses` ``.
    let fields: [String]
    /// Where to point when a row is there and lacks something; nil where the field itself is missing.
    let place: FieldPath?
    /// What to write, the honest unknown first where the format has one.
    let help: String
}

/// Finds what a record leaves unsaid, by the same reading that its page's checklist shows. A field that says `unknown`, or a
/// question of the record whose `about` leads to the field, is an answer; silence is none. Nothing is said of a field whose
/// form is broken.
struct StageGaps {
    let file: RecordFile
    private let reading: StageReading

    init?(_ file: RecordFile) {
        guard let reading = StageReading(file.record) else { return nil }
        self.file = file
        self.reading = reading
    }

    private var record: Record { file.record }

    /// What is left unsaid that is owed from a status on that is wanted, the next word left out where nobody waits for one.
    func gaps(asksNextWord: Bool = true, dueAt isWanted: (RecordStatus) -> Bool) -> [StageGap] {
        var gaps: [StageGap] = []
        for question in StageQuestion.all {
            switch question {
            // What is promised has a rule of its own, with a finding a promise.
            case .promises: continue
            case .nextWord where !asksNextWord: continue
            default: if let gap = gap(question, dueAt: isWanted) { gaps.append(gap) }
            }
        }
        return gaps
    }

    private func gap(_ question: StageQuestion, dueAt isWanted: (RecordStatus) -> Bool) -> StageGap? {
        guard question.isDue(where: isWanted), reading.isSilent(on: question) else { return nil }
        let silent = reading.parts(of: question).filter {
            $0.isSilent && !isToldElsewhere($0.field, question) && isJudged($0.field)
        }
        guard let first = silent.first, isWanted(first.dueAt) else { return nil }
        // What became of the losses is asked row by row, one at a time; how sure their figures are of all at once.
        let told = question == .dispositions ? [first] : silent
        let unsure = told.count { if case .lossConfidence = $0.field { true } else { false } }
        var fields: [String] = []
        var help: [String] = []
        for part in told {
            let name = name(of: part.field, unsure: unsure)
            guard !fields.contains(name) else { continue }
            fields.append(name)
            help.append(self.help(for: part.field))
        }
        return StageGap(
            question: question, dueAt: first.dueAt, fields: fields,
            place: fields.count == 1 ? place(of: first.field) : nil, help: help.joined(separator: "; "))
    }

    /// Whether another question asks for the same field, so that a second finding would say nothing new.
    private func isToldElsewhere(_ field: StagePart.Field, _ question: StageQuestion) -> Bool {
        switch (field, question) {
        case (.losses, .dispositions), (.rootCause, .lessons), (.milestone(.started), .lessons): true
        // A record without a summary breaks its form.
        case (.summary, _): true
        default: false
        }
    }

    private func isJudged(_ field: StagePart.Field) -> Bool {
        !file.isMislaid("questions") && file.isSound(path(of: field))
    }

    private var newestUpdate: FieldPath.Step { .index(max(0, record.updates.count - 1)) }

    private func path(of field: StagePart.Field) -> FieldPath {
        switch field {
        case .summary: FieldPath("summary")
        case .advice: FieldPath("advice")
        case .assets: FieldPath("assets")
        case .updates: FieldPath("updates")
        case .nextUpdate: FieldPath("updates", newestUpdate, "next_update")
        case .losses: FieldPath("losses")
        case .milestone: FieldPath("timeline")
        case .rootCause: FieldPath("root_cause")
        case .assurances: FieldPath("assurances")
        case .mitigations: FieldPath("mitigations")
        case .dispositions(let index): FieldPath("losses", .index(index))
        case .lossConfidence(let index): FieldPath("losses", .index(index), "confidence")
        case .owner(let index): FieldPath("mitigations", .index(index), "owner")
        case .due(let index): FieldPath("mitigations", .index(index), "due")
        case .causeSummary: FieldPath("root_cause", "summary")
        case .causeConfidence: FieldPath("root_cause")
        case .lessons: FieldPath("lessons")
        case .references: FieldPath("references")
        }
    }

    /// Where to point when a row is there and lacks something.
    private func place(of field: StagePart.Field) -> FieldPath? {
        switch field {
        case .nextUpdate: FieldPath("updates", newestUpdate, "id")
        case .dispositions(let index), .lossConfidence(let index): FieldPath("losses", .index(index))
        default: nil
        }
    }

    /// The field as a sentence names it.
    private func name(of field: StagePart.Field, unsure: Int) -> String {
        switch field {
        case .nextUpdate: "the newest update's `next_update`"
        case .milestone(let milestone): "the milestone `\(milestone.rawValue)`"
        case .dispositions(let index):
            "`frozen`, `recovered`, `returned` or `at_large` of \(reading.incident.losses.rows[index].token ?? "this loss")"
        case .lossConfidence: "`confidence` of \(unsure == 1 ? "a loss" : "\(unsure) losses")"
        case .causeSummary: "`root_cause.summary`"
        case .causeConfidence: "`confidence` of `root_cause`"
        default: "`\(path(of: field))`"
        }
    }

    /// What to write, the honest unknown first where the format has one.
    private func help(for field: StagePart.Field) -> String {
        switch field {
        case .advice:
            "write  advice: unknown  while nobody knows,  advice: none  if there is nothing to do, or a list: - do: Move your tokens"
        case .assets:
            "write  assets: [{asset: ID, exposure: affected}] , or not_affected, or unknown, for each that readers ask about"
        case .updates:
            "tell the first word as an update:  updates: [{id: u1, at: \(record.disclosed.text), status: \(record.status.rawValue), body: …, next_update: unknown}]"
        case .nextUpdate:
            "write  next_update: 2026-02-21T18:00:00Z , or  unknown , or  none , into update \(record.updates.last?.id ?? "")"
        case .losses:
            "write  losses: unknown  while nobody knows,  losses: none  if nothing was lost, or a list: - {token: ETH, amount: unknown}"
        case .milestone(let milestone):
            "add to `timeline`:  - {at: unknown, milestone: \(milestone.rawValue), text: …} , with the moment where it is known"
        case .rootCause: "write  root_cause: {category: unknown}  while nobody knows"
        case .assurances:
            "write  assurances: [{says: contained, means: not_stated}] , or better what it means"
        case .mitigations:
            "write what was done:  mitigations: [{id: pause, action: Pause the bridge, status: done, done: 2026-02-21}]"
        case .dispositions: "write at least one of them into the row, for example  at_large: unknown"
        case .causeSummary: "tell the cause in full under `root_cause`, as `summary`"
        case .lessons: "write  lessons: {went_well: […], went_wrong: […], got_lucky: […]}"
        case .references: "write  references: [{id: statement, title: …, url: \"https://…\"}]"
        case .lossConfidence:
            "write  confidence: confirmed , likely, suspected, unverified or disputed, into each loss"
        case .causeConfidence: "write how sure you are of the cause"
        case .summary, .owner, .due: "write \(name(of: field, unsure: 1))"
        }
    }
}

extension StageQuestion {
    /// The question as readers ask it.
    package var asks: String {
        switch self {
        case .whatHappened: "since when?"
        case .advice: "what should I do?"
        case .affected: "what is affected, what is not?"
        case .nextWord: "when is the next word?"
        case .losses: "how much, of what, whose?"
        case .detected: "when was it noticed?"
        case .cause: "what caused it?"
        case .contained: "what does \"contained\" mean here?"
        case .done: "what has been done?"
        case .dispositions: "what became of the money?"
        case .promises: "what is promised, by whom, until when?"
        case .lessons: "what was the cause, in full, and what was learned?"
        case .sources: "who says so, and how sure are they?"
        }
    }
}
