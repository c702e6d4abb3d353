import Diagnostics
import Incidents

/// What is promised has somebody who sees to it and a day, from `resolved` on.
///
/// "We will compensate users" without a name and a day is how promises are forgotten. What is `planned` or `in_progress`
/// when an incident is over is a commitment, listed on a page and in a calendar of its own.
///
/// ```yaml
/// status: resolved
/// mitigations:
///   - {id: audit, action: Have the bridge audited, status: planned}                                           # wrong
///   - {id: audit, action: Have the bridge audited, status: planned, owner: Security team, due: 2026-06-30}    # right
/// ```
///
/// Where the day is not known, ask it: `questions: [{asks: Until when?, about: mitigations#audit.due}]`. At `monitoring`
/// the finding is a note, in a draft a warning.
struct IncompleteCommitment: Rule {
    static let code = "incomplete-commitment"
    static let title = "what is promised has somebody who sees to it and a day, from `resolved` on"
    static let concerns: RecordParts = .mitigations

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let stage = UnansweredQuestion.stage(of: file), stage >= 2,
            let mitigations = file.incident?.mitigations
        else { return }
        lazy var answers = AskedFields(file.record)
        // A row is large, so that it is looked at where it stands.
        for index in mitigations.indices where mitigations[index].status?.isCommitment == true {
            var missing: [String] = []
            if mitigations[index].owner == nil { missing.append("owner") }
            if mitigations[index].due == nil { missing.append("due") }
            guard !missing.isEmpty else { continue }
            let mitigation = mitigations[index]
            missing.removeAll {
                answers.isAsked("mitigations", row: mitigation.id, $0)
                    || !file.isSound("mitigations", .index(index), .key($0))
            }
            guard !missing.isEmpty else { continue }
            let fields = listed(missing.map { "`\($0)`" })
            report.add(
                Self.finding(
                    stage == 2
                        ? "`resolved` will ask for \(fields) of what is promised"
                        : "\(fields) \(missing.count == 1 ? "is" : "are") owed for what is promised, from `resolved` on",
                    at: file.span("mitigations", .index(index), "status"), label: "a promise",
                    severity: stage == 2 ? .note : file.record.isDraft ? .warning : .error,
                    help:
                        "write \(listed(missing.map { $0 == "owner" ? "owner: Security team" : "due: 2026-06-30" })), or ask it under `questions` with  about: mitigations#\(mitigation.id ?? "ID").\(missing[missing.count - 1])"
                ))
        }
    }
}
