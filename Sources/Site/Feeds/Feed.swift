import Incidents

/// Something that can be followed: its place, its words for readers and its items, oldest first. One for all of its
/// documents, of which a large feed has hundreds.
package final class Feed: Sendable {
    package let title: String
    package let description: String
    /// The page that it belongs to, below the site's address: empty for the home page.
    package let page: String
    /// The folder of its files, below the site's address: empty or with a final slash.
    package let folder: String
    package let language: String
    /// Who publishes it.
    package let author: String
    let table: FeedTable
    /// Numbers in the table, oldest first.
    let items: [UInt32]
    /// The tag URI of the whole feed.
    package let id: String
    /// Size and root of the public log, for readers to keep; only in the document that is subscribed to, since an archive
    /// never changes.
    package let logWords: String?

    init(
        title: String, description: String, page: String, folder: String, language: String, author: String,
        table: FeedTable, items: [UInt32], id: String, logWords: String? = nil
    ) {
        self.title = title
        self.description = description
        self.page = page
        self.folder = folder
        self.language = language
        self.author = author
        self.table = table
        self.items = items
        self.id = id
        self.logWords = logWords
    }

    /// The forms in which a feed in this folder has its archives: the site's own, at the root, in each, and any other in
    /// Atom alone, to which its RSS and JSON documents lead.
    static func archiveForms(in folder: String) -> [Form] { folder.isEmpty ? Form.allCases : [.atom] }

    var archiveForms: [Form] { Self.archiveForms(in: folder) }

    /// The form of the archives that a document of this form leads to.
    func archiveForm(for form: Form) -> Form { archiveForms.contains(form) ? form : .atom }

    /// The three forms, which hold the same items.
    package enum Form: CaseIterable, Sendable {
        case rss, atom, json

        package var file: String {
            switch self {
            case .rss: "feed.xml"
            case .atom: "atom.xml"
            case .json: "feed.json"
            }
        }

        package var mediaType: String {
            switch self {
            case .rss: "application/rss+xml"
            case .atom: "application/atom+xml"
            case .json: "application/feed+json"
            }
        }
    }
}

/// One document of a feed: the one that is subscribed to, or an archive behind it (RFC 5005, section 4).
struct FeedDocument: Sendable {
    let feed: Feed
    /// Newest first.
    let items: ReversedCollection<ArraySlice<UInt32>>
    /// The archive's number from 1; nil for the document that is subscribed to.
    let number: Int?
    /// The number of the archive before this document's items, where there is one.
    let previous: Int?

    /// What the document says of its feed.
    var description: String {
        guard number == nil, let words = feed.logWords else { return feed.description }
        return feed.description + " " + words
    }

    /// An archive holds this many items and closes with the last of them.
    static let archiveSize = 50
    static let archiveFolder = "feed-archive/"

    /// The documents of a feed: at least the `newest` items to subscribe to, and every closed archive behind them.
    ///
    /// What no closed archive holds yet always stands in the document that is subscribed to, so that nothing lies
    /// between the two.
    static func all(of feed: Feed, newest: Int) -> [FeedDocument] {
        let count = feed.items.count
        let closed = count / archiveSize
        // Archives that hold nothing but what the subscription document shows need no files yet.
        let archives = count > max(newest, 1) ? closed : 0
        let shown = archives > 0 ? max(newest, count - closed * archiveSize, 1) : count
        var documents = [
            FeedDocument(
                feed: feed, items: feed.items.suffix(shown).reversed(), number: nil,
                previous: archives > 0 ? archives : nil)
        ]
        for number in stride(from: 1, through: archives, by: 1) {
            let start = (number - 1) * archiveSize
            documents.append(
                FeedDocument(
                    feed: feed, items: feed.items[start..<start + archiveSize].reversed(), number: number,
                    previous: number > 1 ? number - 1 : nil))
        }
        return documents
    }

    /// The forms that it is written in.
    var forms: [Feed.Form] { number == nil ? Feed.Form.allCases : feed.archiveForms }

    func path(_ form: Feed.Form) -> String {
        number.map { archivePath($0, form) } ?? feed.folder + form.file
    }

    /// Where the archive before this document's items is, for one who reads this form; nil where there is none.
    func previousPath(from form: Feed.Form) -> String? {
        previous.map { archivePath($0, feed.archiveForm(for: form)) }
    }

    private func archivePath(_ number: Int, _ form: Feed.Form) -> String {
        "\(feed.folder)\(Self.archiveFolder)\(number)/\(form.file)"
    }

    /// A closed archive's dates never change again; a correction is told by an item of its own.
    var showsCorrections: Bool { number == nil }

    /// About how many bytes the items take in one form: most of what the store has of each is in two of them.
    var size: Int {
        items.reduce(0) { $0 + Int(feed.table[$1].size) + feed.table.sharedRange(of: $1).count / 2 }
    }

    /// The newest change of any item; nil for a feed without items.
    var updated: Moment? {
        var newest: (second: Int64, microsecond: Int32)?
        for item in items {
            let updated = feed.table.updated(item, showsCorrections: showsCorrections)
            if let newest, newest >= updated { continue }
            newest = updated
        }
        return newest.map { newest in
            Moment(
                precision: .second, start: newest.second, nanoseconds: newest.microsecond * 1000,
                fractionDigits: 6)
        }
    }
}
