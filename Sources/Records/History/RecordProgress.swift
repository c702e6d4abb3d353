import Incidents
import Syntax

/// What a record may change about itself without a correction: new words, answers, progress that is told aloud, and what
/// is no published word at all. Everything else is a published fact.
struct RecordProgress {
    enum Judgement {
        case allowed(ChangeKind)
        /// Only under a correction; the reason in words.
        case needsCorrection(String)
        /// Not even under a correction.
        case never(String)
    }

    private let published: JSONValue
    private let current: JSONValue
    private let newUpdates: [JSONValue]
    /// The paths of questions that were open when the published revision spoke.
    private let openQuestions: [ChangedPath]
    private let answeredQuestions: [ChangedPath]

    init(published: JSONValue, current: JSONValue, changes: [FieldChange]) {
        self.published = published
        self.current = current
        newUpdates = changes.compactMap { change in
            change.path.field == "updates" && change.path.steps.count == 2 && change.isAddition
                ? change.after : nil
        }
        openQuestions = Self.questions(of: published) { $0["answer"] == nil }
        let nowAnswered = Self.questions(of: current) { $0["answer"] != nil }
        answeredQuestions = openQuestions.filter(nowAnswered.contains)
    }

    private static func questions(of record: JSONValue, where holds: (JSONValue) -> Bool) -> [ChangedPath] {
        (record["questions"]?.array ?? []).filter(holds)
            .compactMap { $0["about"]?.string.map { ChangedPath(parsing: $0) } }
    }

    func judge(_ change: FieldChange) -> Judgement {
        if change.path.steps.contains(where: isOwnKey)
            || !change.isAddition && !change.isRemoval
                && sayTheSame(change)
        {
            return .allowed(.layout)
        }
        switch change.path.field {
        case "updates": return judgeUpdate(change)
        case "corrections": return judgeCorrection(change)
        case "questions": return judgeQuestion(change)
        case "status": return judgeStatus(change)
        case "slug": return .allowed(.rename)
        case "tags", "credits", "related": return .allowed(change.isAddition ? .addition : .layout)
        case "withdrawn" where change.isAddition: return .allowed(.withdrawal)
        case "draft", "embargo":
            return change.isRemoval || change.after == .bool(false)
                ? .allowed(.layout)
                : .never("a published record is withdrawn, with a reason, and not hidden again")
        case "voice", "issuer", "lang":
            // Left out they have a default, which is what was published.
            return .needsCorrection("who speaks, and in which language, is a published fact")
        default: break
        }
        return judgeFact(change)
    }

    private func isOwnKey(_ step: ChangedPath.Step) -> Bool {
        if case .key(let key) = step { key.hasPrefix("x-") } else { false }
    }

    private func sayTheSame(_ change: FieldChange) -> Bool {
        guard case .string? = change.before, case .string? = change.after else { return false }
        return change.wordsBefore.utf8.elementsEqual(change.wordsAfter.utf8)
    }

    // MARK: What was told

    private func judgeUpdate(_ change: FieldChange) -> Judgement {
        guard change.isAddition, change.path.steps.count <= 2 else {
            return .needsCorrection("a published update changes only under a correction")
        }
        // The first updates of a record come as a whole list; others come behind those that were published.
        guard change.path.steps.count == 2, case .index(let place)? = change.newPlace?.steps.last else {
            return .allowed(.update)
        }
        let known = Set((published["updates"]?.array ?? []).compactMap { $0["id"]?.string })
        let later = (current["updates"]?.array ?? []).dropFirst(place + 1)
        if later.contains(where: { $0["id"]?.string.map(known.contains) ?? false }) {
            return .needsCorrection("a new update stands behind those that were published before it")
        }
        return .allowed(.update)
    }

    private func judgeCorrection(_ change: FieldChange) -> Judgement {
        if change.isAddition { return .allowed(.addition) }
        return .never("a published correction stays as it is; a mistake in it is corrected by another one")
    }

    private func judgeQuestion(_ change: FieldChange) -> Judgement {
        let isRow = change.path.steps.count <= 2
        switch change.path.lastKey {
        case _ where isRow: break
        case "answer" where change.isAddition, "withheld": return .allowed(.answer)
        case "revisit": return .allowed(.progress)
        case "id", "about", "opened", "by":
            if change.isAddition { return .allowed(.addition) }
        default: break
        }
        if isRow, change.isAddition { return .allowed(.addition) }
        return .needsCorrection(
            isRow
                ? "a question that was asked is answered or withheld, and does not vanish"
                : "a published question and its answer are published words")
    }

