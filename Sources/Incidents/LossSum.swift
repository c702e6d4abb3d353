/// Losses of one token added up one by one, so that nobody has to hold all of them.
package struct LossSum: Sendable {
    private struct Told {
        var quantity: Quantity?
        /// How many of the losses say something of it.
        var count = 0
    }

    private var count = 0
    private var gross: Quantity?
    private var recovered = Told()
    private var returned = Told()
    private var frozen = Told()
    private var atLarge = Told()

    package init() {}

    package mutating func add(_ loss: Loss) {
        count += 1
        gross = gross.map { $0 + loss.quantity } ?? loss.quantity
        func add(_ quantity: Quantity?, to told: inout Told) {
            guard let quantity else { return }
            told.quantity = told.quantity.map { $0 + quantity } ?? quantity
            told.count += 1
        }
        add(loss.recovered, to: &recovered)
        add(loss.returned, to: &returned)
        add(loss.frozen, to: &frozen)
        add(loss.atLarge, to: &atLarge)
    }

    /// All that was lost; unknown before the first loss.
    package var total: Quantity { gross ?? .unknown }

    /// What is told of a disposition.
    package subscript(disposition: Disposition) -> LossBalance.Figure {
        let told =
            switch disposition {
            case .frozen: frozen
            case .recovered: recovered
            case .returned: returned
            case .atLarge: atLarge
            }
        return LossBalance.Figure(
            quantity: told.quantity, unit: .token, isInPart: told.count > 0 && told.count < count)
    }

    /// What is still lost; nothing is stated where nobody says that anything came back.
    package var net: LossBalance.Figure {
        let (recovered, returned) = (self[.recovered], self[.returned])
        guard recovered.quantity != nil || returned.quantity != nil else {
            return LossBalance.Figure(quantity: nil, unit: .token, isInPart: false)
        }
        let rest = total.subtracting(recovered.quantity ?? .exact(.zero))
            .subtracting(returned.quantity ?? .exact(.zero))
        return LossBalance.Figure(
            quantity: rest, unit: .token, isInPart: recovered.isInPart || returned.isInPart)
    }
}
