import Incidents
import Syntax

/// The page of one record: what its sections share.
final class RecordPage {
    let page: Page
    let record: Record
    let entry: Catalogue.Entry
    /// The record's own feeds.
    let feeds: [FeedLink]
    /// A link to each of the references.
    private let sources: [TemplateValue]

    init(_ entry: Catalogue.Entry, in edition: Edition) {
        self.entry = entry
        record = entry.record
        let page = Page(
            edition, path: SiteAddress.page(of: entry.record), language: entry.record.lang, room: 16_384)
        self.page = page
        feeds = FeedLink.feeds(in: page.path, about: record.title)
        let references = entry.record.references
        sources = references.indices.map { Self.source(references[$0], at: $0, page) }
    }

    var edition: Edition { page.edition }
    var memory: TemplateMemory { page.memory }
    var phrases: Phrases { page.phrases }
    var words: Vocabulary { page.words }
    var issuerName: String { edition.issuerName(of: record) }

    /// Where a statement of the record is said: a link to the entry among the references, named by its publisher.
    func source(_ id: String?) -> TemplateValue {
        guard let id else { return .null }
        for (index, value) in sources.enumerated() where record.references[index].id == id { return value }
        return .null
    }

    private static func source(_ reference: Reference, at index: Int, _ page: Page) -> TemplateValue {
        let (memory, phrases) = (page.memory, page.phrases)
        return memory.object { object in
            object.set(.href, page.text("#ref-", reference.id))
            object.set(
                .label,
                reference.publisher.map { memory.text($0) }
                    ?? memory.text {
                        phrases.append("references.numbered", to: &$0, filling: "n") {
                            phrases.numbers.append(index + 1, to: &$0)
                        }
                    })
            object.set(.number, memory.text { phrases.numbers.append(index + 1, to: &$0) })
        }
    }

    func sources(_ ids: [String]) -> TemplateValue { memory.each(ids) { source($0) } }

    /// The record's open questions about a field, such as `advice`.
    func questions(about field: String) -> TemplateValue {
        let asked = record.questions.filter { question in
            guard question.isOpen, let about = question.about else { return false }
            return about == field || about.hasPrefix(field + ".") || about.hasPrefix(field + "#")
        }
        return TemplateValue(asked.map(\.asks))
    }

    func prose(_ markdown: String?, headingOffset: Int = 2, idPrefix: String = "") -> TemplateValue {
        guard let markdown, !markdown.isEmpty else { return .null }
        return page.memory.html {
            Prose.append(
                markdown, headingOffset: headingOffset, idPrefix: idPrefix, sharing: edition.prose, to: &$0)
        }
    }

    /// The name of something of the register, and the page about it, with what `say` says of it here.
    func asset(_ id: String, _ say: (inout TemplateMemory.Row) -> Void = { _ in }) -> TemplateValue {
        let shown = edition.shownAsset(id)
        return memory.object { object in
            object.set(.name, shown?.name ?? .text(id))
            object.set(.href, shown.map { page.href($0.path) } ?? .null)
            object.set(.group, shown?.group ?? .null)
            say(&object)
        }
    }

    /// The whole page.
    func bytes() -> [UInt8] {
        var object = frame()
        RecordHead(page: self).write(into: &object)
        object.set(.advice, AdviceSection(page: self).value)
        object.set(.standing, StandingSection(page: self).value)
        object.set(.summary, prose(record.summary, idPrefix: "summary-"))
        object.set(.claims, ClaimsSection(page: self).value)
        object.set(.questions, QuestionsSection(page: self).value)
        object.set(.updates, UpdatesSection(page: self).value)
        object.set(.corrections, CorrectionsSection(page: self).value)
        object.set(.references, ReferencesSection(page: self).value)
        object.set(.follow, FollowSection(page: self).value)
        object.set(.standingInLog, LogSection(page: self).value)
        switch record.facts {
        case .incident(let incident):
            object.set(.affected, AffectedSection(page: self, assets: incident.assets).value)
            object.set(.losses, LossesSection(page: self, losses: incident.losses).value)
            object.set(.timeline, TimelineSection(page: self, incident: incident).value)
            object.set(.cause, CauseSection(page: self, cause: incident.rootCause).value)
            object.set(.assurances, AssurancesSection(page: self, assurances: incident.assurances).value)
            object.set(
                .measures,
                MeasuresSection(page: self, measures: incident.mitigations, parties: incident.thirdParties)
                    .value)
            object.set(
                .chain,
                ChainSection(page: self, accounts: incident.accounts, transactions: incident.transactions)
                    .value)
            object.set(.checklist, ChecklistSection(page: self).value)
            object.set(.lessons, LessonsSection(page: self, lessons: incident.lessons).value)
        case .statement(let statement):
            object.set(.statement, StatementSection(page: self, statement: statement).value)
        case .advisory(let advisory):
            object.set(.advisory, AdvisorySection(page: self, advisory: advisory).value)
        }
        object.set(.contents, contents(of: object))
        return page.bytes(PageKind(record.kind), object)
    }

    /// The sections that the page has, in the order of the page, for its table of contents.
    private func contents(of object: borrowing TemplateMemory.Row) -> TemplateValue {
        let (sections, entries) = (Phrases.sections, phrases.contents)
        let places = sections.indices.filter { object.shows(sections[$0].0) }
        return memory.each(places) { entries[$0] }
    }

    private func frame() -> TemplateMemory.Row {
        let title = record.title
        var frame = PageFrame(
            page: page, title: record.id + ": " + title,
            description: Prose.line(record.summary, limit: 180, sharing: edition.prose))
        frame.kind = "article"
        frame.section = "home"
        frame.lang = record.lang
        frame.alternates = feeds
        frame.alternates.append(
            FeedLink(form: .record, subject: phrases.text("follow.json"), folder: page.path))
        frame.structuredData = StructuredData(page: self).bytes
        frame.isListed = !record.isDraft
        return frame.object()
    }
}

extension PageKind {
    init(_ kind: RecordKind) {
        switch kind {
        case .incident: self = .incident
        case .statement: self = .statement
        case .advisory: self = .advisory
        }
    }
}
