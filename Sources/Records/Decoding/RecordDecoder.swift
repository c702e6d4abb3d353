import Incidents
import Syntax

/// Turns a document that was held against its shape into a `Record`. It reports nothing: what it cannot read was
/// reported before, and stands in the record as its type's empty value.
struct RecordDecoder {
    let row: Row
    /// The file's name without its ending: the slug where none is written.
    let name: String

    /// `extensions` are the writer's own keys.
    func decode(_ kind: RecordKind, extensions: [(key: String, value: ExtensionValue)]) -> Record {
        Record(
            id: row.text("id") ?? "", title: row.text("title") ?? "", summary: row.text("summary") ?? "",
            status: row.word("status") ?? .investigating, severity: row.word("severity"),
            disclosed: row.moment("disclosed") ?? .unreadable, issuer: row.text("issuer"),
            voice: row.word("voice") ?? .own, lang: row.text("lang"), slug: row.text("slug") ?? name,
            isDraft: row.flag("draft") ?? false, embargo: row.moment("embargo"),
            aliases: row.texts("aliases"), related: row.texts("related"), tags: row.texts("tags"),
            references: row.rows("references", reference),
            credits: row.rows("credits") {
                Credit(name: $0.text("name") ?? "", role: $0.text("role"), url: $0.text("url"))
            },
            withdrawn: row.row("withdrawn").map {
                Withdrawal(at: $0.moment("at") ?? .unreadable, reason: $0.text("reason"))
            },
            advice: advice(row), claims: row.rows("claims", claim),
            questions: row.rows("questions", question), updates: row.rows("updates", update),
            corrections: row.rows("corrections", correction), facts: facts(kind), extensions: extensions)
    }

    private func facts(_ kind: RecordKind) -> Record.Facts {
        switch kind {
        case .incident: .incident(IncidentDecoder(row: row).decode())
        case .statement: .statement(statement(row))
        case .advisory: .advisory(advisory(row))
        }
    }

    private func reference(_ row: Row) -> Reference {
        Reference(
            id: row.text("id") ?? "", title: row.text("title"), url: row.text("url"),
            archived: row.text("archived"), file: row.text("file"), type: row.word("type"),
            publisher: row.text("publisher"), published: row.moment("published"))
    }

    private func advice(_ row: Row) -> Advice {
        if row.says("advice", "none") { return .nothingToDo }
        if row.says("advice", "unknown") { return .unknown }
        guard row.isList("advice") else { return .notStated }
        return .steps(
            row.rows("advice") { row in
                var step = AdviceStep(
                    text: row.text("do") ?? row.text("dont") ?? "", isProhibition: row.text("do") == nil)
                step.id = row.text("id")
                step.who = row.text("who")
                step.until = row.text("until")
                step.urgency = row.word("urgency")
                step.lifted = row.row("lifted").map {
                    AdviceStep.Lifting(at: $0.moment("at") ?? .unreadable, why: $0.text("why"))
                }
                return step
            })
    }

    private func claim(_ row: Row) -> Claim {
        var claim = Claim(by: row.text("by") ?? "")
        claim.id = row.text("id")
        claim.at = row.moment("at")
        claim.about = row.word("about")
        claim.says = row.text("says")
        claim.value = row.money("value")
        claim.confidence = row.word("confidence")
        claim.source = row.text("source")
        claim.disputed = row.text("disputed")
        claim.supersededBy = row.text("superseded_by")
        return claim
    }

    private func question(_ row: Row) -> Question {
        var question = Question(asks: row.text("asks") ?? "")
        question.id = row.text("id")
        question.about = row.text("about")
        question.opened = row.moment("opened")
        question.by = row.text("by")
        question.answer = row.text("answer")
        question.withheld = row.word("withheld")
        question.revisit = row.moment("revisit")
        return question
    }

    private func update(_ row: Row) -> Update {
        Update(
            id: row.text("id") ?? "", at: row.moment("at") ?? .unreadable,
            status: row.word("status") ?? .investigating, body: row.text("body") ?? "",
            author: row.text("author"), next: next(row))
    }

    private func next(_ row: Row) -> Update.NextUpdate? {
        if row.says("next_update", "none") { return .noneExpected }
        if row.says("next_update", "unknown") { return .unknown }
        return row.moment("next_update").map(Update.NextUpdate.at)
    }

    private func correction(_ row: Row) -> Correction {
        var correction = Correction(
            at: row.moment("at") ?? .unreadable, of: row.text("of") ?? "",
            kind: row.word("kind") ?? .clarification)
        correction.id = row.text("id")
        correction.was = row.text("was")
        correction.now = row.text("now")
        correction.reason = row.text("reason")
        return correction
    }

    private func statement(_ row: Row) -> Statement {
        var statement = Statement()
        statement.event = row.row("event").map {
            var event = Statement.Event(name: $0.text("name") ?? "")
            event.summary = $0.text("summary")
            event.aliases = $0.texts("aliases")
            event.source = $0.text("source")
            return event
        }
        statement.products = row.rows("products") { row in
            var product = ProductStatus(asset: row.text("asset") ?? "")
            product.id = row.text("id")
            product.versions = row.text("versions")
            product.status = row.word("status")
            product.justification = row.word("justification")
            product.impact = row.text("impact")
            product.action = row.text("action")
            product.checked = row.row("checked").map {
                var check = ProductStatus.Check(at: $0.moment("at") ?? .unreadable)
                check.method = $0.text("method")
                check.by = $0.text("by")
                check.evidence = $0.text("evidence")
                return check
            }
            return product
        }
        statement.posture = row.texts("posture")
        statement.review = row.moment("review")
        return statement
    }

    private func advisory(_ row: Row) -> Advisory {
        var advisory = Advisory()
        advisory.affected = row.rows("affected") { row in
            var product = Advisory.AffectedProduct(asset: row.text("asset") ?? "")
            let versions = row.row("versions")
            product.id = row.text("id")
            product.introduced = versions?.text("introduced")
            product.fixed = versions?.text("fixed")
            product.lastAffected = versions?.text("last_affected")
            return product
        }
        advisory.exposureWindow = row.row("exposure_window").map {
            Advisory.ExposureWindow(start: $0.moment("start") ?? .unreadable, end: $0.moment("end"))
        }
        advisory.exploitation = row.row("exploitation").map {
            Advisory.Exploitation(known: $0.word("known") ?? .unknown, since: $0.moment("since"))
        }
        advisory.fix = row.row("fix").map {
            var fix = Advisory.FixRelease(version: $0.text("version") ?? "")
            fix.isMandatory = $0.flag("mandatory")
            fix.deadline = $0.moment("deadline")
            return fix
        }
        advisory.workaround = row.text("workaround")
        advisory.cvss = row.text("cvss")
        return advisory
    }
}

extension Moment {
    /// Stands where a moment could not be read; a fault of the file says so, and nothing of such a file is published.
    static let unreadable = Moment(secondsSince1970: 0)
}
