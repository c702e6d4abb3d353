import Incidents

/// What a figure in prose speaks of, told by the nearest word of its sentence.
enum FigureContext {
    /// `stolen`, `drained`, `lost`.
    case loss
    /// `bounty`, `recovered`, `compensation`: another amount than what was lost.
    case other
    case none

    /// The word nearest to a figure decides; the sentence ends at a full stop with a space, a semicolon or a blank line.
    /// `bytes` are the text in small letters.
    init(of range: Range<Int>, in bytes: [UInt8]) {
        var start = range.lowerBound
        while start > max(0, range.lowerBound - 400), !Self.endsSentence(bytes, start - 1) { start -= 1 }
        var end = range.upperBound
        while end < min(bytes.count, range.upperBound + 400), !Self.endsSentence(bytes, end) { end += 1 }
        var nearest: (distance: Int, context: FigureContext) = (.max, .none)
        var position = start
        while position < end {
            guard bytes[position].isLetter, position == 0 || !bytes[position - 1].isLetter else {
                position += 1
                continue
            }
            var wordEnd = position
            while wordEnd < end, bytes[wordEnd].isLetter { wordEnd += 1 }
            if let context = Self.context(of: bytes[position..<wordEnd]) {
                let distance =
                    position < range.lowerBound ? range.lowerBound - wordEnd : position - range.upperBound
                if distance < nearest.distance { nearest = (distance, context) }
            }
            position = wordEnd
        }
        self = nearest.context
    }

    private static func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: ";"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return index + 1 == bytes.count || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A
        case 0x0A: return index + 1 < bytes.count && bytes[index + 1] == 0x0A
        default: return false
        }
    }

    private static func context(of word: ArraySlice<UInt8>) -> FigureContext? {
        if losses.contains(where: { word.starts(with: $0) }) { return .loss }
        if others.contains(where: { word.starts(with: $0) }) { return .other }
        return nil
    }

    private static let losses = [
        "stol", "steal", "theft", "drain", "lost", "loss", "lose", "losing", "took", "taken", "takes",
        "taking", "exploit",
        "hack", "mint", "siphon", "empti", "withdr", "destroy", "burn", "locked", "heist", "damage",
    ].map { Array($0.utf8) }

    private static let others = [
        "bount", "reward", "compensat", "reimburs", "repa", "refund", "recover", "return", "froze", "freez",
        "rescu",
        "offer", "paid", "pay", "raise", "raising", "fund", "volume", "tvl", "cap", "capitali", "price",
        "insur",
        "treasur", "worth", "deposit", "reserve", "hold", "held", "secure", "swap", "convert", "fee", "fine",
        "limit",
        "donat", "claim", "report", "estimat", "said", "says", "early", "earlier", "first", "instead", "not",
        "budget",
        "protect", "left", "remain", "moved", "move", "save",
    ].map { Array($0.utf8) }
}
