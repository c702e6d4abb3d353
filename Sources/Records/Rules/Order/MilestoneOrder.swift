import Diagnostics
import Incidents

/// Milestones come in their order: nothing is detected, contained or resolved before it started, nor resolved before it
/// was detected and contained.
///
/// How long it took is computed from them. Out of order, a time would be negative and is not shown at all.
///
/// ```yaml
/// timeline:
///   - {at: 2026-02-21T09:20:00Z, text: The transfers begin., milestone: started}
///   - {at: 2026-02-20T10:00:00Z, text: Operations are back., milestone: resolved}   # wrong
/// ```
///
/// A day that overlaps is in order: something may start and end on 2026-02-21. Most often a month or a zone is wrong.
struct MilestoneOrder: Rule {
    static let code = "milestone-order"
    static let title = "nothing is detected, contained or resolved before it started"
    static let concerns: RecordParts = .incident

    private static let pairs: [(earlier: Milestone, later: Milestone)] = [
        (.started, .detected), (.started, .contained), (.started, .resolved), (.detected, .resolved),
        (.contained, .resolved),
    ]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let timeline = file.incident?.timeline else { return }
        // There are few milestones: no table of them is worth its making.
        var firsts: [(milestone: Milestone, index: Int)] = []
        firsts.reserveCapacity(Milestone.allCases.count)
        func position(of milestone: Milestone) -> Int? { firsts.first { $0.milestone == milestone }?.index }
        for index in timeline.indices {
            guard let milestone = timeline[index].milestone, position(of: milestone) == nil else { continue }
            firsts.append((milestone, index))
        }
        guard firsts.count > 1 else { return }
        var conflicts = Self.pairs.filter { pair in
            guard let first = position(of: pair.earlier), let second = position(of: pair.later),
                let from = timeline[first].at, let to = timeline[second].at, to.isWhollyBefore(from)
            else { return false }
            return [(first, from), (second, to)].allSatisfy { index, moment in
                let path = FieldPath("timeline", .index(index), "at")
                return file.isSound(path) && !FutureMoment.blames(moment, path, file, site)
            }
        }
        // One wrong time contradicts up to three others: it is told of once, with the first of them.
        while let wrong = Self.mostContradicted(conflicts),
            let conflict = conflicts.first(where: { $0.earlier == wrong || $0.later == wrong })
        {
            conflicts.removeAll { $0.earlier == wrong || $0.later == wrong }
            let (earlier, later) = conflict
            let other = wrong == later ? earlier : later
            guard let place = position(of: wrong), let otherPlace = position(of: other) else { continue }
            report.add(
                Self.finding(
                    "`\(later.rawValue)` stands before `\(earlier.rawValue)`; nothing is \(later.rawValue) before it \(earlier == .started ? "starts" : "is \(earlier.rawValue)")",
                    at: file.span("timeline", .index(place), "at"),
                    secondary: [
                        Label(file.span("timeline", .index(otherPlace), "at"), "\(other.rawValue) here")
                    ],
                    help: "check day, month and offset of both"))
        }
    }

    /// The milestone that the most pairs contradict; of two, the one that comes later in an incident.
    private static func mostContradicted(_ conflicts: [(earlier: Milestone, later: Milestone)]) -> Milestone?
    {
        var worst: (milestone: Milestone, count: Int)?
        for milestone in [.resolved, .contained, .detected, .started] as [Milestone] {
            let count = conflicts.count { $0.earlier == milestone || $0.later == milestone }
            if count > worst?.count ?? 0 { worst = (milestone, count) }
        }
        return worst?.milestone
    }
}
