/// A share in per cent with one digit, never rounded to all or nothing where it is not: `12.5 %`, `< 0.1 %`.
struct ShareText {
    let perMille: Int
    /// Whether there is something at all, however little.
    let isMore: Bool

    func text(_ phrases: Phrases) -> String {
        var bytes: [UInt8] = []
        append(phrases, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the letters of `text`.
    func append(_ phrases: Phrases, to bytes: inout [UInt8]) {
        let isBelow = perMille == 0 && isMore
        let shown = isBelow ? 1 : perMille
        let labels = phrases.losses
        (isBelow ? labels.shareBelow : labels.share).append(to: &bytes, filling: "share") { bytes in
            phrases.numbers.append(shown / 10, to: &bytes)
            let tenth = shown % 10
            if tenth == 0 { return }
            bytes += labels.point
            bytes.append(0x30 + UInt8(tenth))
        }
    }
}
