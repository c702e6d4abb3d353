import Incidents

extension RecordWalk {
    /// Every moment of something that has happened, as against promises and deadlines, with a way to its place.
    func events(_ visit: (Moment, Place) -> Void) {
        func see(_ moment: Moment?, _ place: Place) {
            if let moment { visit(moment, place) }
        }
        see(record.disclosed, Place("disclosed"))
        see(record.withdrawn?.at, Place("withdrawn", nil, "at"))
        for (index, row) in record.references.enumerated() {
            see(row.published, Place("references", index, "published"))
        }
        for (index, row) in record.updates.enumerated() { see(row.at, Place("updates", index, "at")) }
        for (index, row) in record.corrections.enumerated() {
            see(row.at, Place("corrections", index, "at"))
        }
        for (index, row) in record.advice.steps.enumerated() {
            see(row.lifted?.at, Place("advice", index, "lifted", nil, "at"))
        }
        for (index, row) in record.claims.enumerated() { see(row.at, Place("claims", index, "at")) }
        for (index, row) in record.questions.enumerated() {
            see(row.opened, Place("questions", index, "opened"))
        }
        for (index, row) in record.claims.enumerated() {
            see(row.value?.at, Place("claims", index, "value", nil, "at"))
        }
        switch record.facts {
        case .incident(let incident): events(of: incident, visit)
        case .statement(let statement):
            for (index, row) in statement.products.enumerated() {
                see(row.checked?.at, Place("products", index, "checked", nil, "at"))
            }
        case .advisory(let advisory):
            see(advisory.exposureWindow?.start, Place("exposure_window", nil, "start"))
            see(advisory.exploitation?.since, Place("exploitation", nil, "since"))
        }
    }

    private func events(of incident: Incident, _ visit: (Moment, Place) -> Void) {
        for (index, row) in incident.timeline.enumerated() {
            if let at = row.at { visit(at, Place("timeline", index, "at")) }
        }
        for (index, row) in incident.losses.rows.enumerated() {
            if let at = row.value?.at { visit(at, Place("losses", index, "value", nil, "at")) }
        }
        for (index, row) in incident.assurances.enumerated() {
            if let at = row.asOf { visit(at, Place("assurances", index, "as_of")) }
        }
        for (index, row) in incident.mitigations.enumerated() {
            if let done = row.done { visit(done, Place("mitigations", index, "done")) }
            for (entry, move) in row.moved.enumerated() {
                visit(move.at, Place("mitigations", index, "moved", entry, "at"))
            }
        }
        for (index, row) in incident.transactions.enumerated() {
            if let at = row.at { visit(at, Place("on_chain", nil, "transactions", index, "at")) }
        }
    }
}
