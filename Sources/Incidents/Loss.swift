/// What an incident says about losses. No answer, "none" and "unknown" are three different things.
package enum Losses: Sendable, Hashable {
    case notStated
    /// `none`: nothing was lost.
    case nothing
    /// `unknown`: it is not known yet.
    case unknown
    case rows([Loss])

    package var rows: [Loss] { if case .rows(let rows) = self { rows } else { [] } }
}

/// One token's loss and what became of it.
package struct Loss: Sendable, Hashable {
    package var id: String?
    /// CAIP-19, an ISO 4217 code or a ticker of the register; may be nil only where the amount is unknown.
    package var token: String?
    package var quantity: Quantity
    package var lossClass: LossClass?
    package var owner: LossOwner?
    package var value: Money?
    package var confidence: Confidence?
    package var source: String?
    /// The four dispositions, amounts of the same token; nil where nothing is said.
    package var frozen: Quantity?
    package var recovered: Quantity?
    package var returned: Quantity?
    package var atLarge: Quantity?
    /// Prose.
    package var detail: String?

    package init(token: String?, quantity: Quantity) {
        self.token = token
        self.quantity = quantity
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
