import Incidents

/// Makes an item of each step of a record's promises: made, moved, kept, dropped.
struct CommitmentItems {
    let items: RecordItems

    private var phrases: Phrases { items.phrases }
    private var labels: PromiseLabels { phrases.promises }
    private var record: Record { items.record }

    /// Whether a record has items of this kind.
    static func exist(in record: Record) -> Bool {
        record.incident?.mitigations.contains { $0.hadDay || $0.status == .dropped } ?? false
    }

    /// Oldest first. Items only ever come and never go while a record grows: what once had a due date keeps it.
    func all() -> [FeedItem] {
        guard let incident = record.incident else { return [] }
        var all: [FeedItem] = []
        for (index, mitigation) in incident.mitigations.enumerated() {
            guard mitigation.hadDay || mitigation.status == .dropped else { continue }
            let promise = Promise(mitigation, index, in: self)
            if mitigation.hadDay {
                all.append(item(promise, "promised", labels.promised, at: record.disclosed))
                for (number, move) in mitigation.moved.enumerated() {
                    all.append(item(promise, move, number: number + 1))
                }
                if mitigation.status == .done {
                    all.append(item(promise, "done", labels.kept, at: end(of: mitigation)))
                }
            }
            if mitigation.status == .dropped {
                all.append(item(promise, "dropped", labels.dropped, at: end(of: mitigation)))
            }
        }
        return all.sorted { FeedTiming.precedes($0.timing, $1.timing) ?? ($0.localID < $1.localID) }
    }

    /// A measure whose steps are told.
    private struct Promise {
        let action: String
        /// What the ids of its steps begin with, and their anchors, which that of the measure begins.
        let id: String
        let anchor: String
        /// What each step says of it, as HTML and in one line.
        let facts: SharedHTML
        let summary: String

        init(_ measure: Mitigation, _ index: Int, in items: CommitmentItems) {
            action = measure.action
            id = FeedItem.Kind.commitment.idPrefix + (measure.id ?? String(index + 1)) + "/"
            anchor = SiteAddress.anchor(ofMeasure: measure, index)
            facts = SharedHTML(items.facts(of: measure, index))
            summary = RecordItems.summary(measure.action + " (" + items.record.title + ")")
        }
    }

    /// When a promise ended: the day that is told, else the last day that is known to lie before it. Never a day that
    /// other words of the record would move.
    private func end(of mitigation: Mitigation) -> Moment {
        if let done = mitigation.done { return done }
        let corrected = mitigation.id.flatMap { id in
            record.corrections.filter { $0.of.hasPrefix("mitigations#\(id)") }.map(\.at).max()
        }
        return corrected ?? mitigation.moved.map(\.at).max() ?? record.disclosed
    }

    private func item(_ promise: Promise, _ move: Mitigation.Move, number: Int) -> FeedItem {
        let label = labels.moved(move, phrases.dates)
        return item(promise, "moved", number: number, label, at: move.at, why: move.why)
    }

    private func item(
        _ promise: Promise, _ step: String, number: Int? = nil, _ label: String, at moment: Moment,
        why: String? = nil
    ) -> FeedItem {
        var (id, anchor) = (promise.id, promise.anchor)
        id += step
        if step != "promised" {
            anchor += "-"
            anchor += step
        }
        if let number {
            id += "/\(number)"
            anchor += "-\(number)"
        }
        var html = FeedHTML(room: 512)
        html.labelled(label, promise.action)
        if let why { html.labelled(labels.why, why) }
        return items.make(
            .commitment, id: id, anchor: anchor, title: label + ": " + promise.action, at: moment,
            microsecond: items.tick.of(id: id),
            summary: promise.summary, html, facts: promise.facts)
    }

    private func facts(of measure: Mitigation, _ index: Int) -> FeedHTML {
        var html = FeedHTML(room: 1024)
        if let owner = measure.owner { html.labelled(labels.owner, owner) }
        if let due = measure.due { html.labelled(labels.due, phrases.dates.text(due)) }
        if let done = measure.done { html.labelled(labels.done, phrases.dates.text(done)) }
        if let detail = measure.detail {
            let name = measure.id ?? String(index + 1)
            items.prose(detail, idPrefix: "measure-\(name)-", headingOffset: 3, in: &html)
        }
        html.labelled(labels.ofRecord, record.title)
        return html
    }
}

extension Mitigation {
    /// Whether it was promised for a day, whatever became of it.
    var hadDay: Bool { due != nil || !moved.isEmpty }
}

extension SiteAddress {
    /// The anchor of a measure: its id where it has one, so that it survives another order of the list.
    static func anchor(ofMeasure measure: Mitigation, _ index: Int) -> String {
        "measure-" + (measure.id ?? String(index + 1))
    }

    /// The anchor of a step of a promise: `promised` is the measure itself, `moved/2` its second move.
    static func anchor(ofMeasure measure: Mitigation, _ index: Int, step: String) -> String {
        anchor(anchor(ofMeasure: measure, index), step: step)
    }

    /// The same, from the measure's own anchor.
    static func anchor(_ measure: String, step: String) -> String {
        guard step != "promised" else { return measure }
        return measure + "-" + String(decoding: step.utf8.map { $0 == 0x2F ? 0x2D : $0 }, as: UTF8.self)
    }
}
