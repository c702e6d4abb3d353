/// Which kinds of files a build makes. A site for readers has all of them: pages lead to files of every kind.
///
/// A choice is for measuring, such as against another program that makes fewer files of the same records.
package struct SiteOutputs: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A page a record.
    package static let pages = SiteOutputs(rawValue: 1)
    /// The home page and the tags' pages, the theme's own files and the sitemap.
    package static let lists = SiteOutputs(rawValue: 2)
    /// The newest words of the whole site and of each tag, in the three forms of feeds.
    package static let feeds = SiteOutputs(rawValue: 4)
    /// Records as JSON, the texts beside them, their revisions, and the log.
    package static let data = SiteOutputs(rawValue: 8)
    /// Each record's own feeds, those of assets, promises, statements and corrections, and every feed's archives.
    package static let archives = SiteOutputs(rawValue: 16)
    /// The archive by year, assets, commitments, figures, corrections, terms, search and all other pages.
    package static let more = SiteOutputs(rawValue: 32)

    package static let all: SiteOutputs = [.pages, .lists, .feeds, .data, .archives, .more]

    /// Every kind by its name on the command line.
    package static let names: [(name: String, kind: SiteOutputs)] = [
        ("pages", .pages), ("lists", .lists), ("feeds", .feeds), ("data", .data), ("archives", .archives),
        ("more", .more),
    ]
}
