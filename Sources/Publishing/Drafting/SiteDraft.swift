import Incidents

/// A new site from nothing: configuration, an example to learn from, what git leaves out, and a workflow that publishes.
package struct SiteDraft: Sendable {
    package var title: String
    /// Absolute, with a final slash.
    package var url: String
    /// The `ORG` of record ids.
    package var idPrefix: String
    package var publisher: String
    package var contact: String?
    /// The first entry of the asset register.
    package var assetName: String
    /// Where the workflow fetches the program from; asked of the repository's variables where it is not known.
    package var programSource: String?
    package let moment: Moment

    package init(title: String, url: String, moment: Moment) {
        self.title = title
        self.url = url.hasSuffix("/") ? url : url + "/"
        self.moment = moment
        idPrefix = Self.prefix(from: title)
        publisher = title
        assetName = "Main service"
    }

    /// Capital letters for ids: the first letters of the words, or the beginning of the only one.
    package static func prefix(from title: String) -> String {
        let words = title.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let letters =
            words.count > 1 ? words.prefix(4).compactMap(\.first) : Array(words.first?.prefix(4) ?? "")
        let prefix = String(letters.drop { !$0.isLetter })
        return prefix.isEmpty ? "ORG" : prefix
    }

    /// A name for rows: small letters, digits and single hyphens; `fallback` where nothing of that is in the text.
    package static func rowID(from text: String, fallback: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = words.joined(separator: "-")
        return id.isEmpty ? fallback : String(id.prefix(60))
    }

    /// `HOST,YEAR`: the authority of permanent ids (RFC 4151), kept when the address changes.
    private var authority: String {
        var configuration = SiteConfiguration()
        configuration.url = url
        let host = configuration.tagAuthority.prefix { $0 != "," }
        return "\(host),\(Moment.padded(moment.year, 4))"
    }

    private var assetID: String { Self.rowID(from: assetName, fallback: "service") }

    /// Every file of the site, the configuration first.
    package var files: [DraftFile] {
        [
            DraftFile("aboveboard.yml", configuration),
            DraftFile("incidents/\(Moment.padded(moment.year, 4))/example.yml", example),
            DraftFile(".gitignore", Self.ignored),
            DraftFile(".github/workflows/publish.yml", PagesWorkflow(programSource: programSource).text),
        ]
    }

    private var configuration: String {
        """
        # yaml-language-server: $schema=\(url)schema/site.schema.json
        title: \(YAMLText.scalar(title))
        url: \(YAMLText.scalar(url))
        lang: en

        # Record ids begin with this: \(idPrefix)-\(Moment.padded(moment.year, 4))-0001.
        id_prefix: \(idPrefix)

        publisher:
          name: \(YAMLText.scalar(publisher))
          url: \(YAMLText.scalar(url))
          category: vendor\(contact.map { "\n  contact: " + YAMLText.scalar($0) } ?? "")

        # The only places where you speak, shown with every advice. Add your status page and your accounts.
        channels:
          - name: This site
            url: \(YAMLText.scalar(url))

        # The register: what an incident can touch. A record says of each whether it is affected; one that it does not
        # name is shown as "not stated", never as safe.
        assets:
          - id: \(assetID)
            name: \(YAMLText.scalar(assetName))
            type: service

        # Part of every feed entry's permanent id. Never change it, not even when the address changes.
        feeds:
          authority: "\(authority)"

        """
    }

    private var example: String {
        """
        \(RecordDraft.modeline(url))
        # An example to learn from. It is a draft, so no reader ever sees it; delete it when you like.
        # `aboveboard new incident` writes the next record.
        id: \(idPrefix)-\(Moment.padded(moment.year, 4))-0000
        kind: incident
        draft: true
        title: Requests fail for some users
        status: investigating
        severity: medium
        disclosed: \(moment.utcText)
        summary: |
          Since this morning some requests fail. No funds and no data are touched. A new setting is the likely cause.

        # What readers should do now, shown first on the page: a list, `none` or `unknown`.
        advice:
          - do: Try again after some minutes
            urgency: when_convenient

        # What is affected, and what is not.
        assets:
          - asset: \(assetID)
            exposure: affected
            status: partial_outage

        timeline:
          - at: \(moment.utcText)
            milestone: detected
            text: An alert told us that requests fail.

        losses: none

        root_cause:
          category: configuration
          confidence: likely
          summary: A new setting was wrong.

        # What was told, oldest first. `aboveboard update \(idPrefix)-\(Moment.padded(moment.year, 4))-0000` adds the next.
        updates:
          - id: u1
            at: \(moment.utcText)
            status: investigating
            body: |
              Some requests fail. We are rolling back a new setting, which is the likely cause.
            next_update: unknown

        """
    }

    private static let ignored = """
        # Caches of aboveboard: never needed, made again.
        .aboveboard/
        # The built site: the workflow builds and publishes it.
        site/

        """
}
