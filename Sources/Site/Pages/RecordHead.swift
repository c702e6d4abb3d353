import Incidents
import Syntax

/// The first lines of a record's page: what it is, who speaks, and what a reader must know before he reads on.
struct RecordHead {
    let page: RecordPage

    func write(into object: inout TemplateMemory.Row) {
        let record = page.record
        let words = page.words
        object.set(.id, record.id)
        object.set(.title, record.title)
        object.set(.kind, words.kind.badge(record.kind))
        object.set(.status, words.status.badge(record.status))
        object.set(
            .severity, words.severity.badge(record.severity))
        object.set(.isOpen, .bool(record.status.isOpen && record.withdrawn == nil))
        object.set(
            .issuer,
            page.memory.object { object in
                object.set(.name, page.issuerName)
                object.set(.url, .address(issuerAddress))
            })
        object.set(.disclosed, page.page.timeValue(record.disclosed))
        object.set(.notices, notices)
        object.set(
            .tags,
            page.memory.rows(record.tags) { tag in
                page.memory.object { object in
                    object.set(.name, tag)
                    object.set(.href, page.page.href(SiteAddress.tag(tag)))
                }
            })
        object.set(.aliases, page.memory.rows(record.aliases) { .text($0) })
        object.set(.related, related)
        object.set(.credits, credits)
        object.set(.x, extensions)
    }

    private var issuerAddress: String? {
        guard let issuer = page.record.issuer else { return page.edition.site.publisher.url }
        return page.edition.site.issuer(issuer)?.url
    }

    private var notices: TemplateValue {
        let record = page.record
        let phrases = page.phrases
        var notices: [TemplateObject] = []
        func add(_ word: String, _ html: [UInt8]) {
            notices.append([
                .word: .text(word), .label: .text(phrases.text("notice.\(word)_label")), .html: .html(html),
            ])
        }
        func escaped(_ text: String) -> [UInt8] {
            var bytes: [UInt8] = []
            HTMLText.append(text, to: &bytes)
            return bytes
        }
        if let withdrawn = record.withdrawn {
            add(
                "withdrawn",
                phrases.html(
                    "notice.withdrawn",
                    ["at": page.page.time(withdrawn.at), "reason": escaped(withdrawn.reason ?? "")]))
        }
        if record.isDraft { add("draft", phrases.html("notice.draft", [:])) }
        if let embargo = record.embargo, page.edition.telling.isBefore(embargo) {
            add("embargo", phrases.html("notice.embargo", ["until": page.page.time(embargo)]))
        }
        if record.status == .superseded { add("superseded", phrases.html("notice.superseded", [:])) }
        if record.voice == .reconstruction {
            add(
                "reconstruction",
                phrases.html(
                    "notice.reconstruction",
                    ["issuer": escaped(page.issuerName), "site": escaped(page.edition.publisherName)]))
        }
        return TemplateValue(notices)
    }

    private var related: TemplateValue {
        page.memory.rows(
            page.record.related
        ) { id in
            guard let other = page.edition.neighbour(id) else {
                return page.memory.object { object in
                    object.set(.id, id)
                    object.set(.href, .null)
                    object.set(.title, .null)
                }
            }
            return page.memory.object { object in
                object.set(.id, id)
                object.set(.title, other.title)
                object.set(.href, page.page.href(SiteAddress.page(ofSlug: other.slug)))
            }
        }
    }

    private var credits: TemplateValue {
        page.memory.rows(
            page.record.credits
        ) { credit in
            page.memory.object { object in
                object.set(.name, credit.name)
                object.set(.role, credit.role)
                object.set(.url, .address(credit.url))
            }
        }
    }

    /// The writer's own `x-` keys under their names: `{{x.x-postcode}}`.
    private var extensions: TemplateValue {
        guard !page.record.extensions.isEmpty else { return .null }
        return .object(
            TemplateObject(page.record.extensions.map { (TemplateKey($0.key), Self.value($0.value)) }))
    }

    private static func value(_ value: ExtensionValue) -> TemplateValue {
        switch value {
        case .text(let text): .text(text)
        case .list(let items): .list(items.map { self.value($0) })
        case .map(let pairs):
            .object(TemplateObject(pairs.map { (TemplateKey($0.key), self.value($0.value)) }))
        }
    }
}
