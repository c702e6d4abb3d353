import Diagnostics
import Incidents
import Syntax

/// Holds a document against its shape: every wrong type, unknown or missing key and malformed text becomes a finding,
/// and its path a fault, so that no rule judges it a second time.
struct FormCheck {
    let document: YAMLDocument
    var report = Report()
    private(set) var faults = FaultTree()
    var path: [FieldPath.Step] = []
    var places = FieldPlaces()

    init(_ document: YAMLDocument) {
        self.document = document
    }

    /// Reports a finding about the value at the present path and marks it as unsound.
    mutating func fail(
        _ code: String, _ message: String, at span: SourceSpan, label: String = "", secondary: [Label] = [],
        help: String? = nil, fixes: [Fix] = []
    ) {
        faults.insert(path)
        report.add(
            Diagnostic(
                code, .error, message, at: span, label: label, secondary: secondary, help: help, fixes: fixes)
        )
    }

    /// Marks a path as unsound that was reported elsewhere.
    mutating func markFault(_ path: FieldPath) {
        faults.insert(path.steps)
    }

    /// What messages call the value at the present path: its key, or an entry of its list's key.
    var subject: String {
        var isEntry = false
        for step in path.reversed() {
            switch step {
            case .key(let key): return isEntry ? "an entry of `\(key)`" : "`\(key)`"
            case .index: isEntry = true
            }
        }
        return "the record"
    }

    /// Holds a document's outermost value against an object's shape, and gives the way to what it holds.
    mutating func read(_ node: YAMLDocument.NodeID, as object: ObjectShape) -> Row {
        places.reserve(forFileOf: document.file.bytes.count)
        path.reserveCapacity(8)
        let cell = places.add(node)
        let bytes = document.file.bytes
        if document.isMapping(node) {
            checkObject(node, object, cell, bytes.span)
        } else {
            check(node, FieldForm(.object(object)), cell, bytes.span)
        }
        return Row(CheckedDocument(document, places), object, places.first(in: cell))
    }

    /// Holds a value against a shape, whatever stands there.
    mutating func check(_ node: YAMLDocument.NodeID, is shape: Shape) {
        let bytes = document.file.bytes
        check(node, FieldForm(shape), places.add(node), bytes.span)
    }

    /// `text` is the file's, handed down so that it is held once.
    private mutating func check(
        _ node: YAMLDocument.NodeID, _ form: FieldForm, _ cell: Int, _ text: Span<UInt8>
    ) {
        // As most are that one look does not tell sound.
        if let object = form.mapping, document.isMapping(node) {
            return checkObject(node, object, cell, text)
        }
        if form.item != nil, document.isList(node) { return checkList(node, form, cell, text) }
        if let full = form.full, !document.isScalar(node) { return check(node, full, cell, text) }
        if document.isNull(node) {
            fail(
                "missing-value", "\(subject) has no value", at: document.span(node),
                help: "write \(form.shape.expectation), or leave the key out")
            return
        }
        switch form.shape {
        case .text(let form): checkText(node, form)
        case .prose: checkProse(node)
        case .moment(let words): checkMoment(node, or: words)
        case .amount(let words): checkAmount(node, or: words)
        case .integer(let bounds): checkInteger(node, bounds)
        case .bool: checkBool(node)
        case .word(let words): checkWord(node, words)
        case .wordOrText(let words):
            if !isOne(of: words, node) { checkText(node, .line) }
        case .wordOrProse(let words):
            if !isOne(of: words, node) { checkProse(node) }
        case .list: checkList(node, form, cell, text)
        case .object(let object), .shared(_, let object): checkObject(node, object, cell, text)
        case .wordOr(let words, let other):
            if document.isScalar(node) {
                checkWord(node, words, orElse: other)
            } else if let full = form.full {
                check(node, full, cell, text)
            }
        }
    }

    func isOne(of words: [String], _ node: YAMLDocument.NodeID) -> Bool {
        document.scalarEquals(node, anyOf: words)
    }

    /// Whether a node is a scalar; reports where it is a list or a mapping.
    mutating func isScalar(_ node: YAMLDocument.NodeID, expecting expectation: @autoclosure () -> String)
        -> Bool
    {
        guard !document.isScalar(node) else { return true }
        let isMapping = document[node].kind == .mapping
        let help =
            isMapping && document[node].style == .block
            ? "a text that holds a colon and a space must stand in quotes"
            : "take the brackets or dashes away and write one value"
        fail(
            "wrong-type", "\(subject) takes \(expectation()), not \(isMapping ? "a mapping" : "a list")",
            at: document.openingSpan(node), help: help)
        return false
    }

