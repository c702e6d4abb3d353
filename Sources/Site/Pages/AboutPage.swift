import Incidents
import Syntax

/// What these disclosures are, and what every term and word of confidence on them means.
struct AboutPage {
    let edition: Edition

    var artifacts: [Artifact] {
        let page = Page(edition, path: SiteAddress.about)
        var frame = PageFrame(
            page: page, title: page.phrases.text("about.title"),
            description: page.phrases.text("about.description"))
        frame.section = "about"
        var object = frame.object()
        object.set(.channels, .rows(edition.site.channels.map(channel)))
        object.set(.issuers, .rows(edition.site.issuers.map(issuer)))
        object.set(.groups, TemplateValue(groups(page)))
        object.set(.questions, TemplateValue(StageQuestion.allCases.map { question(page, $0) }))
        object.set(.feedsHref, page.href(SiteAddress.feeds))
        object.set(.policyHref, .address(edition.site.security?.policy))
        return [page.artifact(.about, object)].compactMap(\.self)
    }

    private func channel(_ channel: SiteConfiguration.Channel) -> TemplateObject {
        [
            .name: .text(channel.name), .url: .address(channel.url),
            .host: .text(WebAddress.shown(channel.url)),
        ]
    }

    private func issuer(_ issuer: SiteConfiguration.Issuer) -> TemplateObject {
        [
            .name: .text(issuer.name ?? issuer.id), .url: .address(issuer.url),
            .channels: TemplateValue(issuer.channels.map(channel)),
        ]
    }

    private func question(_ page: Page, _ question: StageQuestion) -> TemplateObject {
        [
            .text: .text(page.words.question[question]),
            .due: .text(page.phrases.text("checklist.due_at", ["status": page.words.status[question.dueAt]])),
        ]
    }

    // MARK: - Terms

    private func groups(_ page: Page) -> [TemplateObject] {
        let words = page.words
        func group(_ id: String, _ terms: [(word: String, term: String, meaning: String)]) -> TemplateObject {
            [
                .id: .text(id), .title: .text(page.phrases.text("about.terms_" + id)),
                .rows: TemplateValue(
                    terms.map { term in
                        [
                            .id: .text("\(id)-\(term.word)"), .term: .text(term.term),
                            .meaning: .text(page.phrases.text(term.meaning)),
                        ]
                    }),
            ]
        }
        func terms<Word>(_ list: WordList<Word>, _ meanings: String) -> [(
            word: String, term: String, meaning: String
        )] {
            Word.allCases.map { ($0.rawValue, list[$0], "\(meanings).\($0.rawValue)") }
        }
        let figures = ["gross", "net", "at_large"].map {
            (word: $0, term: page.phrases.text("losses." + $0), meaning: "losses.\($0)_meaning")
        }
        let parts = LossBalance.Fate.allCases.map { fate in
            (
                word: fate.rawValue, term: page.phrases.text("disposition." + fate.rawValue),
                meaning: "disposition_meaning." + fate.rawValue
            )
        }
        let bases = Money.Basis.allCases.map {
            (
                word: $0.rawValue, term: page.phrases.text("basis." + $0.rawValue),
                meaning: "basis_meaning." + $0.rawValue
            )
        }
        let durations = ["detect", "contain", "disclose", "resolve"].map {
            (word: $0, term: page.phrases.text("timeline." + $0), meaning: "timeline.\($0)_meaning")
        }
        return [
            group("kind", terms(words.kind, "kind_meaning")),
            group("status", terms(words.status, "status_meaning")),
            group("severity", terms(words.severity, "severity_meaning")),
            group("confidence", terms(words.confidence, "confidence_meaning")),
            group("exposure", terms(words.exposure, "exposure_meaning")),
            group("operation", terms(words.operation, "operation_meaning")),
            group("loss_class", terms(words.lossClass, "loss_class_meaning")),
            group("figure", figures),
            group("disposition", parts),
            group("basis", bases),
            group("phase", terms(words.phase, "phase_meaning")),
            group("milestone", terms(words.milestone, "milestone_meaning")),
            group("duration", durations),
            group("cause", terms(words.cause, "cause_meaning")),
            group("measure", terms(words.mitigation, "mitigation_meaning")),
            group("involvement", terms(words.involvement, "involvement_meaning")),
            group("justification", terms(words.justification, "justification_meaning")),
            group("withheld", terms(words.withheld, "withheld_meaning")),
            group("correction", terms(words.correction, "correction_meaning")),
        ]
    }
}
