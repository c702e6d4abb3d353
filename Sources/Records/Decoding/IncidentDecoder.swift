import Incidents

/// Reads the facts of an incident out of a record's top mapping.
struct IncidentDecoder {
    let row: Row

    func decode() -> Incident {
        let onChain = row.row("on_chain")
        return Incident(
            timeline: row.rows("timeline", event), assets: row.rows("assets", asset), losses: losses(),
            usersAffected: usersAffected(), rootCause: row.row("root_cause").map(rootCause),
            assurances: row.rows("assurances", assurance), mitigations: row.rows("mitigations", mitigation),
            accounts: onChain?.rows("accounts", account) ?? [],
            transactions: onChain?.rows("transactions", transaction) ?? [],
            thirdParties: row.rows("third_parties", thirdParty), lessons: row.row("lessons").map(lessons))
    }

    private func event(_ row: Row) -> TimelineEvent {
        TimelineEvent(
            at: row.moment("at"), text: row.text("text") ?? "", id: row.text("id"), phase: row.word("phase"),
            milestone: row.word("milestone"), actor: row.text("actor"), source: row.text("source"),
            confidence: row.word("confidence"))
    }

    private func asset(_ row: Row) -> AssetExposure {
        AssetExposure(
            asset: row.text("asset") ?? "", id: row.text("id"), exposure: row.word("exposure"),
            status: row.word("status"), detail: row.text("detail"), source: row.text("source"))
    }

    private func losses() -> Losses {
        if row.says("losses", "none") { return .nothing }
        if row.says("losses", "unknown") { return .unknown }
        guard row.isList("losses") else { return .notStated }
        return .rows(
            row.rows("losses") { row in
                Loss(
                    token: row.text("token"),
                    quantity: row.quantity("amount", orRange: "low", "high") ?? .unknown,
                    id: row.text("id"), lossClass: row.word("class"), owner: row.word("owner"),
                    value: row.money("value"), confidence: row.word("confidence"),
                    source: row.text("source"), frozen: row.quantity("frozen"),
                    recovered: row.quantity("recovered"), returned: row.quantity("returned"),
                    atLarge: row.quantity("at_large"), detail: row.text("detail"))
            })
    }

    private func usersAffected() -> UsersAffected {
        if row.says("users_affected", "none") { return .noOne }
        if row.says("users_affected", "unknown") { return .unknown }
        guard let users = row.row("users_affected"),
            let quantity = users.quantity("count", orRange: "low", "high")
        else { return .notStated }
        return .count(quantity, basis: users.text("basis"))
    }

    private func rootCause(_ row: Row) -> RootCause {
        var cause = RootCause(category: row.word("category") ?? .unknown)
        cause.confidence = row.word("confidence")
        cause.summary = row.text("summary")
        cause.contributing = row.texts("contributing")
        cause.weaknesses = row.texts("weaknesses")
        cause.source = row.text("source")
        return cause
    }

    private func assurance(_ row: Row) -> Assurance {
        let saying: Assurance.Saying =
            row.word("says").map(Assurance.Saying.defined) ?? .text(row.text("says") ?? "")
        var assurance = Assurance(says: saying)
        assurance.id = row.text("id")
        assurance.means =
            row.says("means", "not_stated") ? .notStated : row.text("means").map(Assurance.Meaning.prose)
        assurance.scope = row.text("scope")
        assurance.asOf = row.moment("as_of")
        assurance.by = row.text("by")
        assurance.evidence = row.texts("evidence")
        assurance.confidence = row.word("confidence")
        return assurance
    }

    private func mitigation(_ row: Row) -> Mitigation {
        Mitigation(
            action: row.text("action") ?? "", id: row.text("id"), kind: row.word("kind"),
            status: row.word("status"), owner: row.text("owner"), due: row.moment("due"),
            done: row.moment("done"),
            moved: row.rows("moved") {
                var move = Mitigation.Move(at: $0.moment("at") ?? .unreadable)
                move.from = $0.moment("from")
                move.to = $0.moment("to")
                move.why = $0.text("why")
                return move
            }, detail: row.text("detail"), evidence: row.text("evidence"))
    }

    private func account(_ row: Row) -> OnChainAccount {
        var account = OnChainAccount(account: row.text("account") ?? "")
        account.id = row.text("id")
        account.role = row.word("role")
        account.label = row.text("label")
        return account
    }

    private func transaction(_ row: Row) -> OnChainTransaction {
        OnChainTransaction(
            chain: row.text("chain") ?? "", id: row.text("id"), hash: row.text("hash"),
            role: row.word("role"), label: row.text("label"), at: row.moment("at"))
    }

    private func thirdParty(_ row: Row) -> ThirdParty {
        var party = ThirdParty(name: row.text("name") ?? "")
        party.id = row.text("id")
        party.role = row.text("role")
        party.involvement = row.word("involvement")
        party.detail = row.text("detail")
        party.source = row.text("source")
        return party
    }

    private func lessons(_ row: Row) -> Lessons {
        var lessons = Lessons()
        lessons.wentWell = row.texts("went_well")
        lessons.wentWrong = row.texts("went_wrong")
        lessons.gotLucky = row.texts("got_lucky")
        return lessons
    }
}
