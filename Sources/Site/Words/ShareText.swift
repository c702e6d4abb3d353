/// A share in per cent with one digit, never rounded to all or nothing where it is not: `12.5 %`, `< 0.1 %`.
struct ShareText {
    let perMille: Int
    /// Whether there is something at all, however little.
    let isMore: Bool

    func text(_ phrases: Phrases) -> String {
        if perMille == 0, isMore {
            return phrases.text("losses.share_below", ["share": Self.digits(1, phrases)])
        }
        return phrases.text("losses.share", ["share": Self.digits(perMille, phrases)])
    }

    private static func digits(_ perMille: Int, _ phrases: Phrases) -> String {
        let tenth = perMille % 10
        let whole = phrases.numbers.text(perMille / 10)
        return tenth == 0 ? whole : whole + phrases.text("number.point") + String(tenth)
    }
}
