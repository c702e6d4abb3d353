import Diagnostics
import Incidents

/// An update's status goes back only with a reason.
///
/// "Resolved" and then "investigating" again is what frightens readers most. It may be right, and then the update says
/// what happened: that the fix did not hold, that more was found.
///
/// ```yaml
/// updates:
///   - {id: u1, at: 2026-02-21, status: resolved, body: Operations are back.}
///   - {id: u2, at: 2026-02-22, status: investigating, body: Looking into it.}   # wrong
///   - id: u3                                                                    # right
///     at: 2026-02-22
///     status: investigating
///     body: Withdrawals fail again since 08:00 UTC. The restored replica lost the last hour of entries.
/// ```
///
/// A body of fewer than eight words (or of twenty characters, in a script without spaces) gives no reason.
struct StatusGoesBack: Rule {
    static let code = "status-goes-back"
    static let title = "an update's status goes back only with a reason"
    static let concerns: RecordParts = .updates

    private static let fewestWords = 8
    private static let fewestIdeographs = 20

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let updates = file.record.updates
        lazy var misplaced = Set(UpdateOrder.misplaced(file, site).map(\.index))
        for index in updates.indices.dropFirst()
        where updates[index].status.rank < updates[index - 1].status.rank {
            guard !Self.givesReason(updates[index].body),
                file.isSound("updates", .index(index)), file.isSound("updates", .index(index - 1), "status"),
                // In their right order they may well go forward.
                !misplaced.contains(index), !misplaced.contains(index - 1)
            else { continue }
            report.add(
                Self.finding(
                    "status goes back from `\(updates[index - 1].status.rawValue)` to `\(updates[index].status.rawValue)` without a reason",
                    at: file.span("updates", .index(index), "status"),
                    secondary: [
                        Label(file.span("updates", .index(index - 1), "status"), "it was further here")
                    ],
                    help: "say in the update's body what happened: what came back, what did not hold"))
        }
    }

    private static func givesReason(_ body: String) -> Bool {
        var words = 0
        var ideographs = 0
        var isInWord = false
        for scalar in body.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            if !isSpace, !isInWord { words += 1 }
            isInWord = !isSpace
            if scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value) { ideographs += 1 }
        }
        return words >= fewestWords || ideographs >= fewestIdeographs
    }
}

extension RecordStatus {
    /// How far a status is on its kind's way; the two ends of a statement are equally far.
    fileprivate var rank: Int {
        switch self {
        case .investigating, .underInvestigation, .active: 0
        case .identified, .affected, .superseded: 1
        case .monitoring, .fixed, .notAffected: 2
        case .resolved: 3
        case .postmortem: 4
        }
    }
}
