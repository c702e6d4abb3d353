/// How one record answers the questions of the stages.
struct StageReading {
    let record: Record
    let incident: Incident
    let stage: Int

    private typealias Answer = DisclosureChecklist.Answer

    /// What the fields of one question say.
    private enum Field {
        case told, unknown, missing
    }

    func answer(to question: StageQuestion) -> DisclosureChecklist.Answer {
        let field = field(of: question)
        var reasons = DisclosureChecklist.Reasons()
        reasons.saysUnknown = field == .unknown
        // A question about a field that is told in part keeps the item open: what is asked is not answered.
        reasons.questions = record.questions.indices.filter {
            record.questions[$0].isOpen && concerns(record.questions[$0], question)
        }
        if reasons.saysUnknown || !reasons.questions.isEmpty { return .open(reasons) }
        return field == .told ? .answered : .silent
    }

    // MARK: - Fields

    private func field(of question: StageQuestion) -> Field {
        switch question {
        case .whatHappened:
            let told: Field = record.summary.isEmpty ? .missing : .told
            return stage >= 3 ? worst([told, milestone(.started)]) : told
        case .advice:
            return switch record.advice {
            case .notStated: .missing
            case .unknown: .unknown
            case .nothingToDo, .steps: .told
            }
        case .affected: return incident.assets.isEmpty ? .missing : .told
        case .nextWord:
            return switch record.updates.last?.next {
            case nil: .missing
            case .unknown: .unknown
            case .noneExpected, .at: .told
            }
        case .losses: return losses
        case .detected: return milestone(.detected)
        case .cause:
            guard let cause = incident.rootCause else { return .missing }
            return cause.category == .unknown ? .unknown : .told
        case .contained: return contained
        case .done: return incident.mitigations.isEmpty ? .missing : .told
        case .dispositions: return dispositions
        case .promises:
            let isWhole = incident.mitigations.allSatisfy {
                !$0.isCommitment || ($0.owner != nil && $0.due != nil)
            }
            return isWhole ? .told : .missing
        case .lessons:
            let cause: Field = incident.rootCause?.summary == nil ? .missing : .told
            let learned: Field = incident.lessons?.isEmpty ?? true ? .missing : .told
            return worst([cause, learned, milestone(.started), milestone(.resolved)])
        case .sources:
            let isSure =
                incident.losses.rows.allSatisfy { $0.confidence != nil }
                && (incident.rootCause.map { $0.confidence != nil || $0.category == .unknown } ?? true)
            return record.references.isEmpty || !isSure ? .missing : .told
        }
    }

    private func milestone(_ milestone: Milestone) -> Field {
        guard let event = incident.timeline.first(where: { $0.milestone == milestone }) else {
            return .missing
        }
        return event.at == nil ? .unknown : .told
    }

    private var losses: Field {
        switch incident.losses {
        case .notStated: return .missing
        case .nothing: return .told
        case .unknown: return .unknown
        case .rows(let rows):
            let isMeasured = rows.allSatisfy { $0.quantity.isKnown || $0.value?.quantity.isKnown == true }
            return isMeasured ? .told : .unknown
        }
    }

    private var dispositions: Field {
        switch incident.losses {
        case .notStated: return .missing
        case .nothing: return .told
        case .unknown: return .unknown
        case .rows(let rows):
            guard rows.allSatisfy(\.statesDisposition) else { return .missing }
            let isKnown = rows.allSatisfy { row in Disposition.allCases.allSatisfy { row[$0] != .unknown } }
            return isKnown ? .told : .unknown
        }
    }

    private var contained: Field {
        let assurances = incident.assurances.filter { $0.says == .defined(.contained) }
        if assurances.contains(where: { $0.means == .notStated }) { return .unknown }
        let milestone = milestone(.contained)
        if milestone == .missing { return incident.assurances.isEmpty ? .missing : .told }
        return milestone
    }

    private func worst(_ fields: [Field]) -> Field {
        fields.contains(.missing) ? .missing : fields.contains(.unknown) ? .unknown : .told
    }

    // MARK: - Questions

    private func concerns(_ asked: Question, _ question: StageQuestion) -> Bool {
        guard let about = asked.about else { return false }
        func names(_ field: String) -> Bool {
            guard about.utf8.starts(with: field.utf8) else { return false }
            guard let next = about.utf8.dropFirst(field.utf8.count).first else { return true }
            return next == UInt8(ascii: ".") || next == UInt8(ascii: "#")
        }
        func namesMilestone(_ milestone: Milestone) -> Bool {
            if about == "timeline" || names("timeline#\(milestone.rawValue)") { return true }
            guard let id = incident.timeline.first(where: { $0.milestone == milestone })?.id else {
                return false
            }
            return names("timeline#\(id)")
        }
        switch question {
        case .whatHappened: return names("summary") || (stage >= 3 && namesMilestone(.started))
        case .advice: return names("advice")
        case .affected: return names("assets")
        case .nextWord: return about.utf8.starts(with: "update".utf8) && about.hasSuffix("next_update")
        case .losses: return names("losses") && !namesDisposition(about)
        case .detected: return namesMilestone(.detected)
        case .cause: return about == "root_cause" || names("root_cause.category")
        case .contained: return names("assurances") || namesMilestone(.contained)
        case .done: return names("mitigations") && !about.hasSuffix(".due") && !about.hasSuffix(".owner")
        case .dispositions: return about == "losses" || (names("losses") && namesDisposition(about))
        case .promises:
            return names("mitigations")
                && (about == "mitigations" || about.hasSuffix(".due") || about.hasSuffix(".owner"))
        case .lessons:
            return names("lessons") || (names("root_cause") && !names("root_cause.category"))
                || namesMilestone(.started) || namesMilestone(.resolved)
        case .sources: return names("references")
        }
    }

    private func namesDisposition(_ about: String) -> Bool {
        Disposition.allCases.contains { about.hasSuffix("." + $0.rawValue) }
    }
}
