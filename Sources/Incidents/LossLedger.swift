/// The arithmetic of a record's losses: gross, net, at large and unaccounted, per token and class, exact to the last
/// digit; and value totals that leave out what has no value.
///
/// Minted supply and stolen value are never in one sum: a line holds one token of one class, a value total one class.
package struct LossLedger: Sendable, Hashable {
    /// One token of one class over all rows and owners.
    package struct Line: Sendable, Hashable {
        package var token: String?
        package var lossClass: LossClass?
        package var gross: Quantity
        package var frozen: Quantity
        package var recovered: Quantity
        package var returned: Quantity
        package var atLarge: Quantity

        /// Gross less what was recovered and returned.
        package var net: Quantity { gross.subtracting(recovered).subtracting(returned) }

        /// What no disposition speaks of.
        package var unaccounted: Quantity {
            gross.subtracting(frozen).subtracting(recovered).subtracting(returned).subtracting(atLarge)
        }
    }

    /// The fiat value of one class in one currency.
    package struct ValueTotal: Sendable, Hashable {
        package var lossClass: LossClass?
        package var total: MoneyTotal
        /// Rows of this class that have no value in this currency and are not in the sum.
        package var leftOut: Int
    }

    /// In the order in which the tokens first stand in the record.
    package let lines: [Line]
    package let values: [ValueTotal]

    package init(_ rows: [Loss]) {
        var lines: [Line] = []
        for row in rows where row.token != nil || row.value == nil {
            let line = Line(
                token: row.token, lossClass: row.lossClass, gross: row.quantity,
                frozen: row.frozen ?? .exact(.zero), recovered: row.recovered ?? .exact(.zero),
                returned: row.returned ?? .exact(.zero), atLarge: row.atLarge ?? .exact(.zero))
            if let index = lines.firstIndex(where: {
                $0.token != nil && $0.token == row.token && $0.lossClass == row.lossClass
            }) {
                lines[index].gross = lines[index].gross + line.gross
                lines[index].frozen = lines[index].frozen + line.frozen
                lines[index].recovered = lines[index].recovered + line.recovered
                lines[index].returned = lines[index].returned + line.returned
                lines[index].atLarge = lines[index].atLarge + line.atLarge
            } else {
                lines.append(line)
            }
        }
        self.lines = lines
        values = Self.values(of: rows)
    }

    /// The value of each class in each currency alone.
    package static func values(of rows: [Loss]) -> [ValueTotal] {
        // A loss is large, so that none is taken out of its array.
        var values: [ValueTotal] = []
        for index in rows.indices {
            guard let value = rows[index].value, value.quantity.isKnown else { continue }
            let lossClass = rows[index].lossClass
            if !values.contains(where: { $0.lossClass == lossClass && $0.total.currency == value.currency }) {
                values.append(
                    ValueTotal(
                        lossClass: lossClass, total: MoneyTotal(currency: value.currency), leftOut: 0))
            }
        }
        for place in values.indices {
            for index in rows.indices where rows[index].lossClass == values[place].lossClass {
                if let value = rows[index].value, values[place].total.add(value) { continue }
                values[place].leftOut += 1
            }
        }
        return values
    }
}
