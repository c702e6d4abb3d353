import Incidents

extension RecordWalk {
    /// Every moment of something that has happened, as against promises and deadlines, with a way to its place.
    func events(_ visit: (Moment, Place) -> Void) {
        func see(_ moment: Moment?, _ place: Place) {
            if let moment { visit(moment, place) }
        }
        see(file.record.disclosed, Place("disclosed"))
        see(file.record.withdrawn?.at, Place("withdrawn", nil, "at"))
        for index in file.record.references.indices {
            see(file.record.references[index].published, Place("references", index, "published"))
        }
        for index in file.record.updates.indices {
            see(file.record.updates[index].at, Place("updates", index, "at"))
        }
        for index in file.record.corrections.indices {
            see(file.record.corrections[index].at, Place("corrections", index, "at"))
        }
        for index in file.record.advice.steps.indices {
            see(file.record.advice.steps[index].lifted?.at, Place("advice", index, "lifted", nil, "at"))
        }
        for index in file.record.claims.indices {
            see(file.record.claims[index].at, Place("claims", index, "at"))
        }
        for index in file.record.questions.indices {
            see(file.record.questions[index].opened, Place("questions", index, "opened"))
        }
        for index in file.record.claims.indices {
            see(file.record.claims[index].value?.at, Place("claims", index, "value", nil, "at"))
        }
        switch file.record.facts {
        case .incident(let incident): events(of: incident, visit)
        case .statement(let statement):
            for index in statement.products.indices {
                see(statement.products[index].checked?.at, Place("products", index, "checked", nil, "at"))
            }
        case .advisory(let advisory):
            see(advisory.exposureWindow?.start, Place("exposure_window", nil, "start"))
            see(advisory.exploitation?.since, Place("exploitation", nil, "since"))
        }
    }

    private func events(of incident: Incident, _ visit: (Moment, Place) -> Void) {
        for index in incident.timeline.indices {
            if let at = incident.timeline[index].at { visit(at, Place("timeline", index, "at")) }
        }
        let losses = incident.losses.rows
        for index in losses.indices {
            if let at = losses[index].value?.at { visit(at, Place("losses", index, "value", nil, "at")) }
        }
        for index in incident.assurances.indices {
            if let at = incident.assurances[index].asOf { visit(at, Place("assurances", index, "as_of")) }
        }
        for index in incident.mitigations.indices {
            if let done = incident.mitigations[index].done {
                visit(done, Place("mitigations", index, "done"))
            }
            for (entry, move) in incident.mitigations[index].moved.enumerated() {
                visit(move.at, Place("mitigations", index, "moved", entry, "at"))
            }
        }
        for index in incident.transactions.indices {
            if let at = incident.transactions[index].at {
                visit(at, Place("on_chain", nil, "transactions", index, "at"))
            }
        }
    }
}
