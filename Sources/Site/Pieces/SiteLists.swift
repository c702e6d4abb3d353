import Incidents
import Syntax

/// The lists of a site and the pages about it, piece by piece.
package struct SiteLists: Sendable {
    let edition: Edition
    let index: CatalogueIndex
    let outputs: SiteOutputs

    /// All but what `mapPieces` makes, in the order in which the map of the site names their pages.
    package var pieces: [SitePiece] {
        let (edition, index) = (edition, index)
        let (hasLists, hasMore) = (outputs.contains(.lists), outputs.contains(.more))
        var pieces: [SitePiece] = []
        if hasLists {
            pieces.append(SitePiece("theme", source()) { ThemeArtifacts(edition: edition).artifacts })
            pieces += HomePages(edition: edition, index: index).pieces
        }
        if hasMore {
            pieces += ArchivePages(edition: edition, index: index).pieces
            pieces += AssetPages(edition: edition, index: index).pieces
        }
        if hasLists { pieces += TagPages(edition: edition, index: index).pieces }
        if hasMore { pieces += pagesOfAll }
        return pieces
    }

    /// The map of the site and what it does not name; `files` are those of the other pieces, in their order.
    package func mapPieces(files: [OutputPath]) -> [SitePiece] {
        guard outputs.contains(.lists) else { return unmapped }
        let map = Sitemap(edition: edition, index: index, files: files)
        return [SitePiece("sitemap.xml", source: { map.source.digest }) { map.artifacts }] + unmapped
    }

    /// What the map of the site does not name: pages that lead to where a record is now, and the log.
    private var unmapped: [SitePiece] {
        let (edition, index) = (edition, index)
        var pieces: [SitePiece] = []
        if outputs.contains(.more) {
            pieces.append(
                SitePiece("moved", edition.log == nil ? PieceSource(source()) : named) {
                    MovedPages(edition: edition, cards: index.cards).artifacts
                })
        }
        if outputs.contains(.data) {
            pieces.append(SitePiece("log", source()) { edition.log?.artifacts ?? [] })
        }
        return pieces
    }

    /// The pages that each tell something of all records.
    private var pagesOfAll: [SitePiece] {
        let (edition, index) = (edition, index)
        var (figures, corrections, rows) = (
            PieceSource(source()), PieceSource(source()), PieceSource(source())
        )
        corrections.add { $0.write(index.cards.contains(where: \.tellsCorrections)) }
        for card in index.cards {
            // Figures name no record: another title leaves them as they are.
            figures.add { source in
                source.write(word: card.kind)
                source.write(card.isWithdrawn)
                source.write(card.disclosed)
                source.write(card.mark(of: .figures))
            }
            rows.add { $0.write(card.mark(of: .searchRow)) }
            guard card.hasCorrections else { continue }
            corrections.add { source in
                card.packName(into: &source)
                source.write(card.mark(of: .corrections))
            }
        }
        let feeds = FeedsPage(edition: edition, index: index)
        return CommitmentPages(edition: edition, index: index).pieces + [
            SitePiece("figures", figures, isLong: true) {
                FiguresPage(edition: edition, index: index).artifacts
            },
            SitePiece("corrections", corrections) {
                CorrectionPages(edition: edition, index: index).artifacts
            },
            SitePiece("about", source()) { AboutPage(edition: edition).artifacts },
            SitePiece("search", rows, isLong: true) {
                SearchPages(edition: edition, index: index).artifacts
            },
            SitePiece("feeds", feeds.source) { feeds.artifacts },
            SitePiece("not found", source()) { NotFoundPage(edition: edition).artifacts },
            SitePiece("log page", source()) { LogPage(edition: edition).artifacts },
        ]
    }

    private func source() -> PackedWriter { edition.pieceSource }

    /// What the records are called and how they stand.
    private var named: PieceSource {
        var source = PieceSource(source())
        for card in index.cards { source.add { card.packName(into: &$0) } }
        return source
    }
}

extension Edition {
    /// What every list may tell: the moment at which the site is told.
    var pieceSource: PackedWriter {
        var source = PackedWriter()
        source.write(telling.shown)
        return source
    }
}

extension RecordCard {
    /// What the record is called and how it stands: all that a card tells of itself but what moves with each word.
    func packName(into writer: inout PackedWriter) {
        for text in [id, slug, title] { writer.write(text) }
        writer.write(word: kind)
        writer.write(word: status)
        for flag in [isWithdrawn, isDraft, tellsCorrections, hasPromises] { writer.write(flag) }
        for text in [issuer, lang] { writer.write(text) }
        writer.write(disclosed)
        writer.write(tags)
        writer.write(assets)
    }
}
