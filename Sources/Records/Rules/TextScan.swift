import Syntax

/// What one pass over a record's bytes finds for the rules that search all of them: where addresses of the web stand,
/// and whether there is anything that the slow searches could find.
///
/// Each answer errs to one side only: where it says no, a search finds nothing.
struct TextScan: Sendable {
    /// Every `http://` and `https://`, as `WebAddress.found` has them.
    private(set) var addresses: [WebAddress] = []
    /// Whether the first byte of a Greek, Cyrillic or Armenian letter stands somewhere.
    private(set) var mayHoldOtherScripts = false
    /// Whether the first bytes of an invisible character stand somewhere.
    private(set) var mayHoldInvisible = false
    /// Whether the middle of an access token's mark stands somewhere.
    private(set) var mayHoldToken = false
    /// Whether the middle of a secret key's mark stands somewhere.
    private(set) var mayHoldKeyMark = false
    private var hasLinks = false
    private var hasOddities = false
    private let mayHoldEscapes: Bool

    /// Whether some prose may hold a link that shows another address than its own, or that is no link over https, http
    /// or to a mailbox. Words in plain brackets before a plain address, `[words](https://…`, are none of these.
    var mayHoldOddLinks: Bool { mayHoldEscapes || (hasLinks && hasOddities) }

    /// `mayHoldEscapes` tells that texts may hold other characters than those that stand in the file.
    init(_ bytes: [UInt8], mayHoldEscapes: Bool = false) {
        self.mayHoldEscapes = mayHoldEscapes
        let text = bytes.span
        guard !bytes.isEmpty else { return }
        visit(0, text)
        var index = 1
        while index &+ 17 <= text.count {
            let marks = Self.marks(at: index, text)
            if marks.first | marks.last != 0 {
                visit(marks.first, from: index, text)
                visit(marks.last, from: index &+ 8, text)
            }
            index &+= 16
        }
        while index < text.count {
            visit(index, text)
            index += 1
        }
    }

    /// The top bits of those of sixteen bytes that `visit` may have something to do with, by themselves and the bytes
    /// beside them: most of a text is passed over.
    @inline(__always)
    private static func marks(at index: Int, _ text: Span<UInt8>) -> (first: UInt64, last: UInt64) {
        let (before, here, after) = text.sixteen(around: index)
        // : ] before a letter or mark
        let links = ((here .== .each(0x3A)) .| (here .== .each(0x5D))) .& (after .> .each(0x20))
        // - _ 1 behind a small letter
        let secrets =
            ((here .== .each(0x2D)) .| (here .== .each(0x5F)) .| (here .== .each(0x31)))
            .& (before .> .each(0x60))
        // A before a capital, B + behind one of the first capitals or a mark
        let keys =
            ((here .== .each(0x41)) .& (after .< .each(0x5B)))
            .| (((here .== .each(0x42)) .| (here .== .each(0x2B))) .& (before .< .each(0x46)))
        // & < and what is not of ASCII
        let others = (here .== .each(0x26)) .| (here .== .each(0x3C)) .| (here .> .each(0x7F))
        return (links .| secrets .| keys .| others).marks
    }

    private mutating func visit(_ marks: UInt64, from index: Int, _ text: Span<UInt8>) {
        var marks = marks
        while marks != 0 {
            visit(index &+ marks.trailingZeroBitCount &>> 3, text)
            marks &= marks - 1
        }
    }

    /// Looks at one byte; most are nothing to it.
    private mutating func visit(_ index: Int, _ text: Span<UInt8>) {
        switch text[index] {
        case 0xCD...0xD6: mayHoldOtherScripts = true
        case 0xC2, 0xE2, 0xEF: visitInvisible(index, text)
        case UInt8(ascii: ":"): visitColon(index, text)
        case UInt8(ascii: "]"): visitBracket(index, text)
        case UInt8(ascii: "<"):
            guard index + 1 < text.count, text[index + 1].isLetter else { break }
            hasLinks = true
            if !Self.isPlainAddress(index + 1, text) { hasOddities = true }
        case UInt8(ascii: "&"): if Self.isReference(index, text) { hasOddities = true }
        case UInt8(ascii: "B"):
            // -----BEGIN
            if index > 0, text[index - 1] == UInt8(ascii: "-") { mayHoldKeyMark = true }
        case UInt8(ascii: "_"): visitUnderscore(index, text)
        case UInt8(ascii: "-"): visitHyphen(index, text)
        case UInt8(ascii: "A"): visitCapital(index, text)
        case UInt8(ascii: "+"):
            // PRIVATE+KEY+
            if index > 0, text[index - 1] == UInt8(ascii: "E") { mayHoldKeyMark = true }
        case UInt8(ascii: "1"):
            // suiprivkey1, iotaprivkey1, nsec1
            guard index > 2, text[index - 2] == UInt8(ascii: "e") else { break }
            switch (text[index - 3], text[index - 1]) {
            case (UInt8(ascii: "k"), UInt8(ascii: "y")), (UInt8(ascii: "s"), UInt8(ascii: "c")):
                mayHoldKeyMark = true
            default: break
            }
        default: break
        }
    }

