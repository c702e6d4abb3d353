extension Record {
    /// The newest moment at which the record says that something happened or was said: every `at`, `done` and `lifted`,
    /// never a promise.
    package var newestEvent: Moment {
        var newest = disclosed
        func see(_ moment: Moment?) {
            if let moment, moment > newest { newest = moment }
        }
        updates.forEach { see($0.at) }
        corrections.forEach { see($0.at) }
        claims.forEach { claim in
            see(claim.at)
            see(claim.value?.at)
        }
        advice.steps.forEach { see($0.lifted?.at) }
        see(withdrawn?.at)
        switch facts {
        case .incident(let incident):
            incident.timeline.forEach { see($0.at) }
            incident.losses.rows.forEach { see($0.value?.at) }
            incident.transactions.forEach { see($0.at) }
            for mitigation in incident.mitigations {
                see(mitigation.done)
                mitigation.moved.forEach { see($0.at) }
            }
        case .statement(let statement): statement.products.forEach { see($0.checked?.at) }
        case .advisory: break
        }
        return newest
    }
}
