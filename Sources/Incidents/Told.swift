// What was told and what was said about it: updates, corrections, claims, questions.

/// One published word.
package struct Update: Sendable, Hashable {
    package enum NextUpdate: Sendable, Hashable {
        /// A promised moment.
        case at(Moment)
        /// `none`: no further word is promised.
        case noneExpected
        /// `unknown`: it is said that the moment is not known.
        case unknown
    }

    package var id: String
    package var at: Moment
    package var status: RecordStatus
    /// Prose.
    package var body: String
    package var author: String?
    /// Nil where nothing was said.
    package var next: NextUpdate?

    package init(
        id: String, at: Moment, status: RecordStatus, body: String, author: String? = nil,
        next: NextUpdate? = nil
    ) {
        self.id = id
        self.at = at
        self.status = status
        self.body = body
        self.author = author
        self.next = next
    }
}

/// A change to published words, with what was said before.
package struct Correction: Sendable, Hashable {
    package var id: String?
    package var at: Moment
    /// A field's path, such as `losses#iotx.amount` or `update:u1`.
    package var of: String
    package var kind: CorrectionKind
    package var was: String?
    package var now: String?
    package var reason: String?

    package init(at: Moment, of: String, kind: CorrectionKind) {
        self.at = at
        self.of = of
        self.kind = kind
    }
}

/// A figure or a cause as somebody stated it, kept beside the project's own.
package struct Claim: Sendable, Hashable {
    package var id: String?
    package var by: String
    package var at: Moment?
    package var about: ClaimSubject?
    package var says: String?
    package var value: Money?
    package var confidence: Confidence?
    package var source: String?
    /// Why it is contradicted; prose.
    package var disputed: String?
    /// The id of a later claim.
    package var supersededBy: String?

    package init(by: String) {
        self.by = by
    }
}

/// What is not known or not told yet.
package struct Question: Sendable, Hashable {
    package var id: String?
    package var asks: String
    /// The path of the field that it stands for.
    package var about: String?
    package var opened: Moment?
    package var by: String?
    /// Prose.
    package var answer: String?
    package var withheld: WithholdingReason?
    /// When it is looked at again.
    package var revisit: Moment?

    package init(asks: String) {
        self.asks = asks
    }

    package var isOpen: Bool { answer == nil }
}