    /// The head's status follows the newest update; without updates it goes forward only.
    private func judgeStatus(_ change: FieldChange) -> Judgement {
        if newUpdates.last?["status"] == change.after, change.after != nil { return .allowed(.update) }
        let hasUpdates = !(current["updates"]?.array ?? []).isEmpty
        if !hasUpdates, let before = change.before?.string.flatMap({ RecordStatus(rawValue: $0) }),
            let after = change.after?.string.flatMap({ RecordStatus(rawValue: $0) })
        {
            if let old = before.stage, let new = after.stage, new > old { return .allowed(.progress) }
            if before.stage == nil, before.isOpen { return .allowed(.progress) }
        }
        return .needsCorrection("a status changes with a new update that tells it")
    }

    // MARK: Facts

    private func judgeFact(_ change: FieldChange) -> Judgement {
        if answers(change) { return .allowed(.answer) }
        if change.isAddition {
            if change.path.field == "losses", change.path.steps.count == 2 {
                return .needsCorrection("one more loss changes the sum that was published")
            }
            return .allowed(.addition)
        }
        if change.path.field == "mitigations", let judgement = judgeMitigation(change) { return judgement }
        if isState(change) {
            return newUpdates.isEmpty
                ? .needsCorrection("what changes with time is told in a new update, or corrected")
                : .allowed(.progress)
        }
        return .needsCorrection(
            change.isRemoval
                ? "a published fact does not vanish without a correction"
                : "a published fact changes only under a correction")
    }

    /// Whether the published revision itself said that it did not know.
    private func answers(_ change: FieldChange) -> Bool {
        if let before = change.before?.string,
            ["unknown", "not_stated", "under_investigation"].contains(before)
        {
            if !change.isRemoval { return true }
            // An unknown amount gives way to a range.
            return change.path.lastKey == "amount"
                && siblings(ofOld: change).contains { $0 == "low" || $0 == "high" }
        }
        if change.isAddition {
            return openQuestions.contains { $0.covers(change.path) || change.path.covers($0) }
        }
        return !change.isRemoval && answeredQuestions.contains(change.path)
    }

    /// The keys that stand now beside what was removed.
    private func siblings(ofOld change: FieldChange) -> [String] {
        guard let place = change.oldPlace, case .key? = place.steps.last else { return [] }
        var names = ChangedPath(Array(change.path.steps.dropLast())).steps[...]
        var value = current
        while let step = names.popFirst() {
            switch step {
            case .key(let key): value = value[key] ?? .null
            case .row(let id): value = (value.array ?? []).first { $0["id"]?.string == id } ?? .null
            case .index(let index): value = value[index] ?? .null
            }
        }
        return (value.members ?? []).map(\.key)
    }

    private func judgeMitigation(_ change: FieldChange) -> Judgement? {
        switch change.path.lastKey {
        case "status":
            let order = ["planned", "in_progress", "done"]
            guard let before = change.before?.string.flatMap(order.firstIndex(of:)),
                let after = change.after?.string.flatMap(order.firstIndex(of:))
            else { return nil }
            return after > before ? .allowed(.progress) : nil
        case "due":
            guard let before = change.before, let after = change.after,
                let rows = change.newPlace.flatMap({ row(of: current, at: $0) })?["moved"]?.array,
                rows.contains(where: { $0["from"] == before && $0["to"] == after })
            else {
                return .needsCorrection("a due date that moves leaves its trace in `moved`, with from and to")
            }
            return .allowed(.progress)
        default: return nil
        }
    }

    /// The row in which a value stands, by position.
    private func row(of record: JSONValue, at place: FieldPath) -> JSONValue? {
        guard place.steps.count >= 2, case .key(let list) = place.steps[0],
            case .index(let index) = place.steps[1]
        else { return nil }
        return record[list]?[index]
    }

    /// Values that say how things are and not how they were: they may move when an update tells it.
    private func isState(_ change: FieldChange) -> Bool {
        guard change.path.steps.count == 3, !change.isRemoval else { return false }
        return switch (change.path.field, change.path.lastKey) {
        case ("assets", "status"), ("third_parties", "involvement"), ("losses", "frozen"),
            ("losses", "recovered"), ("losses", "returned"), ("losses", "at_large"), ("products", "status"):
            true
        default: false
        }
    }
}
