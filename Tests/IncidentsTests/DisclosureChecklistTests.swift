import Incidents
import Testing

@Suite("The disclosure checklist")
struct DisclosureChecklistTests {
    /// What a test tells of a record.
    private struct Head {
        let status: RecordStatus
        let disclosed = Moment(secondsSince1970: 0)
        var advice = Advice.notStated
        var references: [Reference] = []
        var questions: [Question] = []
        var updates: [Update] = []
    }

    /// What it tells of an incident.
    private struct Told {
        var timeline: [TimelineEvent] = []
        var losses = Losses.notStated
        var rootCause: RootCause?
        var assurances: [Assurance] = []
        var mitigations: [Mitigation] = []
    }

    private func record(
        _ status: RecordStatus, _ change: (inout Head, inout Told) -> Void = { _, _ in }
    ) -> Record {
        var head = Head(status: status)
        var told = Told()
        change(&head, &told)
        let incident = Incident(
            timeline: told.timeline, losses: told.losses, rootCause: told.rootCause,
            assurances: told.assurances, mitigations: told.mitigations)
        return Record(
            summary: "Something happened.", status: status, disclosed: head.disclosed,
            references: head.references, advice: head.advice, questions: head.questions,
            updates: head.updates, facts: .incident(incident))
    }

    private func item(_ question: StageQuestion, of record: Record) -> DisclosureChecklist.Item? {
        DisclosureChecklist(of: record).items.first { $0.question == question }
    }

    @Test("silence is silence, and what is not due yet says so")
    func silence() {
        let record = record(.investigating)
        #expect(item(.whatHappened, of: record)?.answer == .answered)
        #expect(item(.advice, of: record)?.answer == .silent)
        #expect(item(.advice, of: record)?.isDue == true)
        #expect(item(.losses, of: record)?.isDue == false)
    }

    @Test("an honest unknown leaves an answer open and not silent")
    func unknown() {
        var reasons = DisclosureChecklist.Reasons()
        reasons.saysUnknown = true
        let record = record(.identified) { record, incident in
            record.advice = .unknown
            incident.losses = .unknown
            var noticed = TimelineEvent(at: nil, text: "Somebody noticed.")
            noticed.milestone = .detected
            incident.timeline = [noticed]
            incident.rootCause = RootCause(category: .unknown)
        }
        for question in [StageQuestion.advice, .losses, .detected, .cause] {
            #expect(item(question, of: record)?.answer == .open(reasons))
        }
    }

    @Test("a question that names a field stands in for it until it is answered")
    func questions() {
        func asking(_ about: String, answer: String? = nil) -> Record {
            record(.resolved) { record, incident in
                var question = Question(asks: "How much is left?")
                question.about = about
                question.answer = answer
                record.questions = [question]
                incident.losses = .rows([Loss(token: "BTC", quantity: .exact(Amount(3)), id: "cold")])
            }
        }
        var reasons = DisclosureChecklist.Reasons()
        reasons.questions = [0]
        #expect(item(.dispositions, of: asking("losses#cold.at_large"))?.answer == .open(reasons))
        #expect(item(.losses, of: asking("losses#cold.at_large"))?.answer == .answered)
        #expect(item(.losses, of: asking("losses#cold.amount"))?.answer == .open(reasons))
        #expect(item(.dispositions, of: asking("losses#cold.at_large", answer: "All."))?.answer == .answered)
        #expect(item(.losses, of: asking("lossesElsewhere"))?.answer == .answered)
    }

    @Test("a milestone is named by itself or by its row's id")
    func milestones() {
        for about in ["timeline#seen.at", "timeline#detected", "timeline"] {
            let record = record(.identified) { record, incident in
                var question = Question(asks: "When?")
                question.about = about
                record.questions = [question]
                var event = TimelineEvent(at: nil, text: "Seen.")
                event.id = "seen"
                event.milestone = .detected
                incident.timeline = [event]
            }
            guard case .open(let reasons) = item(.detected, of: record)?.answer else {
                Issue.record("\(about) does not open the question")
                continue
            }
            #expect(reasons.questions == [0])
        }
    }

    @Test("a next word is owed until the incident is resolved, and promises need an owner and a day")
    func promises() {
        let open = record(.monitoring) { record, incident in
            var update = Update(id: "u1", at: record.disclosed, status: .monitoring, body: "Watching.")
            update.next = .noneExpected
            record.updates = [update]
            incident.mitigations = [Mitigation(action: "Pay back", status: .planned)]
        }
        #expect(item(.nextWord, of: open)?.answer == .answered)
        #expect(item(.promises, of: open)?.answer == .silent)
        #expect(item(.promises, of: open)?.isDue == false)
        #expect(item(.nextWord, of: record(.resolved)) == nil)
    }

    @Test("contained is answered only where it is said what that means")
    func contained() {
        func saying(_ means: Assurance.Meaning) -> Record {
            record(.monitoring) { record, incident in
                var assurance = Assurance(says: .defined(.contained))
                assurance.means = means
                incident.assurances = [assurance]
                var event = TimelineEvent(at: record.disclosed, text: "It was stopped.")
                event.milestone = .contained
                incident.timeline = [event]
            }
        }
        #expect(item(.contained, of: saying(.prose("The key was revoked.")))?.answer == .answered)
        #expect(item(.contained, of: saying(.notStated))?.answer != .answered)
        #expect(item(.contained, of: record(.monitoring))?.answer == .silent)
    }

    @Test("what is spent or destroyed has no way to come back that could be told")
    func spent() {
        func rows(_ classes: LossClass?...) -> Record {
            record(.resolved) { _, incident in
                incident.losses = .rows(
                    classes.map {
                        Loss(token: "ETH", quantity: .exact(Amount(5)), lossClass: $0)
                    })
            }
        }
        #expect(item(.dispositions, of: rows(.spent, .destroyed))?.answer == .answered)
        #expect(item(.dispositions, of: rows(.spent, .stolen))?.answer == .silent)
        #expect(item(.dispositions, of: rows(nil))?.answer == .silent)
    }

    @Test("a question about what holds a field stands in for it, and leaves alone what is told")
    func wholes() {
        let record = record(.postmortem) { record, incident in
            var question = Question(asks: "How much of it is certain?")
            question.about = "losses"
            record.questions = [question]
            incident.losses = .rows([
                Loss(token: "ETH", quantity: .exact(Amount(5)), frozen: .exact(Amount(5)))
            ])
            record.references = [Reference(id: "a")]
        }
        var reasons = DisclosureChecklist.Reasons()
        reasons.questions = [0]
        #expect(item(.losses, of: record)?.answer == .open(reasons))
        // How sure it is, nobody has said, and the question covers it; what became of it is told.
        #expect(item(.sources, of: record)?.answer == .open(reasons))
        #expect(item(.dispositions, of: record)?.answer == .answered)
    }

    @Test("a statement has no stages and no checklist")
    func statement() {
        let record = Record(status: .notAffected, facts: .statement(Statement()))
        #expect(DisclosureChecklist(of: record).items.isEmpty)
    }
}
