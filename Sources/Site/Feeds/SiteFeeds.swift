import Syntax

/// The feeds of a whole site as pieces of work that depend on nothing but the records' words: each piece is a few files,
/// so that neither one thread nor the memory has to hold them all.
package struct SiteFeeds: Sendable {
    private let shelf: FeedShelf
    private let cards: [RecordCard]
    private let feeds: [Feed]
    private let documents: [FeedDocument]
    private let listsFeeds: Bool

    init(_ shelf: FeedShelf, _ cards: [RecordCard], _ outputs: SiteOutputs = .all) {
        self.shelf = shelf
        self.cards = cards
        feeds = shelf.siteFeeds(cards)
        listsFeeds = outputs.contains(.archives)
        documents = feeds.flatMap { FeedDocument.all(of: $0, newest: shelf.site.feeds.items) }.filter {
            document in
            let folder = document.feed.folder
            let isFirst = document.number == nil && (folder.isEmpty || folder.hasPrefix("tags/"))
            return outputs.contains(isFirst ? .feeds : .archives)
        }
    }

    /// How many pieces there are.
    package var count: Int { documents.count + (listsFeeds ? Self.besides : 0) }

    /// One document in its three forms. The last pieces are what stands beside the feeds: their list, the calendar of
    /// promises, and what hosts are told of their types.
    package func artifacts(_ index: Int) -> [Artifact] {
        let artifact: Artifact?
        switch index - documents.count {
        case 0: artifact = shelf.subscriptionList(feeds, cards)
        case 1: artifact = PromiseCalendar(edition: shelf.edition).artifact(of: cards, from: shelf.store)
        case 2: artifact = HeadersFile(edition: shelf.edition).artifact
        default: return shelf.artifacts(of: documents[index])
        }
        return artifact.map { [$0] } ?? []
    }

    private static let besides = 3

    /// Every file at once, for small sites and tests.
    package var artifacts: [Artifact] { (0..<count).flatMap(artifacts) }
}

extension SiteFeeds {
    /// The paths of a piece's files, and bytes that are the same where its files would be: what a document says of
    /// itself and where each of its items is kept. Nil for the last pieces, which depend on more.
    package func source(_ index: Int) -> (paths: [OutputPath], bytes: [UInt8])? {
        guard index < documents.count else { return nil }
        let document = documents[index]
        var writer = PackedWriter()
        let feed = document.feed
        for text in [
            feed.title, document.description, feed.page, feed.folder, feed.language, feed.author, feed.id,
        ] { writer.write(text) }
        writer.write(document.number ?? 0)
        writer.write(document.previous ?? 0)
        // Bytes that were kept at a place stay there: it tells the item and all that the item says of itself.
        for item in document.items {
            writer.write(
                feed.table.range(of: item, .json, inArchive: !document.showsCorrections).lowerBound)
        }
        return (Feed.Form.allCases.compactMap { OutputPath(document.path($0)) }, writer.bytes)
    }
}
