import Diagnostics
import Incidents
import Syntax

/// `aboveboard.yml` with its file: every value's place, and which values could not be read.
package final class SiteFile: Sendable {
    package let document: YAMLDocument
    package let configuration: SiteConfiguration
    package let faults: FaultTree

    init(document: YAMLDocument, configuration: SiteConfiguration, faults: FaultTree) {
        self.document = document
        self.configuration = configuration
        self.faults = faults
    }

    package var file: SourceFile { document.file }

    package func isSound(_ steps: FieldPath.Step...) -> Bool {
        let path = FieldPath(steps: steps)
        return !faults.touches(path)
    }

    package func span(_ steps: FieldPath.Step...) -> SourceSpan {
        document.nearestSpan(to: FieldPath(steps: steps))
    }
}

/// Turns `aboveboard.yml` into a `SiteConfiguration`.
package struct SiteReader: Sendable {
    package init() {}

    /// Reads the configuration; nil where the file is no YAML mapping, which the report then says.
    package func read(_ file: SourceFile, into report: inout Report) -> SiteFile? {
        var reading = Report()
        let whole = YAMLReader().read(file, into: &reading)
        report.add(contentsOf: reading)
        // What stands behind a second document's mark is not read, and everything that is missing then is no mistake.
        guard let document = whole, !reading.sorted.contains(where: { $0.code == "multiple-documents" })
        else {
            return nil
        }
        guard let root = document.root, document[root].kind == .mapping else {
            report.add(
                Diagnostic(
                    document.root == nil ? "empty-file" : "wrong-type", .error,
                    "aboveboard.yml is a mapping of keys and values",
                    at: document.root.map(document.openingSpan) ?? SourceSpan(file: file, start: 0, end: 0),
                    help: "it needs at least title and url; `aboveboard init` writes one"))
            return nil
        }
        var check = FormCheck(document)
        let row = check.read(root, as: SiteFormat.shape)
        report.add(contentsOf: check.report)
        return SiteFile(document: document, configuration: decode(row), faults: check.faults)
    }

    private func decode(_ row: Row) -> SiteConfiguration {
        var site = SiteConfiguration()
        site.title = row.text("title") ?? ""
        site.url = row.text("url") ?? ""
        if !site.url.hasSuffix("/") { site.url += "/" }
        site.lang = row.text("lang") ?? "en"
        site.description = row.text("description")
        site.idPrefix = row.text("id_prefix")
        if let publisher = row.row("publisher") {
            site.publisher.name = publisher.text("name")
            site.publisher.url = publisher.text("url")
            site.publisher.contact = publisher.text("contact")
            site.publisher.category = publisher.word("category")
            site.publisher.namespace = publisher.text("namespace")
        }
        site.channels = row.rows("channels", channel)
        site.issuers = row.rows("issuers") { row in
            var issuer = SiteConfiguration.Issuer(id: row.text("id") ?? "")
            issuer.name = row.text("name")
            issuer.url = row.text("url")
            issuer.channels = row.rows("channels", channel)
            return issuer
        }
        site.assets = row.rows("assets", asset)
        site.tokens = row.rows("tokens") { row in
            var token = SiteConfiguration.Token(id: row.text("id") ?? "")
            token.name = row.text("name")
            token.caip19 = row.text("caip19")
            token.decimals = row.integer("decimals")
            return token
        }
        site.explorers = row.rows("explorers") { row in
            var explorer = SiteConfiguration.ExplorerRow(chain: row.text("chain") ?? "")
            explorer.name = row.text("name")
            explorer.token = row.text("token")
            explorer.decimals = row.integer("decimals")
            explorer.transaction = row.text("transaction")
            explorer.address = row.text("address")
            return explorer
        }
        if let feeds = row.row("feeds") {
            site.feeds.items = feeds.integer("items") ?? site.feeds.items
            site.feeds.hub = feeds.text("hub")
            site.feeds.authority = feeds.text("authority")
        }
        site.perPage = row.row("pages")?.integer("per_page") ?? site.perPage
        if let theme = row.row("theme") {
            site.theme.templates = theme.text("templates")
            site.theme.accent = theme.text("accent")
            site.theme.logo = theme.text("logo")
        }
        site.security = row.row("security").map {
            var contact = SiteConfiguration.SecurityContact(contact: $0.text("contact") ?? "")
            contact.expires = $0.moment("expires")
            contact.policy = $0.text("policy")
            return contact
        }
        site.asOf = row.moment("as_of")
        if let check = row.row("check") {
            site.deniedCodes = check.texts("deny")
            site.allowedCodes = check.texts("allow")
        }
        return site
    }

    private func channel(_ row: Row) -> SiteConfiguration.Channel {
        SiteConfiguration.Channel(name: row.text("name") ?? "", url: row.text("url") ?? "")
    }

    private func asset(_ row: Row) -> SiteConfiguration.Asset {
        var asset = SiteConfiguration.Asset(id: row.text("id") ?? "")
        asset.name = row.text("name")
        asset.type = row.word("type")
        asset.description = row.text("description")
        asset.account = row.text("account")
        asset.purl = row.text("purl")
        asset.group = row.text("group")
        asset.issuer = row.text("issuer")
        return asset
    }
}
