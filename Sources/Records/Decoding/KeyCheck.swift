import Diagnostics
import Syntax

extension FormCheck {
    /// Unknown keys, missing ones, and keys that exclude or need each other.
    mutating func checkKeys(_ pairs: YAMLPairs, of object: ObjectShape, in node: YAMLDocument.NodeID) {
        var present = FieldSet()
        var names: [String] = []
        var strangers: [(name: String, key: YAMLDocument.NodeID, value: YAMLDocument.NodeID)] = []
        let bytes = document.file.bytes
        let text = bytes.span
        for index in 0..<pairs.count {
            let (position, _) = pairs.field(index, in: object.keys, of: text)
            if position >= 0 {
                present.insert(position)
                names.append(object.fields[position].name)
            } else {
                let (key, value) = pairs[index]
                let name = document.text(key)
                if !name.hasPrefix("x-") { strangers.append((name, key, value)) }
            }
        }
        if strangers.isEmpty, object.isComplete(present) { return }
        for (name, key, value) in strangers {
            reportUnknown(name, key, value, in: object, besides: names)
        }
        for field in object.fields where field.isRequired && !names.contains(field.name) {
            reportMissing(field, in: object, at: node)
        }
        for choice in object.choices { check(choice, names, of: object, in: node) }
        if let unless = object.unless, !names.contains(unless.key), let field = object.field(unless.key),
            !(document.value(node, key: unless.other).map { document.scalarEquals($0, unless.word) } ?? false)
        {
            reportMissing(field, in: object, at: node)
        }
    }

    private mutating func reportUnknown(
        _ name: String, _ key: YAMLDocument.NodeID, _ value: YAMLDocument.NodeID, in object: ObjectShape,
        besides present: [String]
    ) {
        let known = object.fields.map(\.name)
        let span = document.span(key)
        let absent = known.filter { !present.contains($0) }
        let folded = String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
        let near =
            absent.contains(folded)
            ? folded
            : NearMiss.nearest(to: folded, among: absent)
                ?? KeySynonyms.key(meantBy: folded, among: absent)
                ?? self.key(meantBy: value, in: object, besides: present)
        // A second key that means the same would be a repeated one, if it were renamed unasked.
        let isTaken = near.map { faults.contains(path + [.key($0)]) } ?? false
        path.append(.key(name))
        fail(
            "unknown-key", "`\(shown(name))` is not a key of \(object.nameWithArticle)", at: span,
            help: near.map { "did you mean `\($0)`?" }
                ?? (name.utf8.allSatisfy(\.isDigit)
                    ? "a comma parts two keys here: write a number without marks between its digits" : nil)
                    ?? "its keys are \(known.joined(separator: ", ")); keys of your own start with x-",
            fixes: near.map {
                [Fix("rename the key to `\($0)`", edits: [.init(span, $0)], isSafe: folded == $0 && !isTaken)]
            } ?? [])
        path.removeLast()
        // A misspelt key is not also a missing one.
        if let near { markFault(FieldPath(steps: path + [.key(near)])) }
    }

    /// The missing key whose form a stranger's value has: `identfr: ABC-2026-0001` can only be the `id`.
    private func key(
        meantBy value: YAMLDocument.NodeID, in object: ObjectShape, besides present: [String]
    ) -> String? {
        object.fields.first { field in
            guard field.isRequired, field.shape.isTelling, !present.contains(field.name),
                !faults.contains(path + [.key(field.name)])
            else { return false }
            var trial = FormCheck(document)
            trial.check(value, is: field.shape)
            return trial.report.isEmpty
        }?.name
    }

    private mutating func reportMissing(_ field: Field, in object: ObjectShape, at node: YAMLDocument.NodeID)
    {
        guard !faults.contains(path + [.key(field.name)]) else { return }
        path.append(.key(field.name))
        fail(
            "missing-field", "`\(field.name)` is missing from this \(object.name)",
            at: document.openingSpan(node),
            help: field.example.map { "write it, for example  \(field.name): \($0)" }
                ?? "write \(field.shape.expectation)")
        path.removeLast()
    }

    private mutating func check(
        _ choice: Choice, _ present: [String], of object: ObjectShape, in node: YAMLDocument.NodeID
    ) {
        let given = present.filter { choice.keys.contains($0) }
        let isReported = choice.keys.contains { faults.contains(path + [.key($0)]) }
        if given.isEmpty {
            guard choice.isRequired, !isReported else { return }
            for key in choice.keys { markFault(FieldPath(steps: path + [.key(key)])) }
            report.add(
                Diagnostic(
                    "missing-field", .error, "\(choice.spelling) is missing from this \(object.name)",
                    at: document.openingSpan(node), help: "write \(choice.spelling)"))
            return
        }
        guard !isReported, !choice.alternatives.contains(where: { Set($0) == Set(given) }) else { return }
        for key in given { markFault(FieldPath(steps: path + [.key(key)])) }
        let spans = given.compactMap { document.pair(node, key: $0).map { document.span($0.key) } }
        guard let first = spans.first, let last = spans.last else { return }
        let names = given.map { "`\($0)`" }.joined(separator: ", ")
        report.add(
            Diagnostic(
                "conflicting-keys", .error,
                spans.count > 1
                    ? "\(object.nameWithArticle) has either \(choice.spelling), and here stand \(names)"
                    : "\(object.nameWithArticle) has \(choice.spelling), not \(names) alone", at: last,
                secondary: spans.count > 1 ? [Label(first, "given here as well")] : [],
                help: spans.count > 1 ? "keep \(choice.spelling)" : "write \(choice.spelling)"))
    }
}

extension Shape {
    /// Whether few other values have this form, so that a value tells what it is.
    fileprivate var isTelling: Bool {
        switch self {
        case .text(let form): !form.isAnyLine && form.name != TextForm.rowID.name
        case .moment, .word: true
        default: false
        }
    }
}
