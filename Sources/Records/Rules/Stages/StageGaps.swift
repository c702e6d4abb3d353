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

/// Finds what a record leaves unsaid. A field that says `unknown`, or a question of the record whose `about` leads to the
/// field, is an answer; silence is none. Nothing is said of a field whose form is broken.
struct StageGaps {
    let file: RecordFile
    let incident: Incident
    let answers: Answers

    init?(_ file: RecordFile) {
        guard let incident = file.record.incident else { return nil }
        self.file = file
        self.incident = incident
        answers = Answers(file.record)
    }

    private var record: Record { file.record }

    func gaps() -> [StageGap] {
        [
            advice, assets, nextWord, losses, milestone(.detected, .detected, .identified), cause, contained,
            done,
            milestone(.started, .whatHappened, .resolved), dispositions, lessons, sources,
        ].compactMap(\.self)
    }

    private func gap(
        _ question: StageQuestion, from stage: RecordStatus? = nil, _ fields: [String],
        at place: FieldPath? = nil,
        help: String
    ) -> StageGap? {
        fields.isEmpty
            ? nil
            : StageGap(
                question: question, dueAt: stage ?? question.dueAt, fields: fields, place: place, help: help)
    }

    private func isOpen(_ key: String, isTold: Bool) -> Bool {
        !isTold && file.isSound(.key(key)) && !answers.isAsked(key) && !file.isMislaid("questions")
    }

    private var advice: StageGap? {
        gap(
            .advice, isOpen("advice", isTold: record.advice != .notStated) ? ["`advice`"] : [],
            help:
                "write  advice: unknown  while nobody knows,  advice: none  if there is nothing to do, or a list: - do: Move your tokens"
        )
    }

    private var assets: StageGap? {
        gap(
            .affected, isOpen("assets", isTold: !incident.assets.isEmpty) ? ["`assets`"] : [],
            help:
                "write  assets: [{asset: ID, exposure: affected}] , or not_affected, or unknown, for each that readers ask about"
        )
    }

    private var nextWord: StageGap? {
        guard let newest = record.updates.last else {
            return gap(
                .nextWord, isOpen("updates", isTold: false) ? ["`updates`"] : [],
                help:
                    "tell the first word as an update:  updates: [{id: u1, at: \(record.disclosed.text), status: \(record.status.rawValue), body: …, next_update: unknown}]"
            )
        }
        let path = FieldPath("updates", .index(record.updates.count - 1), "next_update")
        guard newest.next == nil, file.isSound(path), !answers.isAsked("updates#\(newest.id).next_update")
        else {
            return nil
        }
        return gap(
            .nextWord, ["the newest update's `next_update`"],
            at: FieldPath("updates", .index(record.updates.count - 1), "id"),
            help:
                "write  next_update: 2026-02-21T18:00:00Z , or  unknown , or  none , into update \(newest.id)"
        )
    }

    private var losses: StageGap? {
        gap(
            .losses, isOpen("losses", isTold: incident.losses != .notStated) ? ["`losses`"] : [],
            help:
                "write  losses: unknown  while nobody knows,  losses: none  if nothing was lost, or a list: - {token: ETH, amount: unknown}"
        )
    }

    private func milestone(_ milestone: Milestone, _ question: StageQuestion, _ stage: RecordStatus)
        -> StageGap?
    {
        gap(question, from: stage, missing(milestone), help: snippet(milestone))
    }

    private func missing(_ milestone: Milestone) -> [String] {
        let isTold = incident.timeline.contains { $0.milestone == milestone }
        guard !isTold, file.isSound("timeline"), !answers.isAsked("timeline#\(milestone.rawValue)") else {
            return []
        }
        return ["the milestone `\(milestone.rawValue)`"]
    }

    private func snippet(_ milestone: Milestone) -> String {
        "add to `timeline`:  - {at: unknown, milestone: \(milestone.rawValue), text: …} , with the moment where it is known"
    }

