import Incidents
import Syntax

extension RecordWalk {
    /// Every prose of a record: what is Markdown.
    func prose(_ visit: (String, Place) -> Void) {
        func see(_ text: String?, _ place: Place) {
            if let text { visit(text, place) }
        }
        see(record.summary, Place("summary"))
        for (index, row) in record.updates.enumerated() { see(row.body, Place("updates", index, "body")) }
        for (index, row) in record.claims.enumerated() {
            see(row.disputed, Place("claims", index, "disputed"))
        }
        for (index, row) in record.questions.enumerated() {
            see(row.answer, Place("questions", index, "answer"))
        }
        switch record.facts {
        case .incident(let incident): prose(of: incident, visit)
        case .statement(let statement):
            see(statement.event?.summary, Place("event", nil, "summary"))
            for (index, row) in statement.products.enumerated() {
                see(row.impact, Place("products", index, "impact"))
                see(row.action, Place("products", index, "action"))
            }
            for (index, text) in statement.posture.enumerated() { see(text, Place("posture", index)) }
        case .advisory(let advisory): see(advisory.workaround, Place("workaround"))
        }
    }

    private func prose(of incident: Incident, _ visit: (String, Place) -> Void) {
        func see(_ text: String?, _ place: Place) {
            if let text { visit(text, place) }
        }
        for (index, row) in incident.timeline.enumerated() { see(row.text, Place("timeline", index, "text")) }
        for (index, row) in incident.assets.enumerated() { see(row.detail, Place("assets", index, "detail")) }
        for (index, row) in incident.losses.rows.enumerated() {
            see(row.detail, Place("losses", index, "detail"))
        }
        see(incident.rootCause?.summary, Place("root_cause", nil, "summary"))
        for (index, text) in (incident.rootCause?.contributing ?? []).enumerated() {
            see(text, Place("root_cause", nil, "contributing", index))
        }
        for (index, row) in incident.assurances.enumerated() {
            if case .prose(let text)? = row.means { see(text, Place("assurances", index, "means")) }
        }
        for (index, row) in incident.mitigations.enumerated() {
            see(row.detail, Place("mitigations", index, "detail"))
        }
        for (index, row) in incident.thirdParties.enumerated() {
            see(row.detail, Place("third_parties", index, "detail"))
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
