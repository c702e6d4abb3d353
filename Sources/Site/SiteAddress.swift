import Incidents

/// Where things are published: the one place that knows the site's layout.
///
/// Paths are below the site's address and end in `/` for pages; `absolute` puts the address before them.
package struct SiteAddress: Sendable {
    /// The site's absolute address with a final slash.
    package let root: String

    package init(_ site: SiteConfiguration) {
        root = site.url.hasSuffix("/") ? site.url : site.url + "/"
    }

    package func absolute(_ path: String) -> String { root + path }

    /// `https://host` without the site's own sub-path: the origin that a Content-Security-Policy calls 'self'.
    package var origin: String {
        var slashes = 0
        return String(
            root.prefix { character in
                if character == "/" { slashes += 1 }
                return slashes < 3
            })
    }

    /// The path part of the site's address: `/` or `/incidents/`.
    package var basePath: String { String(root.dropFirst(origin.count)) }

    package static func page(of record: Record) -> String { page(ofSlug: record.slug) }
    package static func page(ofSlug slug: String) -> String { "incidents/\(slug)/" }
    package static func json(of record: Record) -> String { page(of: record) + recordFile }
    /// What a record's JSON is called in the folder of its page.
    static let recordFile = "record.json"
    package static func tag(_ tag: String) -> String { "tags/\(tag)/" }
    package static func asset(_ id: String) -> String { "assets/\(id)/" }
    package static func year(_ year: Int) -> String { "archive/\(year)/" }
    package static let assets = "assets/"
    package static let tags = "tags/"
    /// A further page of a list whose first page stands in `folder`; 1 is the folder itself.
    package static func page(_ number: Int, of folder: String) -> String {
        number == 1 ? folder : "\(folder)page/\(number)/"
    }
    package static let archive = "archive/"
    package static let commitments = "commitments/"
    package static let corrections = "corrections/"
    package static let figures = "figures/"
    package static let about = "about/"
    package static let feeds = "feeds/"
    package static let search = "search/"
    package static let statements = "statements/"

    /// The anchor of an update on its record's page.
    package static func anchor(of update: Update) -> String { "update-\(update.id)" }
    package static func anchor(ofCorrection index: Int) -> String { "correction-\(index + 1)" }
}
