/// The form of a one-line text: its length, its pattern as JSON Schema writes it, and the same pattern by hand.
///
/// A test holds `pattern` and `accepts` against each other, so that an editor and `check` refuse the same texts.
package final class TextForm: Sendable {
    /// What a message calls it: `a record id`.
    package let name: String
    /// In Unicode scalars.
    package let maxLength: Int
    private let written: (@Sendable () -> String)?
    package let accepts: @Sendable (String) -> Bool
    /// A look at the bytes of a text that says yes only where `accepts` does.
    let sure: SureText
    /// How to write it right.
    package let hint: String
    /// Whether it must stand in quotes, because other tools would make a number of it.
    package let mustBeQuoted: Bool

    /// - Parameter written: makes a pattern that is put together; nobody asks for it but the schema.
    init(
        _ name: String, maxLength: Int = 500, pattern: String? = nil,
        written: (@Sendable () -> String)? = nil, mustBeQuoted: Bool = false, hint: String = "",
        sure: SureText = .none,
        accepts: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.name = name
        self.maxLength = maxLength
        if let pattern { self.written = { pattern } } else { self.written = written }
        self.mustBeQuoted = mustBeQuoted
        self.hint = hint
        self.sure = sure
        self.accepts = accepts
    }

    /// An ECMA 262 pattern, anchored; nil where any line will do.
    package var pattern: String? { written?() }

    /// Whether any line will do.
    package var isAnyLine: Bool { written == nil }

    /// The same of UTF-8.
    func accepts(utf8 bytes: ArraySlice<UInt8>) -> Bool {
        isAnyLine || sure.isOne(bytes.span) || accepts(String(decoding: bytes, as: UTF8.self))
    }

    package static let line = TextForm("a line of text")
    package static let title = TextForm("a title", maxLength: 110)

    package static let recordID = TextForm(
        "a record id", maxLength: 64, pattern: "^[A-Z][A-Z0-9]{0,15}-[0-9]{4}-[0-9]{4,9}$",
        hint: "write it as ORG-YYYY-NNNN, such as ABC-2026-0001",
        accepts: { text in
            var lengths = (prefix: 0, year: 0, number: 0)
            var part = 0
            for byte in text.utf8 {
                switch part {
                case _ where byte == UInt8(ascii: "-"): part += 1
                case 0:
                    guard byte.isUpperLetter || (byte.isDigit && lengths.prefix > 0) else { return false }
                    lengths.prefix += 1
                case 1 where byte.isDigit: lengths.year += 1
                case 2 where byte.isDigit: lengths.number += 1
                default: return false
                }
            }
            return part == 2 && (1...16).contains(lengths.prefix) && lengths.year == 4
                && (4...9).contains(lengths.number)
        })

    package static let slug = TextForm(
        "a slug", maxLength: 100, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
        hint: "use small letters a to z, digits and single hyphens between them",
        sure: .slug, accepts: isSlug)

    package static let tag = TextForm(
        "a tag", maxLength: 50, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
        hint: "use small letters a to z, digits and single hyphens between them",
        sure: .slug, accepts: isSlug)

    /// The id of a row, a reference, an issuer or an asset.
    package static let rowID = TextForm(
        "an id", maxLength: 64, pattern: "^[a-z0-9-]+$", hint: "use small letters a to z, digits and hyphens",
        sure: .rowID,
        accepts: {
            $0.utf8.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") } && !$0.isEmpty
        })

    package static let url = TextForm(
        "an address", maxLength: 2000,
        written: { "^https?://[^/?#@'\(barredFromAddresses)]+([/?#][^\(barredFromAddresses)]*)?$" },
        hint: "write the whole address with https://, without a name or password in it",
        sure: .url, accepts: isURL)

    /// An explorer's address with `{}` where the identifier goes.
    package static let explorer = TextForm(
        "an explorer's address", maxLength: 500,
        written: { "^https://[^'\(barredFromAddresses)]+\\{\\}[^'\(barredFromAddresses)]*$" },
        hint: "write the whole address with https:// and {} where the identifier goes",
        accepts: isExplorer)

    package static let language = TextForm(
        "a language tag", maxLength: 35, pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        hint: "write a BCP 47 tag, such as en, de or pt-BR",
        accepts: { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = parts.first, (2...3).contains(first.utf8.count),
                first.utf8.allSatisfy(\.isLetter)
            else { return false }
            return parts.dropFirst().allSatisfy {
                (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit }
            }
        })

    package static let currency = TextForm(
        "a currency", maxLength: 3, pattern: "^[A-Z]{3}$", hint: "write an ISO 4217 code, such as USD or EUR",
        sure: .currency,
        accepts: { $0.utf8.count == 3 && $0.utf8.allSatisfy(\.isUpperLetter) })

    package static let weakness = TextForm(
        "a weakness", maxLength: 12, pattern: "^CWE-[1-9][0-9]{0,5}$", hint: "write it as CWE-522",
        accepts: { text in
            guard text.hasPrefix("CWE-") else { return false }
            let digits = text.utf8.dropFirst(4)
            return (1...6).contains(digits.count) && digits.allSatisfy(\.isDigit)
                && digits.first != UInt8(ascii: "0")
        })

    package static let colour = TextForm(
        "a colour", maxLength: 7, pattern: "^#[0-9a-fA-F]{6}$",
        hint: "write six hexadecimal digits behind a #, in quotes",
        accepts: {
            $0.utf8.count == 7 && $0.utf8.first == UInt8(ascii: "#")
                && $0.utf8.dropFirst().allSatisfy(\.isHexDigit)
        })

    package static let authority = TextForm(
        "an authority", maxLength: 260, pattern: "^[a-z0-9.-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        hint: "write the host and a year, such as status.example.org,2026 (RFC 4151)",
        accepts: { text in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty,
                parts[0].utf8.allSatisfy({
                    $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                })
            else { return false }
            let date = parts[1].split(separator: "-", omittingEmptySubsequences: false)
            return (1...3).contains(date.count) && date[0].utf8.count == 4
                && date.dropFirst().allSatisfy { $0.utf8.count == 2 }
                && date.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
        })

    package static let idPrefix = TextForm(
        "a prefix", maxLength: 16, pattern: "^[A-Z][A-Z0-9]{0,15}$",
        hint: "use capital letters A to Z and digits, such as ABC",
        accepts: {
            ($0.utf8.first?.isUpperLetter ?? false) && $0.utf8.count <= 16
                && $0.utf8.allSatisfy { $0.isUpperLetter || $0.isDigit }
        })

    /// CAIP-2; its chain's own rules are checked by a rule of its own.
    package static let chain = TextForm(
        "a chain", maxLength: 41, pattern: "^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$",
        hint: "write a CAIP-2 id, such as eip155:1", sure: .chain, accepts: isChain)

    /// CAIP-10; checksums are checked by a rule of its own.
    package static let account = TextForm(
        "an account", maxLength: 170, pattern: "^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}:[-.%a-zA-Z0-9]{1,128}$",
        mustBeQuoted: false,
        hint: "write a CAIP-10 id, such as eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        accepts: { text in
            let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, isChain(parts[0] + ":" + parts[1]),
                (1...128).contains(parts[2].utf8.count)
            else { return false }
            return parts[2].utf8.allSatisfy { $0.isLetter || $0.isDigit || "-.%".utf8.contains($0) }
        })

    package static let transactionHash = TextForm(
        "a transaction hash", maxLength: 128, pattern: "^[0-9A-Za-z]{32,128}$", mustBeQuoted: true,
        hint: "write the whole hash in quotes", sure: .hash,
        accepts: { (32...128).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit } })

    package static let token = TextForm(
        "a token", maxLength: 240, pattern: "^[-._:/%a-zA-Z0-9$+]+$",
        hint: "write a ticker of the register, an ISO 4217 code or a CAIP-19 id", sure: .token,
        accepts: {
            !$0.isEmpty && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-._:/%$+".utf8.contains($0) }
        })

    package static let fieldPath = TextForm(
        "a field's path", maxLength: 200, pattern: "^[a-z_]+(\\.[a-z_]+)*([#:][a-z0-9-]+)?(\\.[a-z_]+)*$",
        hint: "write it as title, root_cause.category, losses#iotx.amount or update:u1", accepts: isFieldPath)

    private static let isSlug: @Sendable (String) -> Bool = { text in
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, first != 0x2D, last != 0x2D else {
            return false
        }
        var previous: UInt8 = 0
        for byte in bytes {
            guard byte.isLowerLetter || byte.isDigit || (byte == 0x2D && previous != 0x2D) else {
                return false
            }
            previous = byte
        }
        return true
    }

    private static let isChain: @Sendable (String) -> Bool = { text in
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return (3...8).contains(parts[0].utf8.count)
            && parts[0].utf8.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == 0x2D }
            && (1...32).contains(parts[1].utf8.count)
            && parts[1].utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
    }

    private static let barredFromAddresses = TextCharacters.barredFromAddresses.classBody

    private static let isURL: @Sendable (String) -> Bool = { text in
        guard let rest = behindScheme(text, ["https://", "http://"]) else { return false }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, !host.contains("@"), !host.contains("'") else { return false }
        return !rest.contains(where: TextCharacters.barredFromAddresses.contains)
    }

    private static let isExplorer: @Sendable (String) -> Bool = { text in
        guard let rest = behindScheme(text, ["https://"]), let open = rest.firstIndex(of: "{"),
            open > rest.startIndex
        else { return false }
        let close = rest.index(after: open)
        guard close < rest.endIndex, rest[close] == "}" else { return false }
        let isPlain: (Unicode.Scalar) -> Bool = {
            $0 != "'" && !TextCharacters.barredFromAddresses.contains($0)
        }
        return rest[..<open].allSatisfy(isPlain) && rest[rest.index(after: close)...].allSatisfy(isPlain)
    }

    /// Scalar by scalar: a combining mark behind the scheme would hide it from a comparison of characters.
    private static func behindScheme(_ text: String, _ schemes: [String]) -> Substring.UnicodeScalarView? {
        for scheme in schemes where text.utf8.starts(with: scheme.utf8) {
            return text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
        }
        return nil
    }

    /// Names joined by points, one `#id` or `:id` among them.
    private static let isFieldPath: @Sendable (String) -> Bool = { text in
        var hasID = false
        var part = 0
        var isInID = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."):
                guard part > 0 else { return false }
                (part, isInID) = (0, false)
            case UInt8(ascii: "#"), UInt8(ascii: ":"):
                guard part > 0, !hasID else { return false }
                (part, isInID, hasID) = (0, true, true)
            case _
            where isInID
                ? (byte.isLowerLetter || byte.isDigit || byte == 0x2D) : (byte.isLowerLetter || byte == 0x5F):
                part += 1
            default: return false
            }
        }
        return part > 0
    }
}

extension UInt8 {
    package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    package var isUpperLetter: Bool { self >= 0x41 && self <= 0x5A }
    package var isLowerLetter: Bool { self >= 0x61 && self <= 0x7A }
    package var isLetter: Bool { isUpperLetter || isLowerLetter }
    package var isHexDigit: Bool {
        isDigit || (self >= 0x41 && self <= 0x46) || (self >= 0x61 && self <= 0x66)
    }
}
