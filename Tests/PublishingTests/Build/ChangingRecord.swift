import TestKit

/// An incident that its writers go on telling.
struct ChangingRecord {
    let number: Int
    private(set) var deed = ""
    /// How often the text beside it was changed; 0 while there is none.
    private(set) var notes = 0
    private var id: Int
    private var title = "Withdrawals are paused"
    private var slug: String?
    private var updates = 1
    private var wording = 0
    private var due: Int?
    private var isDone = false
    private var related: Int?
    private var isDraft = false
    private var embargo: Int?
    private var tag = "pause"
    private var asset = "app"
    private var corrections = 0
    private var isMoved = false
    private var isBroken = false
    private var isUneasy = false
    private var loss: Int?

    init(number: Int) {
        self.number = number
        id = 1000 + number
    }

    var file: String { isMoved ? "2026/r\(number).yml" : "r\(number).yml" }

    mutating func change(_ random: inout SeededRandom, other: Int) {
        isBroken = false
        switch Int.random(in: 0..<18, using: &random) {
        case 0: set("another title") { $0.title = "Withdrawals are paused, \(other) times" }
        case 1: set("another slug") { $0.slug = $0.slug == nil ? "pause-\(other)-of-\($0.number)" : nil }
        case 2, 3, 4: set("another update") { $0.updates = $0.updates % 4 + 1 }
        case 5, 6: set("other words") { $0.wording += 1 }
        case 7: set("a promise") { $0.due = $0.due == nil ? other % 9 + 1 : nil }
        case 8: set("a promise kept") { $0.isDone.toggle() }
        case 9:
            set("another neighbour") {
                $0.related = $0.related == nil && other != $0.number ? 1000 + other : nil
            }
        case 10: set("draft or not") { $0.isDraft.toggle() }
        case 11: set("an embargo") { $0.embargo = $0.embargo == nil ? other % 9 + 1 : nil }
        case 12: set("another tag") { $0.tag = $0.tag == "pause" ? "token" : "pause" }
        case 13: set("another asset") { $0.asset = $0.asset == "app" ? "safe" : "app" }
        case 14: set("a correction") { $0.corrections = ($0.corrections + 1) % 3 }
        case 15: set("a text beside it") { $0.notes += 1 }
        case 16: set("another loss") { $0.loss = $0.loss == nil ? other + 1 : nil }
        default:
            let deed = Int.random(in: 0..<4, using: &random)
            if deed == 0 { set("another id") { $0.id = 1000 + ($0.id - 1000) % 50 + 50 } }
            if deed == 1 { set("another place") { $0.isMoved.toggle() } }
            if deed == 2 { set("a mistake") { $0.isBroken = true } }
            if deed == 3 { set("a doubtful word") { $0.isUneasy.toggle() } }
        }
    }

    /// Takes back what can be an error, alone or beside other records.
    mutating func mend() {
        id = 1000 + number
        slug = nil
        related = nil
        embargo = nil
        corrections = 0
        isBroken = false
    }

    private mutating func set(_ deed: String, _ change: (inout ChangingRecord) -> Void) {
        self.deed = deed
        change(&self)
    }

    var text: String {
        var text = """
            id: ABC-2026-\(id)
            kind: incident
            title: \(title)
            summary: "Halted while we look at them\(isUneasy ? ". All funds are safe" : "")"
            status: \(isBroken ? "investigatin" : "investigating")
            severity: high
            disclosed: 2026-02-2\(number % 8)T09:00:00Z
            tags: [\(tag)]
            advice: none
            assets: [{asset: \(asset), exposure: affected}]

            """
        if let slug { text += "slug: \(slug)\n" }
        if let related { text += "related: [ABC-2026-\(related)]\n" }
        if isDraft { text += "draft: true\n" }
        if let embargo { text += "embargo: 2026-0\(embargo)-01T00:00:00Z\n" }
        if notes > 0 {
            let folder = isMoved ? "../notes" : "notes"
            text += "references:\n"
            text += "  - {id: note, title: A note, file: \(folder)/\(number).txt, type: evidence}\n"
        }
        if let loss {
            text += "losses:\n"
            text +=
                "  - {token: ETH, amount: \"\(loss).5\", class: stolen, confidence: likely, at_large: unknown}\n"
        }
        if let due {
            let end = isDone ? "status: done, done: 2026-02-28" : "status: planned"
            text +=
                "mitigations:\n  - {id: m1, action: Look again, owner: Team, due: 2026-0\(due)-15, \(end)}\n"
        }
        if corrections > 0 {
            text += "corrections:\n"
            for number in 1...corrections {
                text += """
                      - {id: c\(number), at: 2026-03-0\(number)T09:00:00Z, of: summary, kind: factual, was: Paused, now: Halted, reason: A wrong word}

                    """
            }
        }
        text += "updates:\n"
        for number in 1...updates {
            text += """
                  - id: u\(number)
                    at: 2026-0\(number + 1)-28T09:00:00Z
                    status: investigating
                    next_update: 2026-0\(number + 2)-28T12:00:00Z
                    body: We looked \(number) times, in words of edition \(wording).

                """
        }
        return text
    }
}
