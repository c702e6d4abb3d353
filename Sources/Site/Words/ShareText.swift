/// A share in per cent with one digit, never rounded to all or nothing where it is not: `12.5 %`, `< 0.1 %`.
struct ShareText {
    let perMille: Int
    /// Whether there is something at all, however little.
    let isMore: Bool

    func text(_ phrases: Phrases) -> String { String(decoding: bytes(phrases), as: UTF8.self) }

    /// The letters of `text`.
    func bytes(_ phrases: Phrases) -> [UInt8] {
        let isBelow = perMille == 0 && isMore
        let shown = isBelow ? 1 : perMille
        let labels = phrases.losses
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        (isBelow ? labels.shareBelow : labels.share).append(to: &bytes, filling: "share") { bytes in
            phrases.numbers.append(shown / 10, to: &bytes)
            let tenth = shown % 10
            if tenth == 0 { return }
            bytes += labels.point
            bytes += String(tenth).utf8
        }
        return bytes
    }
}
