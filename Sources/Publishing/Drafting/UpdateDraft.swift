import Diagnostics
import Incidents
import Syntax

/// One more update for a record, as edits of its text that leave the writer's layout and comments as they are.
package struct UpdateDraft: Sendable {
    package var at: Moment
    package var status: RecordStatus
    package var body: String
    package var author: String?
    /// A moment, `none` or `unknown`; left out where nothing is promised.
    package var nextUpdate: String?

    package init(at: Moment, status: RecordStatus, body: String) {
        self.at = at
        self.status = status
        self.body = body
    }

    /// Why the text of a record cannot take an update.
    package enum Obstacle: Error, Sendable {
        /// The record's outermost value is no block mapping, or `updates` is no list.
        case shape
    }

    /// The edits, as one fix, with the id that the update gets.
    package func edits(for document: YAMLDocument) throws(Obstacle) -> (id: String, fix: Fix) {
        guard let root = document.root, document[root].kind == .mapping, document[root].style != .flow,
            let firstKey = document.pairs(root).first?.key
        else { throw .shape }
        let id = freeID(document, root)
        var edits: [Fix.Edit] = []
        if let node = document.value(root, key: "status") {
            if !document.scalarEquals(node, status.rawValue) {
                edits.append(Fix.Edit(document.span(node), status.rawValue))
            }
        }
        let margin = RecordLayout(document).column(of: document[firstKey].start)
        edits.append(try addition(id, to: document, root, margin: margin))
        return (id, Fix("add update \(id)", edits: edits, isSafe: true))
    }

    private func freeID(_ document: YAMLDocument, _ root: YAMLDocument.NodeID) -> String {
        let rows = document.items(of: document.value(root, key: "updates"))
        let ids = Set(rows.compactMap { row in document.value(row, key: "id").map(document.text) })
        var number = rows.count + 1
        for id in ids where id.hasPrefix("u") { number = max(number, (Int(id.dropFirst()) ?? 0) + 1) }
        return "u\(number)"
    }

    private func addition(
        _ id: String, to document: YAMLDocument, _ root: YAMLDocument.NodeID, margin: Int
    ) throws(Obstacle) -> Fix.Edit {
        let layout = RecordLayout(document)
        guard let pair = document.pair(root, key: "updates") else {
            let place = layout.endOfContent(document[root].end, deeperThan: margin - 1)
            return layout.insertion(
                "\n" + blanks(margin) + "updates:\n" + row(id, dash: margin + 2, key: margin + 4), at: place)
        }
        let list = document[pair.value]
        switch list.kind {
        case .mapping: throw .shape
        case .scalar:
            guard document.isNull(pair.value) else { throw .shape }
            let text = row(id, dash: margin + 2, key: margin + 4)
            // What says "nothing" is a word to take away, or no text at all.
            if list.start < list.end {
                let span = SourceSpan(file: document.file, start: list.start, end: list.end)
                return Fix.Edit(span, layout.withLineEnds("\n" + text.dropLastLineEnd))
            }
            return layout.insertion(text, at: layout.endOfLine(document[pair.key].end))
        case .sequence:
            guard let last = document.items(pair.value).last, list.style != .flow else {
                let span = SourceSpan(file: document.file, start: list.end - 1, end: list.end - 1)
                return Fix.Edit(span, (document.items(pair.value).isEmpty ? "" : ", ") + flowRow(id))
            }
            guard let dash = layout.dash(before: document[last].start) else { throw .shape }
            let key = dash.isOnSameLine ? layout.column(of: document[last].start) : dash.column + 2
            let place = layout.endOfContent(document[last].end, deeperThan: dash.column)
            return layout.insertion(row(id, dash: dash.column, key: key), at: place)
        }
    }

    private var fields: [(key: String, value: String)] {
        var fields = [("id", ""), ("at", at.text), ("status", status.rawValue)]
        if let author { fields.append(("author", author)) }
        fields.append(("body", body))
        if let nextUpdate { fields.append(("next_update", nextUpdate)) }
        return fields
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// The update as an entry of a block list: its dash and its keys in the columns of the entries before it.
    private func row(_ id: String, dash: Int, key: Int) -> String {
        var text = blanks(dash) + "-" + blanks(key - dash - 1)
        for (number, field) in fields.enumerated() {
            if number > 0 { text += blanks(key) }
            text += field.key + ": "
            switch field.key {
            case "id": text += id + "\n"
            case "body": text += YAMLText.block(field.value, indentation: key + 2)
            case "author": text += YAMLText.scalar(field.value) + "\n"
            default: text += field.value + "\n"
            }
        }
        return text
    }

    private func flowRow(_ id: String) -> String {
        let parts = fields.map { field in
            let value = field.key == "id" ? id : field.value
            return field.key + ": " + (field.key == "body" ? YAMLText.quoted(value) : YAMLText.scalar(value))
        }
        return "{" + parts.joined(separator: ", ") + "}"
    }
}

extension String {
    fileprivate var dropLastLineEnd: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}
