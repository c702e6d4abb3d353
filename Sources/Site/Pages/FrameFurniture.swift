import Incidents
import Synchronization
import Syntax

/// What the frames of all pages of a language at one depth have in common: made for the first of them, and so without
/// its memory.
final class FrameFurniture: Sendable {
    final class Set: Sendable {
        let siteTitle: TemplateValue
        let siteDescription: TemplateValue
        let cardImage: TemplateValue
        let publisher: TemplateValue
        let logo: TemplateValue
        let navigation: TemplateValue
        /// Size and root of the log, which readers keep to hold a later one against; nothing where none was published.
        let log: TemplateValue
        let root: TemplateValue
        /// The language that the page says it is in, and the way in which that is written.
        let lang: TemplateValue
        let dir: TemplateValue
        /// The record's language where the theme has no texts in it: the page speaks its own and marks what does not.
        let foreign: TemplateValue

        fileprivate init(_ page: Page, section: String, language: String) {
            let edition = page.edition
            let spoken = page.phrases.language
            let isForeign = !language.lowercased().hasPrefix(spoken.lowercased())
            lang = .constant(isForeign ? spoken : language)
            foreign = isForeign ? .constant(language) : .null
            dir = .constant(TextDirection(language: language).rawValue)
            root = .constant(page.root)
            siteTitle = .constant(edition.site.title)
            siteDescription = edition.site.description.map { .constant($0) } ?? .null
            cardImage = .constant(edition.address.absolute("card.png"))
            publisher = Self.publisher(of: edition)
            logo = edition.theme.logoPath.map { .text(page.root + $0.text) } ?? .null
            navigation = Self.navigation(page, section)
            log = Self.log(page)
        }
    }

    private struct Key: Hashable {
        let language: String
        let root: String
        let section: String
        let spoken: String
    }

    private let sets = Mutex<[Key: Set]>([:])

    /// `section` is the part of the site that the page belongs to, as the navigation names it; `language` is that of what
    /// the page tells.
    func of(_ page: Page, section: String, language: String) -> Set {
        let key = Key(
            language: language, root: page.root, section: section, spoken: page.phrases.language)
        if let set = sets.withLock({ $0[key] }) { return set }
        let set = Set(page, section: section, language: language)
        sets.withLock { $0[key] = set }
        return set
    }
}

extension FrameFurniture.Set {
    fileprivate static func publisher(of edition: Edition) -> TemplateValue {
        [
            .name: .text(edition.publisherName), .url: .address(edition.site.publisher.url),
            .contact: TemplateValue(edition.site.publisher.contact),
        ]
    }

    fileprivate static func log(_ page: Page) -> TemplateValue {
        guard let log = page.edition.log, log.size > 0 else { return .null }
        return [
            .size: .text(page.phrases.count("log.entries", log.size)), .value: .text(log.root),
            .href: .text(page.root + LogAddress.folder),
        ]
    }

    fileprivate static func navigation(_ page: Page, _ section: String) -> TemplateValue {
        let rows: [(name: String, path: String)] = [
            ("home", ""), ("archive", SiteAddress.archive), ("commitments", SiteAddress.commitments),
            ("figures", SiteAddress.figures), ("about", SiteAddress.about), ("search", SiteAddress.search),
        ]
        return TemplateValue(
            rows.map { row in
                [
                    .label: page.phrases.value("nav." + row.name), .href: .text(page.root + row.path),
                    .isCurrent: .bool(row.name == section),
                ]
            })
    }
}
