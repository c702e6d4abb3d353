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

    private static let pairs: [(earlier: Milestone, later: Milestone)] = [
        (.started, .detected), (.started, .contained), (.started, .resolved), (.detected, .resolved),
        (.contained, .resolved),
    ]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let timeline = file.record.incident?.timeline else { return }
        var positions: [Milestone: Int] = [:]
        for (index, event) in timeline.enumerated() {
            if let milestone = event.milestone, positions[milestone] == nil { positions[milestone] = index }
        }
        guard positions.count > 1 else { return }
        var reported: Set<Int> = []
        for (earlier, later) in Self.pairs {
            guard let first = positions[earlier], let second = positions[later],
                let from = timeline[first].at, let to = timeline[second].at, to.isWhollyBefore(from),
                file.isSound("timeline", .index(first), "at"), file.isSound("timeline", .index(second), "at"),
                reported.insert(second).inserted
            else { continue }
            report.add(
                Self.finding(
                    "`\(later.rawValue)` stands before `\(earlier.rawValue)`; nothing is \(later.rawValue) before it \(earlier == .started ? "starts" : "is \(earlier.rawValue)")",
                    at: file.span("timeline", .index(second), "at"),
                    secondary: [
                        Label(file.span("timeline", .index(first), "at"), "\(earlier.rawValue) here")
                    ],
                    help: "check day, month and offset of both"))
        }
    }
}