    private var cause: StageGap? {
        let isTold = incident.rootCause != nil || !file.isSound("root_cause")
        return gap(
            .cause,
            isTold || answers.names("root_cause") || answers.names("root_cause.category")
                ? [] : ["`root_cause`"],
            help: "write  root_cause: {category: unknown}  while nobody knows")
    }

    private var contained: StageGap? {
        let assurances = isOpen("assurances", isTold: !incident.assurances.isEmpty) ? ["`assurances`"] : []
        let milestone = missing(.contained)
        return gap(
            .contained, assurances + milestone,
            help: assurances.isEmpty
                ? snippet(.contained)
                : "write  assurances: [{says: contained, means: not_stated}] , or better what it means"
                    + (milestone.isEmpty ? "" : "; " + snippet(.contained)))
    }

    private var done: StageGap? {
        gap(
            .done, isOpen("mitigations", isTold: !incident.mitigations.isEmpty) ? ["`mitigations`"] : [],
            help:
                "write what was done:  mitigations: [{id: pause, action: Pause the bridge, status: done, done: 2026-02-21}]"
        )
    }

    /// Spent and destroyed tokens have gone where nothing can come back from.
    private var dispositions: StageGap? {
        for (index, row) in incident.losses.rows.enumerated()
        where !row.statesDisposition && row.lossClass != .spent && row.lossClass != .destroyed {
            guard file.isSound("losses", .index(index)),
                !Disposition.allCases.contains(where: { answers.isAsked("losses", row: row.id, $0.rawValue) })
            else { continue }
            return gap(
                .dispositions,
                ["`frozen`, `recovered`, `returned` or `at_large` of \(row.token ?? "this loss")"],
                at: FieldPath("losses", .index(index)),
                help: "write at least one of them into the row, for example  at_large: unknown")
        }
        return nil
    }

    private var lessons: StageGap? {
        var fields: [String] = []
        var help: [String] = []
        if let cause = incident.rootCause, cause.summary == nil, file.isSound("root_cause", "summary"),
            !answers.isAsked("root_cause.summary")
        {
            fields.append("`root_cause.summary`")
            help.append("tell the cause in full under `root_cause`, as `summary`")
        }
        if isOpen("lessons", isTold: incident.lessons?.isEmpty == false) {
            fields.append("`lessons`")
            help.append("write  lessons: {went_well: […], went_wrong: […], got_lucky: […]}")
        }
        let milestone = missing(.resolved)
        if !milestone.isEmpty { help.append(snippet(.resolved)) }
        return gap(.lessons, fields + milestone, help: help.joined(separator: "; "))
    }

    private var sources: StageGap? {
        var fields: [String] = []
        var help: [String] = []
        if isOpen("references", isTold: !record.references.isEmpty) {
            fields.append("`references`")
            help.append("write  references: [{id: statement, title: …, url: \"https://…\"}]")
        }
        let unsure = incident.losses.rows.indices.filter {
            incident.losses.rows[$0].confidence == nil && file.isSound("losses", .index($0), "confidence")
                && !answers.isAsked("losses", row: incident.losses.rows[$0].id, "confidence")
        }
        if !unsure.isEmpty {
            fields.append("`confidence` of \(unsure.count == 1 ? "a loss" : "\(unsure.count) losses")")
            help.append(
                "write  confidence: confirmed , likely, suspected, unverified or disputed, into each loss")
        }
        if let cause = incident.rootCause, cause.confidence == nil, cause.category != .unknown,
            file.isSound("root_cause"), !answers.isAsked("root_cause.confidence")
        {
            fields.append("`confidence` of `root_cause`")
            help.append("write how sure you are of the cause")
        }
        return gap(
            .sources, fields,
            at: fields.count == 1 ? unsure.first.map { FieldPath("losses", .index($0)) } : nil,
            help: help.joined(separator: "; "))
    }
}

extension StageQuestion {
    /// The question as readers ask it.
    var asks: String {
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
