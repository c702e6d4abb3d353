/// `aboveboard.yml`: who publishes, what can be touched by an incident, and how feeds and pages are laid out.
package struct SiteConfiguration: Sendable {
    package var title = ""
    /// The site's absolute address with a final slash.
    package var url = ""
    /// BCP 47.
    package var lang = "en"
    package var description: String?
    /// The `ORG` of record ids.
    package var idPrefix: String?
    package var publisher = Publisher()
    package var channels: [Channel] = []
    package var issuers: [Issuer] = []
    package var assets: [Asset] = []
    package var tokens: [Token] = []
    package var explorers: [ExplorerRow] = []
    package var feeds = Feeds()
    /// Entries on one page of a list.
    package var perPage = 50
    package var theme = Theme()
    package var security: SecurityContact?
    package var asOf: Moment?
    /// Diagnostic codes that `check` raises to errors, and that it drops.
    package var deniedCodes: [String] = []
    package var allowedCodes: [String] = []

    package init() {}

    package struct Publisher: Sendable, Hashable {
        package var name: String?
        package var url: String?
        package var contact: String?
        package var category: PublisherCategory?
        package var namespace: String?

        package init() {}
    }

    /// An official channel: the only places where the project speaks.
    package struct Channel: Sendable, Hashable {
        package var name: String
        package var url: String

        package init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }

    /// A project that speaks on this site besides the publisher.
    package struct Issuer: Sendable, Hashable {
        package var id: String
        package var name: String?
        package var url: String?
        package var channels: [Channel] = []

        package init(id: String) {
            self.id = id
        }
    }

    /// An entry of the asset register.
    package struct Asset: Sendable, Hashable {
        package var id: String
        package var name: String?
        package var type: AssetType?
        package var description: String?
        /// CAIP-10.
        package var account: String?
        package var purl: String?
        package var group: String?
        package var issuer: String?

        package init(id: String) {
            self.id = id
        }

        package var displayName: String { name ?? id }
    }

    /// A ticker that records use.
    package struct Token: Sendable, Hashable {
        package var id: String
        package var name: String?
        package var caip19: String?
        package var decimals: Int?

        package init(id: String) {
            self.id = id
        }
    }

    /// A row of the explorers' table: templates hold `{}` where the identifier goes.
    package struct ExplorerRow: Sendable, Hashable {
        package var chain: String
        package var name: String?
        package var token: String?
        package var decimals: Int?
        package var transaction: String?
        package var address: String?

        package init(chain: String) {
            self.chain = chain
        }
    }

    package struct Feeds: Sendable, Hashable {
        package var items = 50
        /// The WebSub hub.
        package var hub: String?
        /// `HOST,YEAR` of tag URIs (RFC 4151).
        package var authority: String?

        package init() {}
    }

    package struct Theme: Sendable, Hashable {
        /// A folder beside `aboveboard.yml` whose files override their namesakes.
        package var templates: String?
        /// A colour as `#rrggbb`.
        package var accent: String?
        package var logo: String?

        package init() {}
    }

    /// What `security.txt` says (RFC 9116).
    package struct SecurityContact: Sendable, Hashable {
        package var contact: String
        package var expires: Moment?
        package var policy: String?

        package init(contact: String) {
            self.contact = contact
        }
    }

    package func asset(_ id: String) -> Asset? { assets.first { $0.id == id } }
    package func issuer(_ id: String) -> Issuer? { issuers.first { $0.id == id } }

    /// The authority of permanent ids: as configured, else the address's host and the year 2026, in which tag URIs of
    /// this program begin.
    package var tagAuthority: String {
        if let authority = feeds.authority { return authority }
        var host = Substring(url)
        if let scheme = host.range(ofScheme: "://") { host = host[scheme...] }
        host = host.prefix { $0 != "/" && $0 != ":" }
        return host.lowercased() + ",2026"
    }
}

extension Substring {
    /// The index behind a mark such as `://`, without Foundation.
    fileprivate func range(ofScheme mark: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(mark) { return self.index(index, offsetBy: mark.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