    /// U+00AD, U+200B to U+200F, U+2060 to U+2064, U+FEFF
    private mutating func visitInvisible(_ index: Int, _ text: Span<UInt8>) {
        guard index + 1 < text.count else { return }
        switch (text[index], text[index + 1]) {
        case (0xC2, 0xAD), (0xE2, 0x80), (0xE2, 0x81), (0xEF, 0xBB): mayHoldInvisible = true
        default: break
        }
    }

    // MARK: - Secrets

    /// `ghp_`, `gho_`, `ghu_`, `ghs_`, `github_pat_`, `sk_live_`, `rk_live_`
    private mutating func visitUnderscore(_ index: Int, _ text: Span<UInt8>) {
        guard index > 1 else { return }
        switch (text[index - 2], text[index - 1]) {
        case (UInt8(ascii: "h"), UInt8(ascii: "p")), (UInt8(ascii: "h"), UInt8(ascii: "o")),
            (UInt8(ascii: "h"), UInt8(ascii: "u")), (UInt8(ascii: "h"), UInt8(ascii: "s")),
            (UInt8(ascii: "u"), UInt8(ascii: "b")), (UInt8(ascii: "s"), UInt8(ascii: "k")),
            (UInt8(ascii: "r"), UInt8(ascii: "k")):
            mayHoldToken = true
        default: break
        }
    }

    /// `glpat-`, `xoxb-`, `xoxp-`, `xoxa-`
    private mutating func visitHyphen(_ index: Int, _ text: Span<UInt8>) {
        guard index > 1 else { return }
        switch text[index - 1] {
        case UInt8(ascii: "t"): if text[index - 2] == UInt8(ascii: "a") { mayHoldToken = true }
        case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "a"):
            if text[index - 2] == UInt8(ascii: "x") { mayHoldToken = true }
        default: break
        }
    }

    /// `AKIA`, `ASIA`, `AIza`, `AGE-SECRET-KEY-1`
    private mutating func visitCapital(_ index: Int, _ text: Span<UInt8>) {
        guard index + 2 < text.count else { return }
        switch (text[index + 1], text[index + 2]) {
        case (UInt8(ascii: "K"), UInt8(ascii: "I")), (UInt8(ascii: "S"), UInt8(ascii: "I")),
            (UInt8(ascii: "I"), UInt8(ascii: "z")):
            mayHoldToken = true
        case (UInt8(ascii: "G"), UInt8(ascii: "E")): mayHoldKeyMark = true
        default: break
        }
    }

    // MARK: - Links

    private mutating func visitColon(_ index: Int, _ text: Span<UInt8>) {
        guard index > 0, index + 1 < text.count, text[index + 1] > 0x20 else { return }
        let isScheme =
            text[index + 1] == UInt8(ascii: "/") || text[index - 1] | 0x20 == UInt8(ascii: "o")
            || text[index - 1] | 0x20 == UInt8(ascii: "p")
        if isScheme, text[index - 1].isLetter {
            // A bare link begins with `http://`, `https://`, `ftp://`, `mailto:` or `xmpp:`.
            var start = index
            while start > 0, index - start < 8, text[start - 1].isLetter { start -= 1 }
            if !Self.isPlainAddress(start, text) { hasOddities = true }
        }
        guard text[index + 1] == UInt8(ascii: "/") else { return }
        guard let address = WebAddress(around: index, in: text) else { return }
        if addresses.isEmpty { addresses.reserveCapacity(16) }
        addresses.append(address)
    }

    /// `](`, `][` and `]:` make links of what stands in the brackets.
    private mutating func visitBracket(_ index: Int, _ text: Span<UInt8>) {
        guard index + 1 < text.count else { return }
        switch text[index + 1] {
        case UInt8(ascii: "["), UInt8(ascii: ":"): (hasLinks, hasOddities) = (true, true)
        case UInt8(ascii: "("):
            hasLinks = true
            if !Self.isPlainAddress(index + 2, text) || !Self.isPlainLabel(before: index, text) {
                hasOddities = true
            }
        default: break
        }
    }

    private static func isPlainAddress(_ start: Int, _ text: Span<UInt8>) -> Bool {
        var index = start
        for byte in "http".utf8 {
            guard index < text.count, text[index] == byte else { return false }
            index += 1
        }
        if index < text.count, text[index] == UInt8(ascii: "s") { index += 1 }
        return index + 2 < text.count && text[index] == UInt8(ascii: ":")
            && text[index + 1] == UInt8(ascii: "/") && text[index + 2] == UInt8(ascii: "/")
    }

    /// Whether words without any mark that could make an address of them, or move the bracket that opens them, stand
    /// before a closing bracket.
    private static func isPlainLabel(before end: Int, _ text: Span<UInt8>) -> Bool {
        var index = end
        while index > 0, end - index < 200 {
            index -= 1
            switch text[index] {
            case UInt8(ascii: "["): return index == 0 || text[index - 1] != UInt8(ascii: "\\")
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: ","),
                UInt8(ascii: "*"), UInt8(ascii: "_"), 0x80...:
                continue
            default: return false
            }
        }
        return false
    }

    /// Whether a character reference such as `&#46;` or `&period;` begins here.
    private static func isReference(_ start: Int, _ text: Span<UInt8>) -> Bool {
        var index = start + 1
        while index < text.count, index - start < 40 {
            let byte = text[index]
            if byte == UInt8(ascii: ";") { return true }
            guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "#") else { return false }
            index += 1
        }
        return false
    }
}
