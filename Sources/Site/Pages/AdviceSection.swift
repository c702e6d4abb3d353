import Incidents
import Syntax

/// What to do now: the advice that holds, the official channels, and what nobody honest asks for.
struct AdviceSection {
    let page: RecordPage

    var value: TemplateValue {
        let advice = page.record.advice
        let steps = advice.steps
        let lifted = steps.filter { $0.lifted != nil }
        return .object([
            .isNothing: .bool(advice == .nothingToDo),
            .isUnknown: .bool(advice == .unknown),
            .isSilent: .bool(advice == .notStated),
            .isOver: .bool(!steps.isEmpty && lifted.count == steps.count),
            .steps: .rows(advice.inForce, step),
            .lifted: .rows(lifted, step),
            .questions: page.questions(about: "advice"),
            .issuer: .text(page.issuerName),
            .channels: channels,
            .channelsTitle: .text(page.phrases.text("advice.channels", ["issuer": page.issuerName])),
        ])
    }

    private func step(_ step: AdviceStep) -> TemplateObject {
        [
            .isProhibition: .bool(step.isProhibition),
            .verb: .text(page.phrases.text(step.isProhibition ? "advice.dont" : "advice.do")),
            .text: .text(step.text),
            .who: TemplateValue(step.who),
            .until: TemplateValue(step.until),
            .urgency: page.words.urgency.badge(step.urgency),
            .liftedAt: page.page.timeValue(step.lifted?.at),
            .why: TemplateValue(step.lifted?.why),
        ]
    }

    /// The issuer's own channels, or the site's where the issuer has none here.
    private var channels: TemplateValue {
        let site = page.edition.site
        let own = page.record.issuer.flatMap { site.issuer($0)?.channels } ?? []
        return .rows(
            (own.isEmpty ? site.channels : own).map { channel in
                [
                    .name: .text(channel.name), .url: .address(channel.url),
                    .host: .text(Self.host(of: channel.url)),
                ]
            })
    }

    /// The address without its scheme and a final slash, which is what a reader compares with his own browser.
    static func host(of url: String) -> String {
        var text = Substring(url).utf8
        for scheme in ["https://", "http://", "mailto:"] where text.starts(with: scheme.utf8) {
            text = text.dropFirst(scheme.utf8.count)
        }
        if text.last == UInt8(ascii: "/") { text = text.dropLast() }
        return String(Substring(text))
    }
}
