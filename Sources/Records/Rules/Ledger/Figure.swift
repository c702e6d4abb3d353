import Incidents

/// An amount as prose has it: `$4.3M`, `4.4 million USD`, `410 million CIOTX`, `2.1 to 2.2 million dollars`.
struct Figure {
    enum Unit: Equatable {
        /// `$`, which many currencies are written with.
        case dollar
        case currency(String)
        /// A word behind the number, as written: perhaps a token.
        case word(String)

        /// The ISO 4217 code that it is read as; nil for a word.
        var currency: String? {
            switch self {
            case .dollar: "USD"
            case .currency(let code): code
            case .word: nil
            }
        }
    }

    let unit: Unit
    /// What the figure may stand for: from `low`, included, to `high`, left out.
    let low: Amount
    let high: Amount
    /// UTF-8 offsets of number, scale and unit.
    let range: Range<Int>

    /// Whether something between two bounds, both included, can be what the figure says.
    func fits(_ least: Amount, _ most: Amount) -> Bool { least < high && low <= most }
}
