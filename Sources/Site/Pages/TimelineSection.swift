import Incidents
import Syntax

/// What happened when, with the times that readers ask for computed from the milestones.
struct TimelineSection {
    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        guard !incident.timeline.isEmpty else { return .null }
        return .object([
            .events: TemplateValue(incident.sortedTimeline.map(event)),
            .durations: durations,
            .picture: TemplateValue(html: TimelinePicture(page: page, incident: incident)?.bytes),
        ])
    }

    private func event(_ event: TimelineEvent) -> TemplateObject {
        [
            .id: TemplateValue(event.id.map { "event-" + $0 }),
            .at: page.page.timeValue(event.at),
            .text: page.prose(event.text),
            .phase: event.phase.map { page.page.badge($0.rawValue, page.words.phase[$0]) } ?? .null,
            .milestone: event.milestone.map { page.page.badge($0.rawValue, page.words.milestone[$0]) }
                ?? .null,
            .actor: TemplateValue(event.actor),
            .source: page.source(event.source),
            .confidence: page.page.badge(event.confidence),
        ]
    }

    private var durations: TemplateValue {
        .rows(
            TimelinePicture.spans(of: page.record).map { span in
                [
                    .label: .text(page.phrases.text("timeline.\(span.name)")),
                    .meaning: .text(page.phrases.text("timeline.\(span.name)_meaning")),
                    .value: .text(
                        span.elapsed.map(page.page.elapsed) ?? page.phrases.text("timeline.not_told")),
                    .isKnown: .bool(span.elapsed != nil),
                ]
            })
    }
}

extension Incident {
    /// The timeline by the start of each moment, ties in the writer's order; what has no moment stays behind the entry
    /// that it was written after.
    var sortedTimeline: [TimelineEvent] {
        var last = Int64.min
        let keyed = timeline.enumerated().map { index, event in
            if let at = event.at { last = at.start }
            return (key: event.at?.start ?? last, index: index, event: event)
        }
        return keyed.sorted { $0.key == $1.key ? $0.index < $1.index : $0.key < $1.key }.map(\.event)
    }
}
