/// A reassuring word in a text: which one, and where.
struct ReassuringWord {
    enum Meaning: CaseIterable {
        case contained, safe, userFunds, unaffected, limited
    }

    let meaning: Meaning
    /// UTF-8 offsets in the text.
    let range: Range<Int>
}

/// Finds the words on which readers lean: "contained", "safe", "secure", "no user funds", "not affected", "limited".
///
/// A token safe, a part that contains another and a limited company reassure nobody: what counts is a word said of
/// something, as in "losses are contained", "funds remain safe", "a limited impact". Questions, denials, conditions and
/// other people's words in quotation marks are no assurance.
struct ReassuringWords {
    private let text: Wording

    static func found(in text: String) -> [ReassuringWord] {
        mayReassure(text) ? search(text) : []
    }

    /// Word by word, with what stands around each.
    static func search(_ text: String) -> [ReassuringWord] {
        ReassuringWords(text: Wording(text)).found
    }

    /// Whether one of the words that `match` begins with stands somewhere.
    static func mayReassure(_ text: String) -> Bool {
        var length = 0
        var key: UInt64 = 0
        for byte in Array(text.utf8) {
            if Wording.isLetter(byte) {
                length += 1
                key = key << 8 | UInt64(byte | 0x20)
            } else if length > 0 {
                if isMark(key, length) { return true }
                (length, key) = (0, 0)
            }
        }
        return isMark(key, length)
    }

    /// Whether a word's last eight letters are those of a word of its length below.
    private static func isMark(_ key: UInt64, _ length: Int) -> Bool {
        switch length {
        case 2: key == 0x6E6F  // no
        case 4: key == 0x7361_6665 || key == 0x7361_6675  // safe, safu
        case 6: key == 0x7365_6375_7265  // secure
        case 7: key == 0x6C_696D_6974_6564  // limited
        // affected, impacted, unharmed
        case 8: key == 0x6166_6665_6374_6564 || key == 0x696D_7061_6374_6564 || key == 0x756E_6861_726D_6564
        case 9: key == 0x6F6E_7461_696E_6564  // contained
        case 10: key == 0x6166_6665_6374_6564  // unaffected
        default: false
        }
    }

    private var found: [ReassuringWord] {
        var found: [ReassuringWord] = []
        for index in text.words.indices {
            guard let (meaning, first, last) = match(at: index),
                !found.contains(where: { $0.meaning == meaning }),
                !isTakenBack(first, meaning)
            else { continue }
            found.append(
                ReassuringWord(
                    meaning: meaning, range: text.words[first].lowerBound..<text.words[last].upperBound))
        }
        return found
    }

    /// The meaning that begins or ends at a word, and its first and last word.
    private func match(at index: Int) -> (ReassuringWord.Meaning, Int, Int)? {
        // The lengths and first letters of the words below; all others are passed over.
        switch (text.words[index].count, text.bytes[text.words[index].lowerBound] | 0x20) {
        case (9, UInt8(ascii: "c")): return contained(index)
        case (4, UInt8(ascii: "s")), (6, UInt8(ascii: "s")): return safe(index)
        case (10, UInt8(ascii: "u")), (8, UInt8(ascii: "u")), (8, UInt8(ascii: "a")), (8, UInt8(ascii: "i")):
            return unaffected(index)
        case (7, UInt8(ascii: "l")): return limited(index)
        case (2, UInt8(ascii: "n")): return userFunds(index)
        default: return nil
        }
    }

    private func contained(_ index: Int) -> (ReassuringWord.Meaning, Int, Int)? {
        guard text.isWord(index, "contained"), !text.isWord(index + 1, "in"),
            !text.isWord(index + 1, "within")
        else { return nil }
        return isSaid(index) || text.clauseEnds(after: index) ? (.contained, index, index) : nil
    }

    private func safe(_ index: Int) -> (ReassuringWord.Meaning, Int, Int)? {
        if text.isWord(index, "safu") { return (.safe, index, index) }
        guard text.isWord(index, "safe") || text.isWord(index, "secure"), isSaid(index) else { return nil }
        // "is safe to open again" and "is safe from" still lean on it; "a safe" and "the safe" do not get here.
        return (.safe, index, index)
    }

    private func unaffected(_ index: Int) -> (ReassuringWord.Meaning, Int, Int)? {
        if text.isWord(index, "unaffected") || text.isWord(index, "unharmed") {
            return (.unaffected, index, index)
        }
        guard text.isWord(index, "affected") || text.isWord(index, "impacted") else { return nil }
        if text.isWord(index - 1, "not") || text.isWord(index - 1, "never") {
            return (.unaffected, index - 1, index)
        }
        if ["wasn't", "isn't", "aren't", "weren't"].contains(text.word(index - 1)) {
            return (.unaffected, index - 1, index)
        }
        if text.isWord(index - 2, "not"), text.isWord(index - 1, "been") {
            return (.unaffected, index - 2, index)
        }
        return nil
    }

    private func limited(_ index: Int) -> (ReassuringWord.Meaning, Int, Int)? {
        guard text.isWord(index, "limited") else { return nil }
        let next = text.word(index + 1)
        let isMeant =
            ["impact", "exposure", "scope", "loss", "losses", "damage", "effect", "extent"].contains(next)
            || (isSaid(index) && (next == "to" || text.clauseEnds(after: index)))
        return isMeant ? (.limited, index, index) : nil
    }

    private func userFunds(_ index: Int) -> (ReassuringWord.Meaning, Int, Int)? {
        guard text.isWord(index, "no") else { return nil }
        let owner = text.word(index + 1)
        let things = [
            "funds", "assets", "balances", "deposits", "tokens", "money", "wallets", "accounts", "data",
        ]
        if things.contains(owner) { return nil }
        guard
            [
                "user", "users", "users'", "user's", "customer", "customers", "customers'", "client",
                "clients'",
            ].contains(owner)
        else { return nil }
        guard things.contains(text.word(index + 2)) else { return nil }
        return (.userFunds, index, index + 2)
    }

    /// Whether a word is said of something: behind a form of "to be" or the like, with an adverb between.
    private func isSaid(_ index: Int) -> Bool {
        var before = index - 1
        if Self.adverbs.contains(text.word(before)) { before -= 1 }
        guard before >= 0, !text.clauseEnds(after: before) else { return false }
        let word = text.word(before)
        return Self.verbs.contains(word) || word.hasSuffix("'re") || word.hasSuffix("'s")
    }

    private static let verbs: Set = [
        "is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "stay", "stays",
        "stayed", "keep",
        "keeps", "kept", "feel", "funds", "assets", "deposits", "balances",
    ]
    private static let adverbs: Set = [
        "all", "fully", "completely", "entirely", "now", "still", "already", "perfectly", "totally",
        "quickly", "100",
        "largely", "mostly", "otherwise", "very", "always",
    ]

    /// Whether the sentence denies it, asks it or makes it a condition.
    private func isTakenBack(_ first: Int, _ meaning: ReassuringWord.Meaning) -> Bool {
        if text.isQuoted(text.words[first].lowerBound) || text.isAsked(first) { return true }
        for index in text.sentence(around: first).lowerBound..<first {
            let word = text.word(index)
            if Self.doubts.contains(word) { return true }
            guard meaning != .unaffected, first - index <= 4 else { continue }
            if Self.denials.contains(word) || word.hasSuffix("n't") { return true }
        }
        return false
    }

    private static let doubts: Set = ["whether", "if", "unless", "until", "once", "unclear", "when"]
    private static let denials: Set = ["not", "never", "no", "nothing", "cannot", "hardly", "neither", "nor"]
}
