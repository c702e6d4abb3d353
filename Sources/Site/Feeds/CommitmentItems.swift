import Incidents

/// Makes an item of each step of a record's promises: made, moved, kept, dropped.
struct CommitmentItems {
    let items: RecordItems

    private var phrases: Phrases { items.phrases }
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
            if mitigation.hadDay {
                all.append(
                    item(mitigation, index, "promised", phrases.text("feed.promised"), at: record.disclosed))
                for (number, move) in mitigation.moved.enumerated() {
                    all.append(item(mitigation, index, move, number: number + 1))
                }
                if mitigation.status == .done {
                    all.append(
                        item(mitigation, index, "done", phrases.text("feed.kept"), at: end(of: mitigation)))
                }
            }
            if mitigation.status == .dropped {
                all.append(
                    item(mitigation, index, "dropped", phrases.text("feed.dropped"), at: end(of: mitigation)))
            }
        }
        return all.sorted { FeedTiming.precedes($0.timing, $1.timing) ?? ($0.id < $1.id) }
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

    private func item(_ mitigation: Mitigation, _ index: Int, _ move: Mitigation.Move, number: Int)
        -> FeedItem
    {
        func text(_ moment: Moment?) -> String {
            moment.map(phrases.dates.text) ?? phrases.text("feed.no_date")
        }
        let label = phrases.text("feed.moved", ["from": text(move.from), "to": text(move.to)])
        return item(mitigation, index, "moved/\(number)", label, at: move.at, why: move.why)
    }

    private func item(
        _ mitigation: Mitigation, _ index: Int, _ step: String, _ label: String, at moment: Moment,
        why: String? = nil
    ) -> FeedItem {
        let name = mitigation.id ?? String(index + 1)
        let id = "commitment/\(name)/\(step)"
        var html = FeedHTML()
        html.labelled(label, mitigation.action)
        if let why { html.labelled(phrases.text("corrections.why"), why) }
        if let owner = mitigation.owner { html.labelled(phrases.text("measures.owner"), owner) }
        if let due = mitigation.due { html.labelled(phrases.text("measures.due"), phrases.dates.text(due)) }
        if let done = mitigation.done {
            html.labelled(phrases.text("measures.done_at"), phrases.dates.text(done))
        }
        if let detail = mitigation.detail {
            html.append(items.prose(detail, idPrefix: "measure-\(name)-", headingOffset: 3))
        }
        html.labelled(phrases.text("feed.of_record"), record.title)
        return items.make(
            .commitment, id: id,
            anchor: SiteAddress.anchor(ofMeasure: mitigation, index, step: step),
            title: label + ": " + mitigation.action, at: moment,
            microsecond: FeedTick.of(id: record.id + "/" + id),
            summary: mitigation.action + " (" + record.title + ")",
            html)
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
        let anchor = anchor(ofMeasure: measure, index)
        return step == "promised" ? anchor : anchor + "-" + step.split(separator: "/").joined(separator: "-")
    }
}
