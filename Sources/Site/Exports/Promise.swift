import Incidents

/// Something that readers were promised for a moment and that is still owed: a measure, or a public word.
package struct Promise: Sendable {
    package enum Kind: String, Sendable {
        /// A measure that is planned or under way.
        case commitment
        /// The next update of a record.
        case nextWord = "next_word"
        /// A second look at a statement's answer, or at a question that is not answered.
        case review
    }

    package let kind: Kind
    package let recordID: String
    package let recordTitle: String
    /// What was promised, in one line: the measure's action, the question; nil for the next update.
    package let action: String?
    /// With whom it lies: the measure's owner, else nil; for a public word who speaks.
    package let owner: String?
    /// When it is due; a period is kept until its end.
    package let due: Moment
    /// How often the day was moved.
    package let moveCount: Int
    /// The absolute address of the place where it was promised.
    package let link: String

    /// Whether its time has wholly passed.
    package func isOverdue(at moment: Moment) -> Bool { due.isWhollyBefore(moment) }

    /// Whether it falls due at the latest so many seconds after a moment, or has before.
    package func isDue(within seconds: Int64, of moment: Moment) -> Bool {
        due.start <= moment.start + seconds
    }
}

extension Catalogue {
    /// All that is still owed to readers, what is due first before the others. A record that was withdrawn owes nothing.
    package var promises: [Promise] {
        let address = SiteAddress(site)
        var promises: [Promise] = []
        for entry in entries where entry.record.withdrawn == nil {
            promises += self.promises(of: entry.record, address)
        }
        return promises.enumerated()
            .sorted { left, right in
                let (a, b) = (left.element, right.element)
                if a.due != b.due { return a.due < b.due }
                return a.recordID == b.recordID ? left.offset < right.offset : a.recordID < b.recordID
            }
            .map(\.element)
    }

    private func promises(of record: Record, _ address: SiteAddress) -> [Promise] {
        let page = address.absolute(SiteAddress.page(of: record))
        let speaker = record.issuer.map { site.issuer($0)?.name ?? $0 } ?? site.publisher.name ?? site.title
        var promises: [Promise] = []
        func add(
            _ kind: Promise.Kind, _ action: String?, owner: String?, due: Moment, moves: Int = 0,
            anchor: String
        ) {
            promises.append(
                Promise(
                    kind: kind, recordID: record.id, recordTitle: record.title, action: action, owner: owner,
                    due: due, moveCount: moves, link: page + "#" + anchor))
        }
        for (index, measure) in (record.incident?.mitigations ?? []).enumerated() {
            guard measure.isCommitment, let due = measure.due else { continue }
            add(
                .commitment, measure.action, owner: measure.owner, due: due, moves: measure.moved.count,
                anchor: SiteAddress.anchor(ofMeasure: measure, index))
        }
        if let update = record.updates.last, case .at(let moment)? = update.next {
            add(.nextWord, nil, owner: speaker, due: moment, anchor: SiteAddress.anchor(of: update))
        }
        if let review = record.statement?.review {
            add(.review, nil, owner: speaker, due: review, anchor: "products")
        }
        for question in record.questions where question.isOpen {
            guard let revisit = question.revisit else { continue }
            add(.review, question.asks, owner: question.by ?? speaker, due: revisit, anchor: "questions")
        }
        return promises
    }
}
