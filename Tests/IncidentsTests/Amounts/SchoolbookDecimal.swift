import TestKit

/// A decimal as one adds it up on paper, a digit a column: what `Amount` is held against. Forty columns before the point
/// and thirty behind it.
struct SchoolbookDecimal: Equatable {
    private static let columns = (before: 40, behind: 30)

    /// The most significant first.
    private var digits: [Int]
    /// How many digits were written behind the point.
    private var behind: Int

    /// Takes digits with one point at most.
    init(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0].utf8.map { Int($0) - 48 }
        let fraction = parts.count > 1 ? parts[1].utf8.map { Int($0) - 48 } : []
        digits =
            Array(repeating: 0, count: Self.columns.before - whole.count) + whole + fraction
            + Array(repeating: 0, count: Self.columns.behind - fraction.count)
        behind = fraction.count
    }

    static func + (left: SchoolbookDecimal, right: SchoolbookDecimal) -> SchoolbookDecimal {
        var sum = left
        var carry = 0
        for column in left.digits.indices.reversed() {
            let both = left.digits[column] + right.digits[column] + carry
            sum.digits[column] = both % 10
            carry = both / 10
        }
        sum.behind = max(left.behind, right.behind)
        return sum
    }

    /// The difference; nil where the right one is the larger.
    func minus(_ other: SchoolbookDecimal) -> SchoolbookDecimal? {
        var rest = self
        var borrowed = 0
        for column in digits.indices.reversed() {
            let left = digits[column] - other.digits[column] - borrowed
            rest.digits[column] = left < 0 ? left + 10 : left
            borrowed = left < 0 ? 1 : 0
        }
        rest.behind = max(behind, other.behind)
        return borrowed == 0 ? rest : nil
    }

    func isLess(than other: SchoolbookDecimal) -> Bool {
        digits.lexicographicallyPrecedes(other.digits)
    }

    func isSame(as other: SchoolbookDecimal) -> Bool { digits == other.digits }

    var text: String { grouped(by: "") }

    /// The digits with a mark before each third one, counted from the point.
    func grouped(by mark: String) -> String {
        let whole = Array(digits[..<Self.columns.before].drop { $0 == 0 })
        var backwards: [String] = []
        for (place, digit) in (whole.isEmpty ? [0] : whole).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { backwards.append(mark) }
            backwards.append(String(digit))
        }
        let fraction = digits[Self.columns.before...].prefix(behind).map(String.init).joined()
        return backwards.reversed().joined() + (behind > 0 ? "." + fraction : "")
    }

    /// A figure with up to thirty digits on each side of the point, rich in nines and zeros, where carries happen.
    static func randomText(_ random: inout SeededRandom) -> String {
        func digits(_ count: Int) -> String {
            let kind = Int.random(in: 0..<4, using: &random)
            return (0..<count).map { _ in
                switch kind {
                case 0: "9"
                case 1: random.isOnce(in: 5) ? "1" : "0"
                default: String(Int.random(in: 0...9, using: &random))
                }
            }.joined()
        }
        let before = Int.random(in: 0...30, using: &random)
        let behind = random.isOnce(in: 3) ? 0 : Int.random(in: 1...30, using: &random)
        let first = String(Int.random(in: 1...9, using: &random))
        let whole = before == 0 ? "0" : first + digits(before - 1)
        return behind == 0 ? whole : whole + "." + digits(behind)
    }
}
