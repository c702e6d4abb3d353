import Syntax

/// What a feed says of all its items, escaped as items have it: an item says it only where it is otherwise.
struct FeedHead {
    let author: [UInt8]
    let language: [UInt8]

    init(of feed: Feed) {
        var (author, language): ([UInt8], [UInt8]) = ([], [])
        appendXMLEscaped(feed.author, to: &author)
        appendXMLEscaped(feed.language, to: &language, inAttribute: true)
        (self.author, self.language) = (author, language)
    }
}

/// What all items of a record say alike, as a feed's documents copy it.
struct RecordTexts {
    let texts: PackedTexts
    /// Whether the record's author is another than the feed's, and the language.
    let hasOwnAuthor: Bool
    let hasOwnLanguage: Bool

    /// - Parameter range: where they stand among the bytes.
    init(_ bytes: [UInt8], _ range: Range<Int>, under head: FeedHead) {
        texts = PackedTexts(bytes, range, count: RecordMarkup.Part.allCases.count)
        hasOwnAuthor = !texts.isEqual(RecordMarkup.Part.author.rawValue, to: head.author)
        hasOwnLanguage = !texts.isEqual(RecordMarkup.Part.language.rawValue, to: head.language)
    }
}
