/// One record: the head that every kind has, and the facts of its kind. It never changes, so that pages, feeds and rules
/// share it; where each value stands in its file is known by `Records.RecordFile`.
///
/// Texts hold what the writer wrote. Prose is Markdown.
package final class Record: Sendable {
    /// `ORG-YYYY-NNNN`.
    package let id: String
    package let title: String
    /// Prose.
    package let summary: String
    package let status: RecordStatus
    /// Nil for a statement.
    package let severity: IncidentSeverity?
    /// The first public word.
    package let disclosed: Moment
    /// The id of an issuer of the site; nil means the publisher speaks.
    package let issuer: String?
    package let voice: Voice
    /// BCP 47; nil means the site's.
    package let lang: String?
    /// As written, or the file's name without its ending.
    package let slug: String
    package let isDraft: Bool
    package let embargo: Moment?
    package let aliases: [String]
    package let related: [String]
    package let tags: [String]
    package let references: [Reference]
    package let credits: [Credit]
    package let withdrawn: Withdrawal?
    package let advice: Advice
    package let claims: [Claim]
    package let questions: [Question]
    package let updates: [Update]
    package let corrections: [Correction]
    package let facts: Facts
    /// The writer's own `x-` keys at the top of the record, in the file's order.
    package let extensions: [(key: String, value: ExtensionValue)]

    package init(
        id: String = "", title: String = "", summary: String = "", status: RecordStatus = .investigating,
        severity: IncidentSeverity? = nil, disclosed: Moment = Moment(secondsSince1970: 0),
        issuer: String? = nil, voice: Voice = .own, lang: String? = nil, slug: String = "",
        isDraft: Bool = false, embargo: Moment? = nil, aliases: [String] = [], related: [String] = [],
        tags: [String] = [], references: [Reference] = [], credits: [Credit] = [],
        withdrawn: Withdrawal? = nil, advice: Advice = .notStated, claims: [Claim] = [],
        questions: [Question] = [], updates: [Update] = [], corrections: [Correction] = [], facts: Facts,
        extensions: [(key: String, value: ExtensionValue)] = []
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.status = status
        self.severity = severity
        self.disclosed = disclosed
        self.issuer = issuer
        self.voice = voice
        self.lang = lang
        self.slug = slug
        self.isDraft = isDraft
        self.embargo = embargo
        self.aliases = aliases
        self.related = related
        self.tags = tags
        self.references = references
        self.credits = credits
        self.withdrawn = withdrawn
        self.advice = advice
        self.claims = claims
        self.questions = questions
        self.updates = updates
        self.corrections = corrections
        self.facts = facts
        self.extensions = extensions
    }

    /// What only records of one kind tell.
    package enum Facts: Sendable {
        case incident(Incident)
        indirect case statement(Statement)
        indirect case advisory(Advisory)
    }

    package var kind: RecordKind {
        switch facts {
        case .incident: .incident
        case .statement: .statement
        case .advisory: .advisory
        }
    }

    package var incident: Incident? { if case .incident(let incident) = facts { incident } else { nil } }
    package var statement: Statement? { if case .statement(let statement) = facts { statement } else { nil } }
    package var advisory: Advisory? { if case .advisory(let advisory) = facts { advisory } else { nil } }

    package func reference(_ id: String) -> Reference? {
        references.first { $0.id == id }
    }

    /// The moment of the newest public word: the last update's, else `disclosed`.
    package var lastWord: Moment { updates.last?.at ?? disclosed }
}

/// What the writer put under an `x-` key: kept as written and handed to templates.
package indirect enum ExtensionValue: Sendable, Hashable {
    case text(String)
    case list([ExtensionValue])
    case map([ExtensionPair])
}

package struct ExtensionPair: Sendable, Hashable {
    package let key: String
    package let value: ExtensionValue

    package init(key: String, value: ExtensionValue) {
        self.key = key
        self.value = value
    }
}

/// A source that figures and claims point at by its id.
package struct Reference: Sendable, Hashable {
    /// Where the source can be read.
    package var id: String
    package var title: String?
    package var url: String?
    /// The address of an archived copy.
    package var archived: String?
    /// A text beside the record, relative to it.
    package var file: String?
    package var type: ReferenceType?
    package var publisher: String?
    package var published: Moment?

    package init(
        id: String, title: String? = nil, url: String? = nil, archived: String? = nil, file: String? = nil,
        type: ReferenceType? = nil, publisher: String? = nil, published: Moment? = nil
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.archived = archived
        self.file = file
        self.type = type
        self.publisher = publisher
        self.published = published
    }

    /// What the page's folder holds besides texts, in small letters: a text under one of these names would be lost.
    package static let takenNames: Set<String> = [
        "index.html", "record.json", "feed.xml", "atom.xml", "feed.json", "announcement.txt", "revisions",
        "feed-archive",
    ]

    /// The name under which a text beside the record is published beside its page: the last part of its path.
    package static func publishedName(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }
}

package struct Credit: Sendable, Hashable {
    package var name: String
    package var role: String?
    package var url: String?

    package init(name: String, role: String? = nil, url: String? = nil) {
        self.name = name
        self.role = role
        self.url = url
    }
}

/// Taken back by its writers: the page stays and says so.
package struct Withdrawal: Sendable, Hashable {
    package var at: Moment
    package var reason: String?

    package init(at: Moment, reason: String?) {
        self.at = at
        self.reason = reason
    }
}
