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
    let record: Record

    init(_ record: Record) {
        self.record = record
    }

    /// Every `source` and `evidence`: ids of references.
    func references(_ visit: (String, Place) -> Void) {
        func see(_ id: String?, _ place: Place) {
            if let id { visit(id, place) }
        }
        for (index, claim) in record.claims.enumerated() {
            see(claim.source, Place("claims", index, "source"))
            see(claim.value?.source, Place("claims", index, "value", nil, "source"))
        }
        if let incident = record.incident {
            for (index, row) in incident.timeline.enumerated() {
                see(row.source, Place("timeline", index, "source"))
            }
            for (index, row) in incident.assets.enumerated() {
                see(row.source, Place("assets", index, "source"))
            }
            for (index, row) in incident.losses.rows.enumerated() {
                see(row.source, Place("losses", index, "source"))
                see(row.value?.source, Place("losses", index, "value", nil, "source"))
            }
            see(incident.rootCause?.source, Place("root_cause", nil, "source"))
            for (index, row) in incident.assurances.enumerated() {
                for (entry, id) in row.evidence.enumerated() {
                    see(id, Place("assurances", index, "evidence", entry))
                }
            }
            for (index, row) in incident.mitigations.enumerated() {
                see(row.evidence, Place("mitigations", index, "evidence"))
            }
            for (index, row) in incident.thirdParties.enumerated() {
                see(row.source, Place("third_parties", index, "source"))
            }
        }
        if let statement = record.statement {
            see(statement.event?.source, Place("event", nil, "source"))
            for (index, row) in statement.products.enumerated() {
                see(row.checked?.evidence, Place("products", index, "checked", nil, "evidence"))
            }
        }
    }

    /// Every asset id, with the name of its list.
    func assets(_ visit: (_ list: String, _ index: Int, _ asset: String) -> Void) {
        switch record.facts {
        case .incident(let incident):
            for (index, row) in incident.assets.enumerated() { visit("assets", index, row.asset) }
        case .statement(let statement):
            for (index, row) in statement.products.enumerated() { visit("products", index, row.asset) }
        case .advisory(let advisory):
            for (index, row) in advisory.affected.enumerated() { visit("affected", index, row.asset) }
        }
    }

    /// The ids of each list's rows, nil where a row has none.
    func rowIDs(_ visit: (_ list: Place, _ ids: [String?]) -> Void) {
        func see(_ ids: [String?], _ list: Place) {
            if ids.count > 1 { visit(list, ids) }
        }
        see(record.references.map(\.id), Place("references"))
        see(record.advice.steps.map(\.id), Place("advice"))
        see(record.claims.map(\.id), Place("claims"))
        see(record.questions.map(\.id), Place("questions"))
        see(record.updates.map(\.id), Place("updates"))
        see(record.corrections.map(\.id), Place("corrections"))
        switch record.facts {
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
        for (index, claim) in record.claims.enumerated() {
            if let value = claim.value { visit(value, Place("claims", index, "value")) }
        }
        for (index, row) in (record.incident?.losses.rows ?? []).enumerated() {
            if let value = row.value { visit(value, Place("losses", index, "value")) }
        }
    }

    /// The words that readers meet first: title, summary and what each update told.
    func told(_ visit: (String, Place) -> Void) {
        visit(record.title, Place("title"))
        visit(record.summary, Place("summary"))
        for (index, update) in record.updates.enumerated() {
            visit(update.body, Place("updates", index, "body"))
        }
    }
}
