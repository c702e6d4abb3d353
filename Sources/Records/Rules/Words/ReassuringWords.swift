import Syntax

/// A reassuring word in a text: which one, and where.
struct ReassuringWord {
    enum Meaning: CaseIterable {
        case contained, safe, userFunds, unaffected, limited
    }

    let meaning: Meaning
    /// UTF-8 offsets in the text.
    let range: Range<Int>
}

/// Finds the words on which readers lean: "contained", "safe", "secure", "no user funds", "not affected", "limited", and
/// what other languages have for them.
///
/// A token safe, a part that contains another and a limited company reassure nobody: what counts is a word said of
/// something, as in "losses are contained", "funds remain safe", "a limited impact". Questions, denials, conditions and
/// other people's words in quotation marks are no assurance.
struct ReassuringWords {
    private let text: Wording
    private let vocabulary: ReassuringVocabulary

    static func found(in text: String, _ vocabulary: ReassuringVocabulary) -> [ReassuringWord] {
        mayReassure(text, vocabulary) ? search(text, vocabulary) : []
    }

    /// Word by word, with what stands around each.
    static func search(_ text: String, _ vocabulary: ReassuringVocabulary) -> [ReassuringWord] {
        ReassuringWords(text: Wording(text), vocabulary: vocabulary).found
    }

    /// Whether a word that some turn of phrase cannot do without stands somewhere, and before it one that may; now and then
    /// others that look like them.
    static func mayReassure(_ text: String, _ vocabulary: ReassuringVocabulary) -> Bool {
        let text = text.utf8Span.span
        var (start, index) = (0, 0)
        var before = WordMarks.Kinds()
        let marks = vocabulary.marks
        // Zeros behind the text end its last word.
        while index <= text.count {
            let sixteen = text.sixteen(paddedAt: index)
            // An apostrophe as books print it stands for the straight one, and words with it take a closer look.
            if !sixteen.isASCII, Self.holdsApostrophe(from: index, text) { return true }
            let letters = Wording.letters(of: sixteen).marks
            for half in 0..<2 {
                var ends = (half == 0 ? letters.first : letters.last).otherMarks
                while ends != 0 {
                    let end = index + 8 * half + ends.trailingZeroBitCount / 8
                    if end > start {
                        let kinds = marks.kinds(of: start..<end, in: text)
                        if kinds.contains(.alone) { return true }
                        if kinds.contains(.behind), before.contains(.before) { return true }
                        before = kinds
                    }
                    start = end + 1
                    ends &= ends - 1
                }
            }
            index += 16
        }
        return false
    }

    /// Whether U+2019 begins in the sixteen bytes from an offset on.
    private static func holdsApostrophe(from start: Int, _ text: Span<UInt8>) -> Bool {
        var index = start
        while index < start + 16, index + 2 < text.count {
            if text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0x99 { return true }
            index += 1
        }
        return false
    }

    private var found: [ReassuringWord] {
        var found: [ReassuringWord] = []
        for index in text.words.indices {
            let word = text.words[index]
            guard vocabulary.mayOpen(length: word.count, first: text.bytes[word.lowerBound]),
                let turn = turn(at: index),
                !found.contains(where: { $0.meaning == turn.meaning }),
                !isTakenBack(index, turn)
            else { continue }
            let last = text.words[index + turn.words.count - 1]
            found.append(
                ReassuringWord(meaning: turn.meaning, range: word.lowerBound..<last.upperBound))
        }
        return found
    }

    /// The turn of phrase that begins at a word.
    private func turn(at index: Int) -> ReassuringVocabulary.Turn? {
        let first = text.word(index)
        guard vocabulary.firstWords.contains(first) else { return nil }
        return vocabulary.turns.first { turn in
            guard turn.words[0].contains(first),
                turn.words.indices.dropFirst().allSatisfy({ turn.words[$0].contains(text.word(index + $0)) })
            else { return false }
            let last = index + turn.words.count - 1
            guard turn.exceptions.isEmpty || !turn.exceptions.contains(text.word(last + 1)) else {
                return false
            }
            return switch turn.condition {
            case .always, .denied: true
            case .said: isSaid(index)
            case .saidOrAtEnd: isSaid(index) || text.clauseEnds(after: last)
            case .saidAndAtEnd: isSaid(index) && text.clauseEnds(after: last)
            case .before(let words): words.contains(text.word(last + 1))
            case .saidBefore(let words): isSaid(index) && words.contains(text.word(last + 1))
            }
        }
    }

    /// Whether a word is said of something: behind a form of "to be" or the like, with an adverb between.
    private func isSaid(_ index: Int) -> Bool {
        var before = index - 1
        if vocabulary.adverbs.contains(text.word(before)) { before -= 1 }
        guard before >= 0, !text.clauseEnds(after: before) else { return false }
        let word = text.word(before)
        return vocabulary.verbs.contains(word) || vocabulary.verbEndings.contains(where: word.hasSuffix)
    }

    /// Whether the sentence denies it, asks it or makes it a condition.
    private func isTakenBack(_ first: Int, _ turn: ReassuringVocabulary.Turn) -> Bool {
        if text.isQuoted(text.words[first].lowerBound) || text.isAsked(first) { return true }
        var isDenied = false
        for index in text.sentence(around: first).lowerBound..<first {
            let word = text.word(index)
            if vocabulary.doubts.contains(word) { return true }
            if vocabulary.denials.contains(word) || vocabulary.denialEndings.contains(where: word.hasSuffix) {
                if case .denied = turn.condition {
                    isDenied = true
                } else if turn.meaning != .unaffected, first - index <= 4 {
                    return true
                }
            }
        }
        if case .denied = turn.condition { return !isDenied }
        return false
    }
}
