/// The words of one language on which readers lean, and those around them that change what they mean: data, so that a
/// language is added without a new rule.
final class ReassuringVocabulary: Sendable {
    /// What must hold around a turn of phrase for it to reassure.
    enum Condition: Sendable {
        case always
        /// Said of something: behind a form of "to be" or the like, with an adverb between.
        case said
        case saidOrAtEnd
        case saidAndAtEnd
        case before(Set<String>)
        case saidBefore(Set<String>)
        /// The sentence denies something before it: "no se han perdido fondos de usuarios".
        case denied
    }

    /// Words one behind the other, each one of several.
    struct Turn: Sendable {
        let meaning: ReassuringWord.Meaning
        let words: [Set<String>]
        let condition: Condition
        /// Words that make another thing of it where they follow.
        let exceptions: Set<String>

        init(
            _ meaning: ReassuringWord.Meaning, _ words: Set<String>..., when condition: Condition = .always,
            butNotBefore exceptions: Set<String> = []
        ) {
            self.meaning = meaning
            self.words = words
            self.condition = condition
            self.exceptions = exceptions
        }

        /// Which of its words other sentences have least: those of the step whose words are the longest.
        fileprivate var rarestStep: Int {
            words.indices.max { Self.shortest(words[$0]) < Self.shortest(words[$1]) } ?? 0
        }

        private static func shortest(_ words: Set<String>) -> Int { words.map(\.utf8.count).min() ?? 0 }
    }

    /// The primary subtag of BCP 47.
    let language: String
    /// As the manual calls it.
    let name: String
    let turns: [Turn]
    let verbs: Set<String>
    let verbEndings: [String]
    let adverbs: Set<String>
    /// Words that make a question or a condition of what follows.
    let doubts: Set<String>
    let denials: Set<String>
    let denialEndings: [String]
    /// What an assurance in the writer's own words holds that stands behind a meaning.
    let backing: [ReassuringWord.Meaning: [String]]

    /// The words that a turn may begin with.
    let firstWords: Set<String>
    /// Their lengths and first bytes, all others being passed over.
    private let openings: [Bool]

    init(
        language: String, name: String, turns: [Turn], verbs: Set<String>, verbEndings: [String] = [],
        adverbs: Set<String>, doubts: Set<String>, denials: Set<String>, denialEndings: [String] = [],
        backing: [ReassuringWord.Meaning: [String]]
    ) {
        self.language = language
        self.name = name
        self.turns = turns
        self.verbs = verbs
        self.verbEndings = verbEndings
        self.adverbs = adverbs
        self.doubts = doubts
        self.denials = denials
        self.denialEndings = denialEndings
        self.backing = backing
        var marks = WordMarks()
        for turn in turns {
            let step = turn.rarestStep
            for word in turn.words[step] { marks.insert(word, as: step == 0 ? .alone : .behind) }
            if step > 0 {
                for word in turn.words[step - 1] { marks.insert(word, as: .before) }
            }
        }
        self.marks = marks
        var openings = [Bool](repeating: false, count: Self.longest * 256)
        firstWords = Set(turns.compactMap(\.words.first).joined())
        for word in firstWords {
            if let first = word.utf8.first, word.utf8.count < Self.longest {
                openings[word.utf8.count * 256 + Int(first)] = true
            }
        }
        self.openings = openings
    }

    private static let longest = 32

    /// The words of which each turn of phrase has one, and those that stand before them.
    let marks: WordMarks

    /// Whether a turn may begin with a word of this length, in bytes, that begins with this byte.
    func mayOpen(length: Int, first: UInt8) -> Bool {
        let small = (0x41...0x5A).contains(first) ? first | 0x20 : first
        return length < Self.longest && openings[length * 256 + Int(small)]
    }

    static let all = [english, german, spanish]

    /// The words of a BCP 47 tag's language; nil where it is none of those that are judged.
    static func of(language tag: String) -> ReassuringVocabulary? {
        let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
        return all.first {
            $0.language.utf8.elementsEqual(primary.lazy.map { $0.isUpperLetter ? $0 | 0x20 : $0 })
        }
    }
}
