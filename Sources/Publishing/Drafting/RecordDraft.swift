import Incidents

/// A new record with the fields that its first stage asks for, what is not known said so, and comments that guide.
///
/// What only the writer can say is left empty, so that `check` names it until it is filled in.
package struct RecordDraft: Sendable {
    package let kind: RecordKind
    package let id: String
    package var title: String?
    package var summary: String?
    package var status: RecordStatus
    package var severity = IncidentSeverity.unknown
    package var disclosed: Moment
    /// When the next word is promised: a moment, `none` or `unknown`.
    package var nextUpdate = "unknown"
    /// Ids of the register that are known to be affected; the others are written as unknown.
    package var affected: [String] = []
    /// For a statement: the incident elsewhere and where it is told.
    package var eventName: String?
    package var eventAddress: String?
    package let site: SiteConfiguration

    package init(_ kind: RecordKind, id: String, disclosed: Moment, site: SiteConfiguration) {
        self.kind = kind
        self.id = id
        self.disclosed = disclosed
        self.site = site
        status = kind.statuses[0]
    }

    /// The first line of every record: where editors find the schema for completion.
    package static func modeline(_ siteAddress: String) -> String {
        "# yaml-language-server: $schema=\(siteAddress)schema/record.schema.json"
    }

    package var text: String {
        var text = Self.modeline(site.url) + "\n" + head
        switch kind {
        case .incident: text += advice + assets + updates
        case .statement: text += event + products + advice + references
        case .advisory: text += affectedVersions + advice
        }
        return text
    }

    private var head: String {
        var text = """
            id: \(id)
            kind: \(kind.rawValue)
            # What happened, in at most 110 characters.
            title:\(title.map { " " + YAMLText.scalar($0) } ?? "")
            status: \(status.rawValue)

            """
        if kind != .statement { text += "severity: \(severity.rawValue)\n" }
        text += """
            disclosed: \(disclosed.text)
            # What happened, since when, and what it means for readers: one or two paragraphs of Markdown.
            summary:\(summary.map { " " + YAMLText.block($0, indentation: 2) } ?? "\n")

            """
        return text
    }

    private var advice: String {
        """
        # What should readers do now? `none` where there is nothing to do, `unknown` as long as you do not know, or:
        # advice:
        #   - dont: Send anything to the bridge
        #     urgency: now
        advice: unknown


        """
    }

    /// The register's entries that this record must speak of: the publisher's own.
    private var register: [SiteConfiguration.Asset] {
        let own = site.assets.filter { $0.issuer == nil || affected.contains($0.id) }
        return own.isEmpty ? site.assets : own
    }

    private var assets: String {
        var text = "# What is affected, and what is not: affected, not_affected or unknown.\nassets:"
        if register.isEmpty { text += " # name what can be touched under `assets` in aboveboard.yml first" }
        text += "\n"
        for asset in register {
            let exposure = affected.contains(asset.id) ? "affected" : "unknown"
            text += "  - asset: \(asset.id)\n    exposure: \(exposure)\n"
        }
        return text + "\n"
    }

    private var updates: String {
        """
        # What was told, oldest first; `aboveboard update \(id)` adds the next. `next_update` is when readers hear more:
        # a moment, `none` or `unknown`.
        updates:
          - id: u1
            at: \(disclosed.text)
            status: \(status.rawValue)
            body:\(summary.map { " " + YAMLText.block($0, indentation: 6) } ?? "\n")\
            next_update: \(nextUpdate)

        """
    }

    private var event: String {
        """
        # The incident elsewhere that this statement answers.
        event:
          name:\(eventName.map { " " + YAMLText.scalar($0) } ?? "")
          source: event


        """
    }

    private var products: String {
        var text = """
            # Each product's answer: under_investigation, affected (with an `action`), fixed, or not_affected (with a
            # `justification` and the `impact` in words).
            products:

            """
        for asset in register {
            let word = affected.contains(asset.id) ? "affected" : status.rawValue
            text += "  - asset: \(asset.id)\n    status: \(word)\n"
            if word == "affected" { text += "    # What should its users do?\n    action:\n" }
            if word == "not_affected" {
                text += """
                        # One of: component_not_present, vulnerable_code_not_present, vulnerable_code_not_in_execute_path,
                        # vulnerable_code_cannot_be_controlled_by_adversary, inline_mitigations_already_exist.
                        justification:
                        impact:

                    """
            }
        }
        return text + "\n"
    }

    private var references: String {
        """
        references:
          - id: event
            # Where the incident elsewhere is told.
            url:\(eventAddress.map { " " + YAMLText.scalar($0) } ?? "")
            type: advisory

        """
    }

    private var affectedVersions: String {
        var text = "# What is affected, and in which versions.\naffected:\n"
        let chosen = register.filter { affected.contains($0.id) }
        for asset in chosen.isEmpty ? register : chosen {
            text += """
                  - asset: \(asset.id)
                    # versions:
                    #   introduced: 1.0.0
                    #   fixed: 1.4.2

                """
        }
        return text + """

            # Does somebody use it already: yes, no or unknown?
            exploitation:
              known: unknown


            """
    }
}
