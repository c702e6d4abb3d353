import Incidents

/// The way to a value in a record, as a key, a position in its list, a key in that row, and so on. It costs nothing until
/// a finding asks for the path.
struct Place {
    private let keys: (StaticString, StaticString?, StaticString?)
    private let indices: (Int?, Int?)

    init(
        _ first: StaticString, _ index: Int? = nil, _ second: StaticString? = nil, _ secondIndex: Int? = nil,
        _ third: StaticString? = nil
    ) {
        keys = (first, second, third)
        indices = (index, secondIndex)
    }

    var path: FieldPath {
        var path = FieldPath(.key(keys.0.description))
        if let index = indices.0 { path.steps.append(.index(index)) }
        if let key = keys.1 { path.steps.append(.key(key.description)) }
        if let index = indices.1 { path.steps.append(.index(index)) }
        if let key = keys.2 { path.steps.append(.key(key.description)) }
        return path
    }
}

/// Visits every value of one meaning in a record, with its place.
struct RecordWalk {
    let file: RecordFile

    init(_ file: RecordFile) {
        self.file = file
    }

    /// Every `source` and `evidence`: ids of references.
    func references(_ visit: (String, Place) -> Void) {
        func see(_ id: String?, _ place: Place) {
            if let id { visit(id, place) }
        }
        for index in file.record.claims.indices {
            see(file.record.claims[index].source, Place("claims", index, "source"))
            see(file.record.claims[index].value?.source, Place("claims", index, "value", nil, "source"))
        }
        if let incident = file.incident {
            for index in incident.timeline.indices {
                see(incident.timeline[index].source, Place("timeline", index, "source"))
            }
            for index in incident.assets.indices {
                see(incident.assets[index].source, Place("assets", index, "source"))
            }
            let losses = incident.losses.rows
            for index in losses.indices {
                see(losses[index].source, Place("losses", index, "source"))
                see(losses[index].value?.source, Place("losses", index, "value", nil, "source"))
            }
            see(incident.rootCause?.source, Place("root_cause", nil, "source"))
            for index in incident.assurances.indices {
                for (entry, id) in incident.assurances[index].evidence.enumerated() {
                    see(id, Place("assurances", index, "evidence", entry))
                }
            }
            for index in incident.mitigations.indices {
                see(incident.mitigations[index].evidence, Place("mitigations", index, "evidence"))
            }
            for index in incident.thirdParties.indices {
                see(incident.thirdParties[index].source, Place("third_parties", index, "source"))
            }
        }
        if let statement = file.record.statement {
            see(statement.event?.source, Place("event", nil, "source"))
            for index in statement.products.indices {
                see(
                    statement.products[index].checked?.evidence,
                    Place("products", index, "checked", nil, "evidence"))
            }
        }
    }

    /// Every asset id, with the name of its list.
    func assets(_ visit: (_ list: String, _ index: Int, _ asset: String) -> Void) {
        switch file.record.facts {
        case .incident(let incident):
            for index in incident.assets.indices { visit("assets", index, incident.assets[index].asset) }
        case .statement(let statement):
            for index in statement.products.indices {
                visit("products", index, statement.products[index].asset)
            }
        case .advisory(let advisory):
            for index in advisory.affected.indices {
                visit("affected", index, advisory.affected[index].asset)
            }
        }
    }

    /// The lists whose rows have ids, each with the number of its rows and the id of a row, nil where it has none.
    func rowIDs(_ visit: (_ list: Place, _ count: Int, _ id: (Int) -> String?) -> Void) {
        let record = file.record
        visit(Place("references"), record.references.count) { record.references[$0].id }
        let advice = record.advice.steps
        visit(Place("advice"), advice.count) { advice[$0].id }
        visit(Place("claims"), record.claims.count) { record.claims[$0].id }
        visit(Place("questions"), record.questions.count) { record.questions[$0].id }
        visit(Place("updates"), record.updates.count) { record.updates[$0].id }
        visit(Place("corrections"), record.corrections.count) { record.corrections[$0].id }
        switch record.facts {
        case .incident(let incident):
            visit(Place("timeline"), incident.timeline.count) { incident.timeline[$0].id }
            visit(Place("assets"), incident.assets.count) { incident.assets[$0].id }
            let losses = incident.losses.rows
            visit(Place("losses"), losses.count) { losses[$0].id }
            visit(Place("assurances"), incident.assurances.count) { incident.assurances[$0].id }
            visit(Place("mitigations"), incident.mitigations.count) { incident.mitigations[$0].id }
            visit(Place("on_chain", nil, "accounts"), incident.accounts.count) { incident.accounts[$0].id }
            visit(Place("on_chain", nil, "transactions"), incident.transactions.count) {
                incident.transactions[$0].id
            }
            visit(Place("third_parties"), incident.thirdParties.count) { incident.thirdParties[$0].id }
        case .statement(let statement):
            visit(Place("products"), statement.products.count) { statement.products[$0].id }
        case .advisory(let advisory):
            visit(Place("affected"), advisory.affected.count) { advisory.affected[$0].id }
        }
    }

    /// Every value of money.
    func money(_ visit: (Money, Place) -> Void) {
        for index in file.record.claims.indices {
            if let value = file.record.claims[index].value { visit(value, Place("claims", index, "value")) }
        }
        let losses = file.incident?.losses.rows ?? []
        for index in losses.indices {
            if let value = losses[index].value { visit(value, Place("losses", index, "value")) }
        }
    }

    /// The words that readers meet first: title, summary and what each update told.
    func told(_ visit: (String, Place) -> Void) {
        visit(file.record.title, Place("title"))
        visit(file.record.summary, Place("summary"))
        for index in file.record.updates.indices {
            visit(file.record.updates[index].body, Place("updates", index, "body"))
        }
    }
}
