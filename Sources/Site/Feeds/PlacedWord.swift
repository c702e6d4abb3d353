import Incidents

/// One published word of a record before it is told: what it tells, and where it stands among the others.
struct PlacedWord {
    /// What it tells: an update or a correction by its place in the record.
    enum Source {
        case summary
        case update(Int)
        case correction(Int)
        case withdrawal
    }

    let source: Source
    let at: Moment
    /// Its place among the record's words of the same second.
    let number: Int

    var kind: FeedItem.Kind {
        switch source {
        case .summary: .firstWord
        case .update: .update
        case .correction: .correction
        case .withdrawal: .withdrawal
        }
    }

    // Where the numbers of each kind begin: corrections of a second stay where they are when updates of that second come.
    private static let firstCorrection = 60
    private static let withdrawal = 99

    /// Updates, those of the corrections that are news, and a withdrawal, oldest first; before them the summary, where it
    /// was published before any update.
    static func inOrder(of record: Record, _ order: PublicationOrder) -> [PlacedWord] {
        let (updates, corrections) = (record.updates, record.corrections)
        var words: [PlacedWord] = []
        words.reserveCapacity(updates.count + corrections.count + 2)
        if hasFirstWord(record, order) {
            words.append(PlacedWord(source: .summary, at: record.disclosed, number: 0))
        }
        for index in updates.indices {
            let at = updates[index].at
            let sameSecond = (0..<index).count { updates[$0].at == at }
            words.append(PlacedWord(source: .update(index), at: at, number: 1 + sameSecond))
        }
        for index in corrections.indices where corrections[index].kind.isNews {
            let at = corrections[index].at
            let sameSecond = (0..<index).count { corrections[$0].at == at }
            words.append(
                PlacedWord(source: .correction(index), at: at, number: firstCorrection + sameSecond))
        }
        if let withdrawn = record.withdrawn {
            words.append(PlacedWord(source: .withdrawal, at: withdrawn.at, number: withdrawal))
        }
        words.sort { left, right in left.at == right.at ? left.number < right.number : left.at < right.at }
        return words
    }

    /// A record without updates publishes its summary as its first word; so does one that was disclosed before its
    /// first update.
    private static func hasFirstWord(_ record: Record, _ order: PublicationOrder) -> Bool {
        let known = order.firstUpdates(of: record.id)
        let updates = record.updates
        guard let first = updates.indices.first(where: { known?.contains(updates[$0].id) ?? true }) else {
            return true
        }
        return record.disclosed.end <= updates[first].at.start
    }
}
