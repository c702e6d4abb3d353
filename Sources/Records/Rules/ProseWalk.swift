import Incidents
import Syntax

extension RecordWalk {
    /// Every prose of a record: what is Markdown.
    func prose(_ visit: (String, Place) -> Void) {
        func see(_ text: String?, _ place: Place) {
            if let text { visit(text, place) }
        }
        see(file.record.summary, Place("summary"))
        for index in file.record.updates.indices {
            see(file.record.updates[index].body, Place("updates", index, "body"))
        }
        for index in file.record.claims.indices {
            see(file.record.claims[index].disputed, Place("claims", index, "disputed"))
        }
        for index in file.record.questions.indices {
            see(file.record.questions[index].answer, Place("questions", index, "answer"))
        }
        switch file.record.facts {
        case .incident(let incident): prose(of: incident, visit)
        case .statement(let statement):
            see(statement.event?.summary, Place("event", nil, "summary"))
            for index in statement.products.indices {
                see(statement.products[index].impact, Place("products", index, "impact"))
                see(statement.products[index].action, Place("products", index, "action"))
            }
            for index in statement.posture.indices { see(statement.posture[index], Place("posture", index)) }
        case .advisory(let advisory): see(advisory.workaround, Place("workaround"))
        }
    }

    private func prose(of incident: Incident, _ visit: (String, Place) -> Void) {
        func see(_ text: String?, _ place: Place) {
            if let text { visit(text, place) }
        }
        for index in incident.timeline.indices {
            see(incident.timeline[index].text, Place("timeline", index, "text"))
        }
        for index in incident.assets.indices {
            see(incident.assets[index].detail, Place("assets", index, "detail"))
        }
        let losses = incident.losses.rows
        for index in losses.indices {
            see(losses[index].detail, Place("losses", index, "detail"))
        }
        see(incident.rootCause?.summary, Place("root_cause", nil, "summary"))
        for (index, text) in (incident.rootCause?.contributing ?? []).enumerated() {
            see(text, Place("root_cause", nil, "contributing", index))
        }
        for index in incident.assurances.indices {
            if case .prose(let text)? = incident.assurances[index].means {
                see(text, Place("assurances", index, "means"))
            }
        }
        for index in incident.mitigations.indices {
            see(incident.mitigations[index].detail, Place("mitigations", index, "detail"))
        }
        for index in incident.thirdParties.indices {
            see(incident.thirdParties[index].detail, Place("third_parties", index, "detail"))
        }
        for (key, texts) in [
            ("went_well", incident.lessons?.wentWell), ("went_wrong", incident.lessons?.wentWrong),
            ("got_lucky", incident.lessons?.gotLucky),
        ] as [(StaticString, [String]?)] {
            for (index, text) in (texts ?? []).enumerated() { see(text, Place("lessons", nil, key, index)) }
        }
    }

    /// Every link of the record's prose. Prose without brackets or strokes of an address is not even parsed.
    func links(_ visit: (MarkdownLink, Place) -> Void) {
        let renderer = MarkdownRenderer()
        prose { text, place in
            guard Self.mayLink(text) else { return }
            for link in renderer.links(in: text) { visit(link, place) }
        }
    }

    static func mayLink(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == UInt8(ascii: "]"),
                byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ":")
            {
                return true
            }
            if previous == UInt8(ascii: "<"), byte.isLetter { return true }
            previous = byte
        }
        return false
    }
}
