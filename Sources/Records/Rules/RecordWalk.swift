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

    /// The ids of each list's rows, nil where a row has none.
    func rowIDs(_ visit: (_ list: Place, _ ids: [String?]) -> Void) {
        func see(_ ids: [String?], _ list: Place) {
            if ids.count > 1 { visit(list, ids) }
        }
        see(file.record.references.map(\.id), Place("references"))
        see(file.record.advice.steps.map(\.id), Place("advice"))
        see(file.record.claims.map(\.id), Place("claims"))
        see(file.record.questions.map(\.id), Place("questions"))
        see(file.record.updates.map(\.id), Place("updates"))
        see(file.record.corrections.map(\.id), Place("corrections"))
        switch file.record.facts {
        case .incident(let incident):
            see(incident.timeline.map(\.id), Place("timeline"))
            see(incident.assets.map(\.id), Place("assets"))
            see(incident.losses.rows.map(\.id), Place("losses"))
            see(incident.assurances.map(\.id), Place("assurances"))
            see(incident.mitigations.map(\.id), Place("mitigations"))
            see(incident.accounts.map(\.id), Place("on_chain", nil, "accounts"))
            see(incident.transactions.map(\.id), Place("on_chain", nil, "transactions"))
            see(incident.thirdParties.map(\.id), Place("third_parties"))
        case .statement(let statement):
            see(statement.products.map(\.id), Place("products"))
        case .advisory(let advisory):
            see(advisory.affected.map(\.id), Place("affected"))
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
