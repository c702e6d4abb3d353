import Incidents

/// Which files the site has, and how each is made from the records and the theme.
///
/// A record's own files depend on no other record's page, so they may be made on several threads at once.
package struct SitePlan: Sendable {
    let edition: Edition
    let shelf: FeedShelf
    let outputs: SiteOutputs
    /// Nil where every word is told.
    private let newest: NewestWords?

    /// - Parameter newest: where just the newest words are told, unless files of `outputs` need them all.
    package init(
        _ edition: Edition, outputs: SiteOutputs = .all, store: any FeedStore = FeedMemory(),
        newest: NewestWords? = nil
    ) {
        self.edition = edition
        self.outputs = outputs
        self.newest = outputs.isDisjoint(with: [.archives, .more]) ? newest : nil
        shelf = FeedShelf(
            edition, order: edition.log.map { PublicationOrder($0.history) } ?? .ofRecords, store: store)
    }

    package init(catalogue: Catalogue, theme: Theme) {
        self.init(Edition(catalogue: catalogue, theme: theme))
    }

    /// A record's own files, and what the rest of the site takes of it.
    package struct RecordFiles: Sendable {
        package var artifacts: [Artifact]
        package let card: RecordCard
        /// What the files and the card rely on of the moment at which the site is told.
        package let reliance: TellingMoment.Reliance
        /// The ids of other records that the page asked for.
        package let neighbours: [String]
    }

    package func files(of entry: Catalogue.Entry) -> RecordFiles {
        let edition = edition.forOnePage()
        let shelf = shelf.with(edition)
        let items = RecordItems(entry.record, on: shelf)
        let isTold = newest?.mayShow(items.moments, under: entry.record.tags) ?? true
        let words = isTold ? items.words() : []
        let own =
            isTold
            ? shelf.ownWords(of: items, words, tellsSteps: outputs.contains(.archives))
            : (words: items.untold(), bytes: [])
        var bytes = CardTexts.Bytes()
        let texts = CardTexts(of: entry.record, in: edition, for: outputs, to: &bytes)
        let card = RecordCard(
            of: entry.record, in: edition, words: own, texts: texts, bytes, keptIn: shelf.store)
        var artifacts = pageArtifacts(entry, edition)
        if outputs.contains(.archives) {
            artifacts += shelf.with(store: FeedMemory(own.bytes)).artifacts(
                of: shelf.feed(of: card, own.words))
        }
        if outputs.contains(.more), let newest = words.last {
            let text = Announcement(newest, of: entry.record, edition).posts(for: .text).joined()
            let path = SiteAddress.announcement(of: entry.record)
            artifacts += [Artifact(file: path, Array(text.utf8), order: .leaf)].compactMap(\.self)
        }
        return RecordFiles(
            artifacts: artifacts, card: card, reliance: edition.telling.reliance,
            neighbours: edition.askedNeighbours)
    }

    /// Whether no record's words are left out.
    package var tellsEveryWord: Bool { newest?.tellsAll ?? true }

    /// The places of cards whose words a feed shows and which were not told when their records were made.
    package func untoldWords(_ cards: [RecordCard]) -> [Int] {
        guard !tellsEveryWord, cards.contains(where: \.words.areUntold) else { return [] }
        let shown = SiteFeeds(shelf, cards.sorted(by: RecordCard.precedes), outputs).shownRecords
        return cards.indices.filter { cards[$0].words.areUntold && shown.contains(cards[$0].id) }
    }

    /// The page of a record, the record as JSON, its feeds, and the texts that lie beside it.
    package func recordArtifacts(_ entry: Catalogue.Entry) -> [Artifact] {
        files(of: entry).artifacts
    }

    private func pageArtifacts(_ entry: Catalogue.Entry, _ edition: Edition) -> [Artifact] {
        let folder = SiteAddress.page(of: entry.record)
        var artifacts: [Artifact?] = []
        if outputs.contains(.pages) {
            artifacts.append(Artifact(page: folder, RecordPage(entry, in: edition).bytes(), order: .leaf))
        }
        guard outputs.contains(.data) else { return artifacts.compactMap(\.self) }
        artifacts.append(
            Artifact(file: SiteAddress.json(of: entry.record), entry.canonicalJSON, order: .leaf))
        for attachment in entry.attachments {
            guard let name = RecordAttachment.name(of: attachment.path) else { continue }
            artifacts.append(Artifact(file: folder + name, attachment.bytes, order: .leaf))
        }
        for revision in entry.revisions {
            let path = LogAddress.revision(revision.number, slug: entry.record.slug)
            artifacts.append(Artifact(file: path, revision.bytes, order: .leaf))
        }
        return artifacts.compactMap(\.self)
    }
}

extension Artifact {
    /// A page in a folder, which ends in `/` or is the root; nil where its path could leave the output folder.
    init?(page folder: String, _ bytes: [UInt8], order: Order) {
        self.init(file: folder + "index.html", bytes, order: order)
    }

    init?(file path: String, _ bytes: [UInt8], order: Order) {
        guard let path = OutputPath(path) else { return nil }
        self.init(path, bytes, order: order)
    }
}
