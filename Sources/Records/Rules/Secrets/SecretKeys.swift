import Digests

/// A secret in a text: what it is, and where.
struct Secret {
    let name: String
    /// UTF-8 offsets.
    let range: Range<Int>
    /// Whether it can be nothing else; hex digits may be a hash.
    let isCertain: Bool
}

/// Finds private keys by their form and, where it has one, their checksum.
struct SecretKeys {
    private let bytes: [UInt8]

    /// `mayHoldMarks` is false where a `TextScan` saw none of the marks below.
    static func found(in bytes: [UInt8], mayHoldMarks: Bool = true) -> [Secret] {
        let search = SecretKeys(bytes: bytes)
        return search.longRuns() + (mayHoldMarks ? search.marked() : [])
    }

    // MARK: - Runs of letters and digits

    /// The shortest key that is looked for has 51 characters: wherever it stands, it holds sixteen whose first is at a
    /// multiple of 32.
    private func longRuns() -> [Secret] {
        let text = bytes.span
        var found: [Secret] = []
        var probe = 0
        while probe &+ 16 <= text.count {
            if text.sixteen(at: probe).areRun {
                let run = Self.run(around: probe, text)
                if run.count > 50, let secret = secret(in: run) { found.append(secret) }
                probe = run.upperBound & ~31
            }
            probe &+= 32
        }
        return found
    }

    /// All letters and digits that stand around an offset without another character between.
    private static func run(around offset: Int, _ text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (offset, offset)
        while start > 0, text[start - 1].isRun { start -= 1 }
        while end < text.count, text[end].isRun { end += 1 }
        return start..<end
    }

    private func secret(in range: Range<Int>) -> Secret? {
        let run = bytes[range]
        switch run.count {
        case 51, 52:
            return isWalletKey(run) ? Secret(name: "private key (WIF)", range: range, isCertain: true) : nil
        case 64, 66: return isHexKey(run) ? Secret(name: "private key", range: range, isCertain: false) : nil
        case 81:
            let isTrytes = run.allSatisfy { $0.isUpperLetter || $0 == UInt8(ascii: "9") } && isVaried(run)
            return isTrytes ? Secret(name: "seed of an IOTA wallet", range: range, isCertain: false) : nil
        case 87, 88: return isSolanaKey(run) ? Secret(name: "secret key", range: range, isCertain: true) : nil
        case 111:
            return isExtendedKey(run)
                ? Secret(name: "extended private key", range: range, isCertain: true) : nil
        default: return nil
        }
    }

    private func isHexKey(_ run: ArraySlice<UInt8>) -> Bool {
        var digits = run
        if run.count == 66 {
            guard run.starts(with: Array("0x".utf8)) else { return false }
            digits = run.dropFirst(2)
        }
        return digits.allSatisfy(\.isHexDigit) && isVaried(digits)
    }

    /// A key looks random: eight different characters at least.
    private func isVaried(_ run: ArraySlice<UInt8>) -> Bool {
        // Letters and digits are of ASCII: a bit for each.
        var seen: UInt128 = 0
        for byte in run { seen |= 1 << UInt128(byte & 0x7F) }
        return seen.nonzeroBitCount >= 8
    }

    private func isWalletKey(_ run: ArraySlice<UInt8>) -> Bool {
        guard let first = run.first, "5KL9c".utf8.contains(first), let payload = Base58Check.decode(run)
        else { return false }
        return (payload.count == 33 || payload.count == 34) && (payload[0] == 0x80 || payload[0] == 0xEF)
    }

    private func isExtendedKey(_ run: ArraySlice<UInt8>) -> Bool {
        guard run.dropFirst().starts(with: Array("prv".utf8)), let payload = Base58Check.decode(run) else {
            return false
        }
        return payload.count == 78 && payload[45] == 0
    }

    /// 64 bytes of which the second half is the public key of the first: no signature looks like that.
    private func isSolanaKey(_ run: ArraySlice<UInt8>) -> Bool {
        guard let key = Base58.decode(run), key.count == 64,
            let signer = NoteSigner(name: "key", seed: Array(key[..<32]))
        else { return false }
        return signer.key.publicKey == Array(key[32...])
    }

    // MARK: - Marks

    private static let marks: [(mark: [UInt8], name: String, length: Int)] = [
        ("AGE-SECRET-KEY-1", "secret key (age)", 58), ("PRIVATE+KEY+", "secret key of a signed note", 40),
        ("suiprivkey1", "private key", 40), ("iotaprivkey1", "private key", 40),
        ("nsec1", "private key (Nostr)", 58),
    ].map { (Array($0.0.utf8), $0.1, $0.2) }

    private func marked() -> [Secret] {
        var found: [Secret] = []
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "-"):
                if let end = endOfPEM(index) {
                    found.append(Secret(name: "private key (PEM)", range: index..<end, isCertain: true))
                }
            case UInt8(ascii: "A"), UInt8(ascii: "P"), UInt8(ascii: "s"), UInt8(ascii: "i"),
                UInt8(ascii: "n"):
                guard index + 1 < bytes.count, "GRuos".utf8.contains(bytes[index + 1]),
                    let mark = Self.marks.first(where: { bytes[index...].starts(with: $0.mark) }),
                    index == 0 || !bytes[index - 1].isRun
                else { continue }
                var end = index + mark.mark.count
                while end < bytes.count, bytes[end].isRun || "+/=-.".utf8.contains(bytes[end]) { end += 1 }
                if end - index >= mark.length {
                    found.append(Secret(name: mark.name, range: index..<end, isCertain: true))
                }
            default: continue
            }
        }
        return found
    }

    /// The end of a line such as `-----BEGIN EC PRIVATE KEY-----`.
    private func endOfPEM(_ start: Int) -> Int? {
        guard bytes[start...].starts(with: Array("-----BEGIN ".utf8)) else { return nil }
        var end = start + 11
        while end < bytes.count, bytes[end].isUpperLetter || bytes[end].isDigit || bytes[end] == 0x20 {
            end += 1
        }
        guard bytes[start..<end].containsText("PRIVATE KEY"), bytes[end...].starts(with: Array("-----".utf8))
        else {
            return nil
        }
        return end + 5
    }
}

extension UInt8 {
    /// Whether it is a letter or digit, of which keys are runs.
    fileprivate var isRun: Bool { isLetter || isDigit }
}

extension SIMD16<UInt8> {
    /// Whether each of sixteen bytes is a letter or digit.
    @inline(__always)
    fileprivate var areRun: Bool {
        let letters = ((self | .each(0x20)) &- .each(0x61)) .< .each(26)
        let digits = (self &- .each(0x30)) .< .each(10)
        return (letters .| digits).areAll
    }
}
