import Incidents
import Syntax

/// What caused it, how sure that is, and what contributed.
struct CauseSection {
    let page: RecordPage
    let cause: RootCause?

    var value: TemplateValue {
        guard let cause else { return .null }
        return .object([
            .category: page.words.cause.badge(cause.category),
            .isUnknown: .bool(cause.category == .unknown),
            .confidence: page.words.confidence.badge(cause.confidence),
            .summary: page.prose(cause.summary, idPrefix: "cause-"),
            .contributing: .rows(values: cause.contributing.map { page.prose($0) }),
            .weaknesses: .rows(cause.weaknesses, weakness),
            .source: page.source(cause.source),
        ])
    }

    /// `CWE-79` with the address under which MITRE defines it.
    private func weakness(_ name: String) -> TemplateObject {
        let number = name.dropFirst(4)
        let isPlain =
            name.hasPrefix("CWE-") && !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return [
            .name: .text(name),
            .url: isPlain ? .text("https://cwe.mitre.org/data/definitions/\(number).html") : .null,
        ]
    }
}

/// The words that readers are told to lean on, each with what it means here, or with the note that nobody has said so.
struct AssurancesSection {
    let page: RecordPage
    let assurances: [Assurance]

    var value: TemplateValue {
        guard !assurances.isEmpty else { return .null }
        return .object([.rows: .each(assurances, row)])
    }

    private func row(_ assurance: Assurance) -> TemplateObject {
        let says =
            switch assurance.says {
            case .defined(let word): page.words.assurance[word]
            case .text(let text): text
            }
        var meaning: String?
        if case .prose(let text) = assurance.means { meaning = text }
        return [
            .id: TemplateValue(assurance.id.map { "assurance-" + $0 }),
            .says: .text(says),
            .means: page.prose(meaning, headingOffset: 3),
            .isOpen: .bool(meaning == nil),
            .scope: TemplateValue(assurance.scope),
            .by: TemplateValue(assurance.by),
            .at: page.page.timeValue(assurance.asOf),
            .confidence: page.words.confidence.badge(assurance.confidence),
            .sources: page.sources(assurance.evidence),
        ]
    }
}

/// What went well and wrong, and where it was luck.
struct LessonsSection {
    let page: RecordPage
    let lessons: Lessons?

    var value: TemplateValue {
        guard let lessons, !lessons.isEmpty else { return .null }
        return .object([
            .wentWell: .rows(values: lessons.wentWell.map { page.prose($0) }),
            .wentWrong: .rows(values: lessons.wentWrong.map { page.prose($0) }),
            .gotLucky: .rows(values: lessons.gotLucky.map { page.prose($0) }),
        ])
    }
}
