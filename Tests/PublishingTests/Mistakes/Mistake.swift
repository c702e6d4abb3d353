import Testing

/// One slip of a tired writer in a real record, and the one finding that tells of it.
struct Mistake: Sendable, CustomTestStringConvertible {
    enum Source: String, Sendable {
        case site = "aboveboard.yml"
        case tokenSafe = "incidents/2026/iotex-token-safe.yml"
        case trinity = "incidents/2020/iota-trinity-wallet.yml"
        case okx = "incidents/2025/okx-npm-not-affected.yml"
    }

    let name: String
    let source: Source
    /// The words of the record, where they stand first, and what the writer makes of them.
    let words: String
    let slip: String
    let code: String
    /// The text that the finding underlines.
    let place: String

    var testDescription: String { name }

    init(
        _ name: String, in source: Source, _ words: String, _ slip: String, _ code: String, at place: String
    ) {
        self.name = name
        self.source = source
        self.words = words
        self.slip = slip
        self.code = code
        self.place = place
    }
}
