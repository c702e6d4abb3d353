import Diagnostics
import Digests

/// What a family's reader found in an address, before anybody looks for the one character that would mend it: looking
/// takes thousands of hashes, and most callers want to know only whether an address is sound.
enum AddressFlaw {
    case form(IdentifierProblem)
    /// The checksum that `scheme` defines does not hold; `slip` looks for the one character to blame.
    case checksum(scheme: String, slip: ([UInt8]) -> Substitution?)

    static func form(_ message: String, at range: Range<Int>, help: String? = nil) -> AddressFlaw {
        .form(IdentifierProblem(.account, message, at: range, help: help))
    }

    /// A character outside a family's alphabet.
    static func foreign(_ address: [UInt8], at index: Int, alphabet: String, help: String? = nil)
        -> AddressFlaw
    {
        let shown = String(decoding: address[index...index], as: UTF8.self)
        return .form("`\(shown)` is no character of \(alphabet)", at: index..<(index + 1), help: help)
    }

    /// What to tell the writer, with places counted from the address's first byte.
    func explained(in address: [UInt8], of family: String) -> IdentifierProblem {
        switch self {
        case .form(let problem): return problem
        case .checksum(let scheme, let slip):
            guard let slip = slip(address) else {
                return IdentifierProblem(
                    .accountChecksum,
                    "this \(family) address fails its checksum (\(scheme)): it is not the one meant",
                    at: 0..<address.count,
                    help:
                        "copy it once more from its source; more than one character differs, or some are missing"
                )
            }
            let found = String(decoding: [slip.found], as: UTF8.self)
            let expected = String(decoding: [slip.expected], as: UTF8.self)
            let corrected = String(decoding: slip.applied(to: address), as: UTF8.self)
            return IdentifierProblem(
                .accountChecksum,
                "`\(found)` is mistyped in this \(family) address: its checksum (\(scheme)) holds with `\(expected)`",
                at: slip.position..<(slip.position + 1),
                help: "compare it with its source, where it should read \(corrected)", replacement: expected)
        }
    }
}
