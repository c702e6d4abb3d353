import Diagnostics
import Incidents

/// A milestone stands at most once in a timeline.
///
/// How long it took to notice, to stop and to end an incident is computed from its milestones. With two of a kind there
/// are two answers.
///
/// ```yaml
/// timeline:
///   - {at: 2026-02-21T09:20:00Z, text: An analyst reports it., milestone: detected}
///   - {at: 2026-02-21T10:00:00Z, text: The team confirms it., milestone: detected}   # wrong
/// ```
///
/// Keep the milestone where it first became true, and leave the other event without one.
struct DuplicateMilestone: Rule {
    static let code = "duplicate-milestone"
    static let title = "a milestone stands at most once in a timeline"
    static let concerns: RecordParts = .incident

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let timeline = file.incident?.timeline else { return }
        // There are few milestones: no table of them is worth its making.
        var firsts: [(milestone: Milestone, index: Int)] = []
        firsts.reserveCapacity(Milestone.allCases.count)
        for index in timeline.indices {
            guard let milestone = timeline[index].milestone else { continue }
            guard let earlier = firsts.first(where: { $0.milestone == milestone })?.index else {
                firsts.append((milestone, index))
                continue
            }
            report.add(
                Self.finding(
                    "milestone `\(milestone.rawValue)` is given twice; durations are computed from it",
                    at: file.span("timeline", .index(index), "milestone"), label: "given again here",
                    secondary: [
                        Label(file.span("timeline", .index(earlier), "milestone"), "given first here")
                    ],
                    help: "keep it where it first became true"))
        }
    }
}
