/// What an incident says about losses. No answer, "none" and "unknown" are three different things.
package enum Losses: Sendable {
    case notStated
    /// `none`: nothing was lost.
    case nothing
    /// `unknown`: it is not known yet.
    case unknown
    case rows([Loss])

    package var rows: [Loss] { if case .rows(let rows) = self { rows } else { [] } }

    package var areStated: Bool { if case .notStated = self { false } else { true } }
    package var areNone: Bool { if case .nothing = self { true } else { false } }
    package var areUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// One token's loss and what became of it. It never changes, and pages, cards and figures share it.
package final class Loss: Sendable {
    /// CAIP-19, an ISO 4217 code or a ticker of the register; may be nil only where the amount is unknown.
    package let token: String?
    package let quantity: Quantity
    package let id: String?
    package let lossClass: LossClass?
    package let owner: LossOwner?
    package let value: Money?
    package let confidence: Confidence?
    package let source: String?
    /// The four dispositions, amounts of the same token; nil where nothing is said.
    package let frozen: Quantity?
    package let recovered: Quantity?
    package let returned: Quantity?
    package let atLarge: Quantity?
    /// Prose.
    package let detail: String?

    package init(
        token: String?, quantity: Quantity, id: String? = nil, lossClass: LossClass? = nil,
        owner: LossOwner? = nil, value: Money? = nil, confidence: Confidence? = nil, source: String? = nil,
        frozen: Quantity? = nil, recovered: Quantity? = nil, returned: Quantity? = nil,
        atLarge: Quantity? = nil, detail: String? = nil
    ) {
        self.token = token
        self.quantity = quantity
        self.id = id
        self.lossClass = lossClass
        self.owner = owner
        self.value = value
        self.confidence = confidence
        self.source = source
        self.frozen = frozen
        self.recovered = recovered
        self.returned = returned
        self.atLarge = atLarge
        self.detail = detail
    }

    package subscript(disposition: Disposition) -> Quantity? {
        switch disposition {
        case .frozen: frozen
        case .recovered: recovered
        case .returned: returned
        case .atLarge: atLarge
        }
    }

    package var statesDisposition: Bool {
        frozen != nil || recovered != nil || returned != nil || atLarge != nil
    }

    /// Whether one of them says `unknown`.
    var hasUnknownDisposition: Bool {
        func isUnknown(_ quantity: Quantity?) -> Bool { if case .unknown? = quantity { true } else { false } }
        return isUnknown(frozen) || isUnknown(recovered) || isUnknown(returned) || isUnknown(atLarge)
    }

    /// The least that all dispositions come to.
    package var statedSum: Amount {
        func least(_ quantity: Quantity?) -> Amount { quantity?.low ?? .zero }
        return least(frozen) + least(recovered) + least(returned) + least(atLarge)
    }
}

/// What became of lost tokens.
package enum Disposition: String, Sendable, CaseIterable {
    /// Frozen where they lie.
    case frozen
    /// Recovered by the project.
    case recovered
    /// Given back by the taker.
    case returned
    case atLarge = "at_large"
}
