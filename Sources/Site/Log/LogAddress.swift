import Incidents

/// Where the public log lies below the site's address, and what it is called.
package enum LogAddress {
    package static let folder = "log/"
    package static let checkpoint = "log/checkpoint"
    package static let verifierKey = "log/vkey.txt"
    /// Size and root without a signature, for sites without a key: the text that would be signed.
    package static let root = "log/root.txt"
    /// The sizes of all checkpoints that were signed, one a line, ascending.
    package static let sizes = "log/checkpoints/sizes.txt"

    package static func checkpoint(ofSize size: Int) -> String { "log/checkpoints/\(size)" }
    package static func tile(_ path: String) -> String { folder + path }

    /// Where a revision's canonical JSON lies, so that its hash can be computed again.
    package static func revision(_ number: Int, slug: String) -> String {
        "incidents/\(slug)/revisions/\(number).json"
    }

    /// The log's name (C2SP tlog-checkpoint: an address without its scheme), which is also its key's:
    /// `disclosures.example.org/log`.
    package static func origin(of site: SiteConfiguration) -> String {
        let bare = site.url.split(separator: "://", maxSplits: 1).last.map(String.init) ?? site.url
        return (bare.hasSuffix("/") ? bare : bare + "/") + "log"
    }
}
