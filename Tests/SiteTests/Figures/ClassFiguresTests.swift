import Incidents
import TestKit
import Testing

@testable import Site

@Suite("The value of losses of one class")
struct ClassFiguresTests {
    private static func amount(_ random: inout SeededRandom) -> Quantity {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .unknown
        case 1: .exact(.zero)
        case 2: .range(low: Amount(3), high: Amount(UInt64.random(in: 4..<90, using: &random)))
        default: .exact(Amount("\(Int.random(in: 0..<5000, using: &random)).25") ?? .zero)
        }
    }

    private static func loss(_ random: inout SeededRandom) -> Loss {
        func maybe(_ random: inout SeededRandom) -> Quantity? {
            Bool.random(using: &random) ? amount(&random) : nil
        }
        func value(_ random: inout SeededRandom) -> Money? {
            guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
            return Money(
                currency: ["USD", "EUR"][Int.random(in: 0..<2, using: &random)], quantity: amount(&random))
        }
        return Loss(
            token: "ETH", quantity: amount(&random),
            lossClass: [.stolen, .minted, nil].randomElement(using: &random) ?? nil, value: value(&random),
            frozen: maybe(&random), recovered: maybe(&random), returned: maybe(&random),
            atLarge: maybe(&random))
    }

    @Test("sums of incidents' sums are what each loss for itself comes to", arguments: 0..<8)
    func sums(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let incidents = (0..<30).map { _ in
            (
                year: 2020 + Int.random(in: 0..<3, using: &random),
                figures: RecordCard.IncidentFigures(
                    losses: (0..<Int.random(in: 0..<4, using: &random)).map { _ in Self.loss(&random) },
                    lossesAreUntold: false,
                    cause: [.keyCompromise, nil].randomElement(using: &random) ?? nil,
                    durations: Durations(of: Incident(), disclosed: Moment(secondsSince1970: 0)))
            )
        }
        for lossClass in [LossClass.stolen, .minted, nil] {
            var losses = LossesOfClass(lossClass)
            for incident in incidents { losses.add(incident.figures, year: incident.year) }
            for currency in ["USD", "EUR", "CHF"] {
                for row in losses.years.rows {
                    var figures = ValueFigures(currency: currency)
                    var count = 0
                    for incident in incidents where incident.year == row.key {
                        let own = incident.figures.losses.filter { $0.lossClass == lossClass }
                        if !own.isEmpty { count += 1 }
                        for loss in own { figures.add(loss) }
                    }
                    #expect(row.figures.figures(in: currency) == figures)
                    #expect(row.incidents == count)
                }
                #expect(
                    losses.currencies.contains(currency)
                        == incidents.contains { incident in
                            incident.figures.losses.contains {
                                $0.lossClass == lossClass && $0.value?.currency == currency
                                    && $0.value?.quantity.isKnown == true
                            }
                        })
            }
            let years = Set(
                incidents.filter { $0.figures.losses.contains { $0.lossClass == lossClass } }.map(\.year))
            #expect(Set(losses.years.rows.map(\.key)) == years)
            #expect(
                losses.causes.rows.reduce(0) { $0 + $1.figures.count }
                    == losses.years.rows.reduce(0) { $0 + $1.figures.count })
        }
    }
}