    private mutating func checkList(
        _ node: YAMLDocument.NodeID, _ form: FieldForm, _ cell: Int, _ text: Span<UInt8>
    ) {
        guard let item = form.item else { return }
        guard document.isList(node) else {
            fail(
                "wrong-type", "\(subject) takes a list", at: document.openingSpan(node),
                help: "begin each entry with a dash, such as  - \(sample(of: item.shape, node))",
                fixes: item.object == nil ? bracketing(node) : [])
            return
        }
        let items = document.items(node)
        if items.count == 0 {
            fail(
                "empty-list", "\(subject) is an empty list, which tells readers nothing",
                at: document.span(node),
                help: "leave the key out, or say `none` or `unknown` where the field allows it")
        }
        // What texts hold takes no cells: they hold nothing.
        let first = item.object == nil ? nil : places.open(cell, count: items.count)
        for index in 0..<items.count {
            let entry = items[index]
            if document.isScalar(entry), document.isSurelySound(entry, item, in: &places) { continue }
            path.append(.index(index))
            if let first { places.place(entry, at: first + index) }
            let place = first.map { $0 + index } ?? cell
            if let object = item.mapping, document.isMapping(entry) {
                checkObject(entry, object, place, text)
            } else {
                check(entry, item, place, text)
            }
            path.removeLast()
        }
    }

    /// What an entry of a list looks like: the writer's own text where it might be one, else an example.
    private func sample(of item: Shape, _ node: YAMLDocument.NodeID) -> String {
        if let object = item.object { return object.sample }
        let text = document[node].kind == .scalar ? document.text(node) : ""
        let first = text.split(separator: ",").first.map { shown($0.filter { $0 != " " }) } ?? ""
        return first.isEmpty ? item.expectation : first
    }

    /// A fix that puts brackets around a lone scalar, where the brackets leave its meaning alone.
    private func bracketing(_ node: YAMLDocument.NodeID) -> [Fix] {
        let span = document.span(node)
        let text = span.text
        guard document[node].kind == .scalar, !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }),
            let first = text.utf8.first, let last = text.utf8.last
        else { return [] }
        switch document[node].style {
        case .singleQuoted, .doubleQuoted: break
        case .plain where ":?-".utf8.contains(first) || last == UInt8(ascii: ":"): return []
        case .plain where text.utf8.contains(where: { ",[]{}".utf8.contains($0) }): return []
        case .plain: break
        default: return []
        }
        return [Fix("make it a list of one", edits: [.init(span, "[\(text)]")], isSafe: true)]
    }

    private mutating func checkObject(
        _ node: YAMLDocument.NodeID, _ object: ObjectShape, _ cell: Int, _ text: Span<UInt8>
    ) {
        guard document.isMapping(node) else {
            fail(
                "wrong-type", "\(subject) takes keys and values", at: document.openingSpan(node),
                help: "write its keys, such as \(object.sample)"
            )
            return
        }
        let pairs = document.pairs(node)
        let first = places.open(cell, count: object.fields.count)
        if pairs.count == 0, object.tellsNothingWhenEmpty, !path.isEmpty {
            fail(
                "missing-value", "\(subject) is an empty mapping, which tells readers nothing",
                at: document.span(node),
                help:
                    "write its keys, such as \(object.fields.prefix(3).map(\.name).joined(separator: ", ")), or leave it out"
            )
            return
        }
        let (present, unsure) = look(at: pairs, of: object, first, text)
        if present.count != pairs.count || !object.isComplete(present) {
            checkKeys(pairs, of: object, in: node)
        }
        var rest = unsure
        while let position = rest.popFirst() {
            guard let value = places.node(at: first + position) else { continue }
            path.append(.key(object.fields[position].name))
            check(value, object.forms[position], first + position, text)
            path.removeLast()
        }
    }

    /// Notes the places of a mapping's fields, of which the first has a cell. Fields that are there, and those that take
    /// a closer look.
    private mutating func look(
        at pairs: YAMLPairs, of object: ObjectShape, _ first: Int, _ text: Span<UInt8>
    ) -> (present: FieldSet, unsure: FieldSet) {
        var (present, unsure) = (FieldSet(), FieldSet())
        let (document, keys) = (document, object.keys)
        let quickForms = object.quickForms
        let forms = quickForms.span
        for index in 0..<pairs.count {
            let (position, value) = pairs.field(index, in: keys, of: text)
            guard position >= 0 else { continue }
            let cell = first + position
            present.insert(position)
            places.place(value, at: cell)
            switch document.soundness(of: value, forms[position], keys, text, at: cell, in: &places) {
            case .sound: break
            case .soundInPattern
            where object.forms[position].text?.accepts(utf8: document.bytes(value)) == true: break
            case .soundInPattern, .unsure: unsure.insert(position)
            }
        }
        return (present, unsure)
    }
}
