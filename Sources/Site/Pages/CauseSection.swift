import Incidents
import Syntax

/// What caused it, how sure that is, and what contributed.
struct CauseSection {
    let page: RecordPage
    let cause: RootCause?

    var value: TemplateValue {
        guard let cause else { return .null }
        return page.memory.object { object in
            object.set(.category, page.words.cause.badge(cause.category))
            object.set(.isUnknown, .bool(cause.category == .unknown))
            object.set(.confidence, page.words.confidence.badge(cause.confidence))
            object.set(.summary, page.prose(cause.summary, idPrefix: "cause-"))
            object.set(.contributing, page.memory.rows(cause.contributing) { page.prose($0) })
            object.set(.weaknesses, page.memory.rows(cause.weaknesses) { weakness($0) })
            object.set(.source, page.source(cause.source))
        }
    }

    /// `CWE-79` with the address under which MITRE defines it.
    private func weakness(_ name: String) -> TemplateValue {
        let number = name.dropFirst(4)
        let isPlain =
            name.hasPrefix("CWE-") && !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return page.memory.object { object in
            object.set(.name, name)
            object.set(.url, isPlain ? .text("https://cwe.mitre.org/data/definitions/\(number).html") : .null)
        }
    }
}

/// The words that readers are told to lean on, each with what it means here, or with the note that nobody has said so.
struct AssurancesSection {
    let page: RecordPage
    let assurances: [Assurance]

    var value: TemplateValue {
        guard !assurances.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.rows, page.memory.each(assurances) { row($0) })
        }
    }

    private func row(_ assurance: Assurance) -> TemplateValue {
        let says =
            switch assurance.says {
            case .defined(let word): page.words.assurance[word]
            case .text(let text): text
            }
        var meaning: String?
        if case .prose(let text) = assurance.means { meaning = text }
        return page.memory.object { object in
            object.set(.id, assurance.id.map { "assurance-" + $0 })
            object.set(.says, says)
            object.set(.means, page.prose(meaning, headingOffset: 3))
            object.set(.isOpen, .bool(meaning == nil))
            object.set(.scope, assurance.scope)
            object.set(.by, assurance.by)
            object.set(.at, page.page.timeValue(assurance.asOf))
            object.set(.confidence, page.words.confidence.badge(assurance.confidence))
            object.set(.sources, page.sources(assurance.evidence))
        }
    }
}

/// What went well and wrong, and where it was luck.
struct LessonsSection {
    let page: RecordPage
    let lessons: Lessons?

    var value: TemplateValue {
        guard let lessons, !lessons.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.wentWell, page.memory.rows(lessons.wentWell) { page.prose($0) })
            object.set(.wentWrong, page.memory.rows(lessons.wentWrong) { page.prose($0) })
            object.set(.gotLucky, page.memory.rows(lessons.gotLucky) { page.prose($0) })
        }
    }
}
