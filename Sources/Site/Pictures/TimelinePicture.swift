import Incidents
import Syntax

/// An incident on one axis of time: a mark for each entry, and a bar for each duration that readers ask for, solid where
/// it is sure and outlined where coarse moments leave it open.
struct TimelinePicture {
    /// One of the four durations, with the words for it; none where a milestone is missing or its time is not told.
    struct Span {
        let label: SpanLabel
        let elapsed: Elapsed?
        let text: TemplateValue
        let from: Moment?
        let to: Moment?
    }

    private static let width = 3600
    private static let left = 60
    private static let laneHeight = 330

    let bytes: [UInt8]

    /// Nil where fewer than two entries have a moment, or all have the same: there is no axis to draw.
    init?(page: RecordPage, timeline: [TimelineEvent], spans: [Span]) {
        var moments = 1
        var (first, newest) = (page.record.disclosed, page.record.disclosed)
        var (start, end) = (first.start, first.end)
        // Of moments that are one on the axis, the first that the record tells is shown.
        for index in timeline.indices.reversed() {
            guard let at = timeline[index].at else { continue }
            moments += 1
            if at <= first { first = at }
            if at >= newest { newest = at }
            start = min(start, at.start)
            end = max(end, at.end)
        }
        guard moments > 2, newest.start > start else { return nil }
        let axis = Axis(start: start, end: end)
        let told = spans.indices.filter { spans[$0].elapsed != nil }
        let (memory, phrases, dates) = (page.memory, page.phrases, page.phrases.dates)
        var drawing = Drawing(
            width: Self.width, height: 420 + Self.laneHeight * told.count, style: "axis",
            id: { $0.append(literal: "timeline-picture") },
            title: {
                phrases.appendHTML("timeline.picture", to: &$0) { slot, bytes in
                    switch slot {
                    case "from": dates.appendHTML(first, to: &bytes)
                    case "to": dates.appendHTML(newest, to: &bytes)
                    default: break
                    }
                }
            },
            describe: { bytes in
                if told.isEmpty {
                    HTMLText.append(phrases.text("timeline.picture_plain"), to: &bytes)
                }
                for place in told {
                    if place != told.first { bytes.append(literal: "; ") }
                    HTMLText.append(spans[place].label.name, to: &bytes)
                    bytes.append(literal: ": ")
                    memory.append(spans[place].text, to: &bytes)
                }
            })
        drawing.line(
            x1: Self.left, y1: 120, x2: Self.width - Self.left, y2: 120, style: "rule")
        for index in timeline.indices {
            guard let at = timeline[index].at else { continue }
            Self.mark(at, isMilestone: timeline[index].milestone != nil, axis, &drawing)
        }
        drawing.text(x: Self.left, y: 330, style: "label") {
            dates.appendHTML(first, isShort: true, to: &$0)
        }
        drawing.text(x: Self.width - Self.left, y: 330, anchor: .end, style: "label") {
            dates.appendHTML(newest, isShort: true, to: &$0)
        }
        var top = 420 - Self.laneHeight
        for place in told {
            top += Self.laneHeight
            guard let from = spans[place].from, let to = spans[place].to, let elapsed = spans[place].elapsed
            else { continue }
            drawing.text(spans[place].label.name, x: Self.left, y: top + 150, style: "label")
            drawing.text(x: Self.width - Self.left, y: top + 150, anchor: .end, style: "label") {
                memory.append(spans[place].text, to: &$0)
            }
            drawing.line(
                x1: Self.left, y1: top + 240, x2: Self.width - Self.left, y2: top + 240, style: "rule")
            let outer = axis.x(from.start)..<max(axis.x(to.end), axis.x(from.start) + 40)
            drawing.rectangle(
                x: outer.lowerBound, y: top + 200, width: outer.count, height: 80, style: "open", radius: 40)
            if elapsed.shortest > 0 {
                let inner = axis.x(from.end)..<max(axis.x(to.start), axis.x(from.end) + 20)
                drawing.rectangle(
                    x: inner.lowerBound, y: top + 200, width: inner.count, height: 80, style: "sure",
                    radius: 40)
            }
        }
        bytes = drawing.finish()
    }

    static func spans(of page: RecordPage, _ incident: Incident) -> [Span] {
        let record = page.record
        let durations = Durations(of: incident, disclosed: record.disclosed)
        let started = incident.moment(of: .started)
        let detected = incident.moment(of: .detected)
        let ends = [
            (durations.timeToDetect, started, detected),
            (durations.timeToContain, detected, incident.moment(of: .contained)),
            (durations.timeToDisclose, detected, record.disclosed),
            (durations.timeToResolve, started, incident.moment(of: .resolved)),
        ]
        return zip(page.phrases.spans, ends).map { label, ends in
            Span(
                label: label, elapsed: ends.0, text: ends.0.map(page.page.value) ?? .null, from: ends.1,
                to: ends.2)
        }
    }

    private static func mark(_ at: Moment, isMilestone: Bool, _ axis: Axis, _ drawing: inout Drawing) {
        let from = axis.x(at.start)
        let to = axis.x(at.end)
        if to - from > 80 {
            drawing.rectangle(
                x: from, y: isMilestone ? 60 : 80, width: to - from, height: isMilestone ? 120 : 80,
                style: isMilestone ? "milestone" : "event", radius: 40)
        } else {
            drawing.circle(
                x: (from + to) / 2, y: 120, radius: isMilestone ? 60 : 40,
                style: isMilestone ? "milestone" : "event")
        }
    }

    /// Seconds to tenths of a unit.
    private struct Axis {
        let start: Int64
        let end: Int64

        func x(_ second: Int64) -> Int {
            let share = Double(second - start) / Double(max(1, end - start))
            return left + DispositionPicture.length(min(1, max(0, share)), of: width - 2 * left)
        }
    }
}
