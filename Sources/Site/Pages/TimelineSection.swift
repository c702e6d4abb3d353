import Incidents
import Syntax

/// What happened when, with the times that readers ask for computed from the milestones.
struct TimelineSection {
    let page: RecordPage
    let timeline: [TimelineEvent]
    let spans: [TimelinePicture.Span]

    init(page: RecordPage, incident: Incident) {
        self.page = page
        timeline = incident.timeline
        spans = timeline.isEmpty ? [] : TimelinePicture.spans(of: page, incident)
    }

    var value: TemplateValue {
        guard !timeline.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.events, page.memory.each(timeline.order) { event($0) })
            object.set(.durations, durations)
            object.set(
                .picture,
                TemplateValue(
                    html: TimelinePicture(page: page, timeline: timeline, spans: spans)?.bytes))
        }
    }

    /// The entry at a place; entries are large, so that none is taken out of its array.
    private func event(_ place: Int) -> TemplateValue {
        page.memory.object { object in
            object.set(.id, timeline[place].id.map { page.page.text("event-", $0) } ?? .null)
            object.set(.at, page.page.timeValue(timeline[place].at))
            object.set(.text, page.prose(timeline[place].text))
            object.set(.phase, page.words.phase.badge(timeline[place].phase))
            object.set(.milestone, page.words.milestone.badge(timeline[place].milestone))
            object.set(.actor, timeline[place].actor)
            object.set(.source, page.source(timeline[place].source))
            object.set(.confidence, page.words.confidence.badge(timeline[place].confidence))
        }
    }

    private var durations: TemplateValue {
        page.memory.rows(spans.indices) { place in
            let label = spans[place].label
            return page.memory.object { object in
                object.set(.label, label.value)
                object.set(.meaning, label.meaning)
                let isKnown = spans[place].elapsed != nil
                object.set(.value, isKnown ? spans[place].text : page.phrases.noSpan)
                object.set(.isKnown, .bool(isKnown))
            }
        }
    }
}

extension [TimelineEvent] {
    /// The places of the timeline's entries by the start of each moment, ties in the writer's order; what has no moment
    /// stays behind the entry that it was written after.
    var order: [Int] {
        var last = Int64.min
        var starts: [Int64] = []
        starts.reserveCapacity(count)
        var isInOrder = true
        for index in indices {
            if let at = self[index].at {
                isInOrder = isInOrder && at.start >= last
                last = at.start
            }
            starts.append(last)
        }
        if isInOrder { return Array<Int>(indices) }
        return indices.sorted {
            starts[$0] == starts[$1] ? $0 < $1 : starts[$0] < starts[$1]
        }
    }
}

/// What a language calls a duration of an incident, and what it counts.
final class SpanLabel: Sendable {
    let name: String
    private let constants: TemplateConstants

    private init(name: String, value: TemplateValue, meaning: TemplateValue) {
        self.name = name
        constants = TemplateConstants([value, meaning])
    }

    var value: TemplateValue { constants[0] }
    var meaning: TemplateValue { constants[1] }

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
