import Digests
import Syntax

/// The feeds of a whole site as pieces of work that depend on nothing but the records' words: each piece is a few files,
/// so that neither one thread nor the memory has to hold them all.
package struct SiteFeeds: Sendable {
    private let shelf: FeedShelf
    private let cards: [RecordCard]
    private let feeds: [Feed]
    /// The documents that are made, feed by feed.
    private let documents: [[FeedDocument]]
    private let listsFeeds: Bool

    init(_ shelf: FeedShelf, _ cards: [RecordCard], _ outputs: SiteOutputs = .all) {
        self.shelf = shelf
        self.cards = cards
        feeds = shelf.siteFeeds(cards)
        listsFeeds = outputs.contains(.archives)
        documents = feeds.map { feed in
            FeedDocument.all(of: feed, newest: shelf.site.feeds.items).filter { document in
                let isFirst =
                    document.number == nil && (feed.folder.isEmpty || feed.folder.hasPrefix("tags/"))
                return outputs.contains(isFirst ? .feeds : .archives)
            }
        }
    }

    /// What stands beside the feeds: the calendar of promises, the list of feeds, and what hosts are told of their types;
    /// then each document in its forms. The largest come first, so that no thread waits for them at the end.
    ///
    /// Archives come in the order of time, whichever feed they are of: what one has read of the store the next ones read
    /// too, while the processor still has it at hand.
    package var pieces: [SitePiece] {
        var pieces: [SitePiece] = []
        var places: [UInt64] = []
        for (feed, documents) in zip(feeds, documents) {
            let name = Self.name(of: feed)
            for document in documents {
                // What is subscribed to holds the newest items.
                let oldest = document.number == nil ? UInt32.max : document.items.last ?? 0
                places.append(UInt64(oldest) << 32 | UInt64(pieces.count))
                pieces.append(piece(of: document, name))
            }
        }
        places.sort()
        let inOrder = places.map { pieces[Int(UInt32(truncatingIfNeeded: $0))] }
        return listsFeeds ? [calendar, list, headers] + inOrder : inOrder
    }

    /// The ids of the records that a document shows words of.
    var shownRecords: Set<String> {
        Set(
            documents.joined().flatMap { document in
                document.items.map { cards[Int(document.feed.table[$0].record)].id }
            })
    }

    /// `name` is what the document's feed says of itself.
    private func piece(of document: FeedDocument, _ name: [UInt8]) -> SitePiece {
        let shelf = shelf
        return SitePiece(document.path(.atom), source: { Self.digest(of: document, name) }) {
            shelf.artifacts(of: document)
        }
    }

    private var list: SitePiece {
        let (shelf, feeds, cards) = (shelf, feeds, cards)
        let source: @Sendable () -> SHA256Digest = { Self.listSource(feeds, cards) }
        return SitePiece(SiteAddress.subscriptionList, source: source, isLong: true, isExact: true) {
            [shelf.subscriptionList(feeds, cards)].compactMap(\.self)
        }
    }

    private var calendar: SitePiece {
        let (store, calendar) = (shelf.store, PromiseCalendar(of: cards, in: shelf.edition))
        let source: @Sendable () -> SHA256Digest = {
            var events = PieceSource()
            for card in calendar.cards {
                events.add { $0.write(card.id) }
                events.add { $0.write(card.mark(of: .calendar)) }
            }
            return events.digest
        }
        return SitePiece(SiteAddress.calendar, source: source, isLong: true, isExact: true) {
            [calendar.artifact(from: store)].compactMap(\.self)
        }
    }

    private var headers: SitePiece {
        let shelf = shelf
        return SitePiece("headers") { [HeadersFile(edition: shelf.edition).artifact].compactMap(\.self) }
    }

    private static func listSource(_ feeds: [Feed], _ cards: [RecordCard]) -> SHA256Digest {
        var source = PieceSource()
        for feed in feeds { source.add { $0.write(name(of: feed)) } }
        for card in cards {
            source.add { writer in
                for text in [card.id, card.title, card.page] { writer.write(text) }
                writer.write(card.lang)
            }
        }
        return source.digest
    }

    /// What a document says of itself and where each of its items is kept.
    private static func digest(of document: FeedDocument, _ name: [UInt8]) -> SHA256Digest {
        var source = PackedWriter()
        source.write(name)
        source.write(document.description)
        source.write(document.number ?? 0)
        source.write(document.previous ?? 0)
        // Bytes that were kept at a place stay there: it tells the item and all that the item says of itself.
        for item in document.items {
            source.write(document.feed.table.range(of: item).lowerBound)
        }
        return SHA256Digest(of: source.bytes)
    }

    private static func name(of feed: Feed) -> [UInt8] {
        var name = PackedWriter()
        for text in [
            feed.title, feed.description, feed.page, feed.folder, feed.language, feed.author, feed.id,
        ] { name.write(text) }
        return name.exactBytes
    }
}
