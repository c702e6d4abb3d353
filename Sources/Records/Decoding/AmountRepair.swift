import Incidents

/// What somebody may have meant who wrote `$4.3M`, `~100`, `1,000` or `5-6` where an amount belongs.
struct AmountRepair {
    /// A few words for the underlined place.
    var finding = ""
    var help = "write digits with a point at most, in quotes, such as \"4300000\" or \"0.5\""
    var replacement: String?
    /// Whether the replacement is the same figure beyond doubt.
    var isSafe = false

    init(_ text: String) {
        let hasDigits = text.contains(where: \.isNumber)
        let lower = text.lowercased()
        if !hasDigits, Self.unknowns.contains(lower) {
            finding = "not known"
            help = "leave it out while nobody knows; a loss may say  amount: unknown"
        } else if text.contains(where: { "$€£¥₩₿".contains($0) }) {
            finding = "with a currency"
            help =
                "write all the digits and nothing else, such as \"4300000\"; the currency stands in value: {currency: USD, amount: …}"
        } else if let first = text.first,
            "~≈<>".contains(first) || Self.abouts.contains(where: lower.hasPrefix)
        {
            finding = "about this much"
            help = "write low and high, or the figure as it is with basis: estimate or confidence: likely"
        } else if text.first == "-" {
            finding = "below zero"
            help = "amounts are never negative: what came back belongs in recovered or returned"
        } else if hasDigits, text.contains(where: { "–—-".contains($0) }) || lower.contains(" to ") {
            finding = "a range"
            help = "write a range as low and high, two keys of their own"
        } else if hasDigits, text.last == "%" {
            finding = "a share"
            help = "write the amount in units of the token, and the share in detail"
        } else if hasDigits, Self.isShortened(lower) {
            finding = "shortened"
            help = "write all the digits, such as \"4300000\""
        } else if hasDigits, text.first?.isNumber == true, let unit = text.split(separator: " ").last,
            unit.allSatisfy(\.isLetter)
        {
            finding = "with a unit"
            help = "write the digits alone; the unit stands in token, or in value: {currency: USD, amount: …}"
        } else if text.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 {
            repairPoints(in: text)
        } else if text.contains(where: Self.isMark) {
            repairThousandsMarks(in: text)
        } else if text.utf8.first == UInt8(ascii: "0"), text.utf8.count > 1, text.utf8.allSatisfy(\.isDigit) {
            finding = "leading zeros"
            help = "write the digits without leading zeros"
            let digits = text.drop { $0 == "0" }
            replacement = digits.isEmpty ? "0" : String(digits)
            isSafe = true
        } else if hasDigits, lower.contains("e") {
            finding = "an exponent"
            help = "write all the digits in quotes"
        }
    }

    private static let unknowns: Set = [
        "n/a", "na", "none", "tbd", "tba", "?", "-", "unclear", "pending", "unknown",
    ]
    private static let abouts = [
        "about", "ca.", "ca ", "circa", "approx", "around", "etwa", "over", "more than",
    ]

    /// `4.3M`, `9.3 Mio`, `2 billion`
    private static func isShortened(_ lower: String) -> Bool {
        let word = lower.drop { !$0.isLetter }
        return lower.first?.isNumber == true
            && [
                "k", "m", "b", "t", "mn", "mio", "mio.", "mln", "bn", "million", "millions", "billion", "mrd",
                "thousand",
            ]
            .contains(String(word))
    }

    /// Points between thousands, as in `9.300.000,50`.
    private mutating func repairPoints(in text: String) {
        finding = "points as thousands marks"
        help = "write the digits without marks between them, and a point before the decimals alone"
        let halves = text.split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { return }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            return
        }
        let plain = groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
        if Amount(plain) != nil { replacement = plain }
    }

    private static func isMark(_ character: Character) -> Bool {
        ",_' \u{202F}\u{A0}’".contains(character)
    }

    /// A lone comma may be a decimal point in the writer's country: only two groups of three leave no doubt.
    private mutating func repairThousandsMarks(in text: String) {
        finding = "thousands marks"
        help = "write the digits without marks between them"
        let groups = text.split(omittingEmptySubsequences: false, whereSeparator: Self.isMark)
        let isGrouped =
            (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
        if !isGrouped, groups.count == 2, text.contains(",") {
            finding = "a comma"
            help = "write a point before the decimals, in quotes, such as \"9.3\""
            let point = groups.joined(separator: ".")
            if Amount(point) != nil { replacement = point }
        }
        let plain = String(text.filter { !Self.isMark($0) })
        guard isGrouped, Amount(plain) != nil else { return }
        replacement = plain
        isSafe = groups.count > 2 || !text.contains(",")
    }
}
