import Incidents
import Syntax

/// What to do now: the advice that holds, the official channels, and what nobody honest asks for.
struct AdviceSection {
    let page: RecordPage

    var value: TemplateValue {
        let advice = page.record.advice
        let steps = advice.steps
        let lifted = steps.filter { $0.lifted != nil }
        return page.memory.object { object in
            object.set(.isNothing, .bool(advice == .nothingToDo))
            object.set(.isUnknown, .bool(advice == .unknown))
            object.set(.isSilent, .bool(advice == .notStated))
            object.set(.isOver, .bool(!steps.isEmpty && lifted.count == steps.count))
            object.set(.steps, page.memory.rows(advice.inForce) { step($0) })
            object.set(.lifted, page.memory.rows(lifted) { step($0) })
            object.set(.questions, page.questions(about: "advice"))
            object.set(.issuer, page.issuerName)
            object.set(.channels, channels)
            object.set(.channelsTitle, page.phrases.text("advice.channels", ["issuer": page.issuerName]))
        }
    }

    private func step(_ step: AdviceStep) -> TemplateValue {
        page.memory.object { object in
            object.set(.isProhibition, .bool(step.isProhibition))
            object.set(.verb, page.phrases.text(step.isProhibition ? "advice.dont" : "advice.do"))
            object.set(.text, step.text)
            object.set(.who, step.who)
            object.set(.until, step.until)
            object.set(.urgency, page.words.urgency.badge(step.urgency))
            object.set(.liftedAt, page.page.timeValue(step.lifted?.at))
            object.set(.why, step.lifted?.why)
        }
    }

    /// The issuer's own channels, or the site's where the issuer has none here.
    private var channels: TemplateValue {
        let own = page.record.issuer.flatMap { page.edition.site.issuer($0)?.channels } ?? []
        return page.memory.rows(own.isEmpty ? page.edition.site.channels : own) { channel in
            page.memory.object { object in
                object.set(.name, channel.name)
                object.set(.url, .address(channel.url))
                object.set(.host, WebAddress.shown(channel.url))
            }
        }
    }
}
