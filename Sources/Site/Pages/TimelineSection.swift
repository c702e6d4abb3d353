import Incidents
import Syntax

/// What happened when, with the times that readers ask for computed from the milestones.
struct TimelineSection {
    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        guard !incident.timeline.isEmpty else { return .null }
        let spans = TimelinePicture.spans(of: page, incident)
        return page.memory.object { object in
            object.set(.events, page.memory.each(incident.timelineOrder) { event(incident.timeline[$0]) })
            object.set(.durations, durations(spans))
            object.set(
                .picture,
                TemplateValue(
                    html: TimelinePicture(page: page, incident: incident, spans: spans)?.bytes))
        }
    }

    private func event(_ event: TimelineEvent) -> TemplateValue {
        page.memory.object { object in
            object.set(.id, event.id.map { page.page.text("event-", $0) } ?? .null)
            object.set(.at, page.page.timeValue(event.at))
            object.set(.text, page.prose(event.text))
            object.set(.phase, page.words.phase.badge(event.phase))
            object.set(.milestone, page.words.milestone.badge(event.milestone))
            object.set(.actor, event.actor)
            object.set(.source, page.source(event.source))
            object.set(.confidence, page.words.confidence.badge(event.confidence))
        }
    }

    private func durations(_ spans: [TimelinePicture.Span]) -> TemplateValue {
        page.memory.rows(spans) { span in
            page.memory.object { object in
                object.set(.label, span.label.value)
                object.set(.meaning, span.label.meaning)
                object.set(.value, span.text.map(TemplateValue.text) ?? page.phrases.noSpan)
                object.set(.isKnown, .bool(span.elapsed != nil))
            }
        }
    }
}

extension Incident {
    /// The places of the timeline's entries by the start of each moment, ties in the writer's order; what has no moment
    /// stays behind the entry that it was written after.
    var timelineOrder: [Int] {
        var last = Int64.min
        var starts: [Int64] = []
        starts.reserveCapacity(timeline.count)
        for index in timeline.indices {
            if let at = timeline[index].at { last = at.start }
            starts.append(last)
        }
        return timeline.indices.sorted {
            starts[$0] == starts[$1] ? $0 < $1 : starts[$0] < starts[$1]
        }
    }
}

/// What a language calls a duration of an incident, and what it counts.
struct SpanLabel: Sendable {
    let name: String
    let value: TemplateValue
    let meaning: TemplateValue

    /// Those that readers ask for; `phrase` finds a text of the theme by its dotted name.
    static func inOrder(_ phrase: (String) -> Phrase?) -> [SpanLabel] {
        ["detect", "contain", "disclose", "resolve"].map { word in
            let name = "timeline." + word
            let meaning = name + "_meaning"
            return SpanLabel(
                name: phrase(name)?.source ?? name, value: phrase(name)?.value ?? .text(name),
                meaning: phrase(meaning)?.value ?? .text(meaning))
        }
    }
}
