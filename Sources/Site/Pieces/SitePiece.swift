import Digests
import Syntax

/// A few files of the site that depend on many records, with what they are made from, so that a build need not make them
/// to know that they are what they were.
package struct SitePiece: Sendable {
    /// The same in every build, and no other piece's.
    package let name: String
    /// Whether it takes many times what others take: it is begun first, so that no thread waits for it at the end.
    package let isLong: Bool
    /// Whether another hash always means other files, so that these need not be compared with what stands.
    package let isExact: Bool
    private let source: @Sendable () -> SHA256Digest
    private let make: @Sendable () -> [Artifact]

    /// `source` holds whatever could make the files others.
    init(
        _ name: String, _ source: PieceSource, isLong: Bool = false,
        _ make: @escaping @Sendable () -> [Artifact]
    ) {
        let digest = source.digest
        self.init(name, source: { digest }, isLong: isLong, make)
    }

    /// The same for a source that is hashed when it is asked for: of many pieces on all cores.
    init(
        _ name: String, source: @escaping @Sendable () -> SHA256Digest, isLong: Bool = false,
        isExact: Bool = false,
        _ make: @escaping @Sendable () -> [Artifact]
    ) {
        self.name = name
        self.source = source
        self.isLong = isLong
        self.isExact = isExact
        self.make = make
    }

    init(_ name: String, _ source: PackedWriter, _ make: @escaping @Sendable () -> [Artifact]) {
        self.init(name, PieceSource(source), make)
    }

    /// A piece that hangs on nothing else.
    package init(_ name: String, _ make: @escaping @Sendable () -> [Artifact]) {
        self.init(name, PackedWriter(), make)
    }

    /// The hash of all that the files are made from beside the configuration, the theme, the history and the program;
    /// made anew at each call.
    package var digest: SHA256Digest { source() }

    /// Makes the files; the same at each call.
    package func artifacts() -> [Artifact] { make() }
}

extension SitePlan {
    /// The feeds of the whole site with what stands beside them; the cards are in the order of lists.
    package func feedPieces(_ cards: [RecordCard]) -> [SitePiece] {
        SiteFeeds(shelf, cards, outputs).pieces
    }

    /// Everything else; the cards are in the order of lists.
    package func lists(_ cards: [RecordCard]) -> SiteLists {
        SiteLists(edition: edition, index: CatalogueIndex(cards, shelf.store), outputs: outputs)
    }

    /// All files that depend on many records, for small sites and tests.
    package func siteArtifacts(_ cards: [RecordCard]) -> [Artifact] {
        let lists = lists(cards)
        let files = lists.pieces.flatMap { $0.artifacts() }
        let map = lists.mapPieces(files: files.map(\.path)).flatMap { $0.artifacts() }
        return files + map + feedPieces(cards).flatMap { $0.artifacts() }
    }
}
