import Incidents

/// An incident on one axis of time: a mark for each entry, and a bar for each duration that readers ask for, solid where
/// it is sure and outlined where coarse moments leave it open.
struct TimelinePicture {
    /// One of the four durations; nil where a milestone is missing or its time is not told.
    struct Span {
        let name: String
        let elapsed: Elapsed?
        let from: Moment?
        let to: Moment?
    }

    private static let width = 3600
    private static let left = 60
    private static let laneHeight = 330

    let bytes: [UInt8]

    /// Nil where fewer than two entries have a moment, or all have the same: there is no axis to draw.
    init?(page: RecordPage, incident: Incident) {
        let moments = incident.timeline.compactMap(\.at) + [page.record.disclosed]
        guard moments.count > 2, let start = moments.map(\.start).min(), let end = moments.map(\.end).max(),
            let newest = moments.max(), newest.start > start
        else { return nil }
        let axis = Axis(start: start, end: end)
        let spans = Self.spans(of: page.record).filter { $0.elapsed != nil }
        let phrases = page.phrases
        let description = spans.map { span in
            phrases.text("timeline.\(span.name)") + ": " + (span.elapsed.map(page.page.elapsed) ?? "")
        }.joined(separator: "; ")
        let first = moments.min() ?? newest
        var drawing = Drawing(
            width: Self.width, height: 420 + Self.laneHeight * spans.count, id: "timeline-picture",
            style: "axis",
            title: phrases.text(
                "timeline.picture",
                ["from": phrases.dates.text(first), "to": phrases.dates.text(newest)]),
            description: description.isEmpty ? phrases.text("timeline.picture_plain") : description)
        drawing.line(
            x1: Self.left, y1: 120, x2: Self.width - Self.left, y2: 120, style: "rule")
        for event in incident.timeline {
            guard let at = event.at else { continue }
            Self.mark(at, isMilestone: event.milestone != nil, axis, &drawing)
        }
        drawing.text(phrases.dates.shortText(first), x: Self.left, y: 330, style: "label")
        drawing.text(
            phrases.dates.shortText(newest), x: Self.width - Self.left, y: 330, anchor: .end, style: "label")
        for (index, span) in spans.enumerated() {
            guard let from = span.from, let to = span.to, let elapsed = span.elapsed else { continue }
            let top = 420 + index * Self.laneHeight
            drawing.text(
                phrases.text("timeline.\(span.name)"), x: Self.left, y: top + 150, style: "label")
            drawing.text(
                page.page.elapsed(elapsed), x: Self.width - Self.left, y: top + 150, anchor: .end,
                style: "label")
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

    static func spans(of record: Record) -> [Span] {
        let durations = Durations(of: record)
        let started = record.incident?.moment(of: .started)
        let detected = record.incident?.moment(of: .detected)
        return [
            Span(name: "detect", elapsed: durations.timeToDetect, from: started, to: detected),
            Span(
                name: "contain", elapsed: durations.timeToContain, from: detected,
                to: record.incident?.moment(of: .contained)),
            Span(name: "disclose", elapsed: durations.timeToDisclose, from: detected, to: record.disclosed),
            Span(
                name: "resolve", elapsed: durations.timeToResolve, from: started,
                to: record.incident?.moment(of: .resolved)),
        ]
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
