import Diagnostics
import Incidents
import Syntax

/// One record with its file: every value's place, and which values could not be read.
package final class RecordFile: Sendable {
    package let document: YAMLDocument
    package let record: Record
    /// The paths whose values broke their form and were reported: what rules must not judge again.
    package let faults: FaultTree
    /// What the rules search the whole file for, found in one pass.
    let scan: TextScan
    /// What it has that rules are about.
    let parts: RecordParts

    package var file: SourceFile { document.file }
    /// The record's facts where it is an incident.
    var incident: Incident? { record.incident }

    package init(document: YAMLDocument, record: Record, faults: FaultTree) {
        self.document = document
        self.record = record
        self.faults = faults
        scan = TextScan(document.file.bytes, mayHoldEscapes: document.mayHoldEscapes)
        parts = RecordParts(of: record, scan)
    }

    /// Whether the value at a path, all on the way to it and all within it was read as it should be.
    package func isSound(_ path: FieldPath) -> Bool {
        !faults.touches(path)
    }

    /// The same of a key at the top. A record without faults, as most are, is told sound without a path being made.
    package func isSound(_ key: FieldPath.Step) -> Bool {
        faults.isEmpty || isSound(FieldPath(key))
    }

    /// The same of a row, or of a field of a mapping.
    package func isSound(_ first: FieldPath.Step, _ second: FieldPath.Step) -> Bool {
        faults.isEmpty || isSound(FieldPath(first, second))
    }

    /// The same of a field of a row.
    package func isSound(_ list: FieldPath.Step, _ row: FieldPath.Step, _ field: FieldPath.Step) -> Bool {
        faults.isEmpty || isSound(FieldPath(list, row, field))
    }

    /// Whether a key has no value here because what was written in its place was reported: a misspelt key, most often.
    /// What leads to its rows leads nowhere, and that is no second mistake.
    func isMislaid(_ key: String) -> Bool {
        !isSound(.key(key)) && !has(.key(key))
    }

    /// Whether the file has a value at a path.
    package func has(_ steps: FieldPath.Step...) -> Bool {
        document.node(at: FieldPath(steps: steps)) != nil
    }

    /// The place of a value; of the nearest one around it where the file has none at this path.
    package func span(_ path: FieldPath) -> SourceSpan {
        document.nearestSpan(to: path)
    }

    package func span(_ steps: FieldPath.Step...) -> SourceSpan {
        span(FieldPath(steps: steps))
    }

    /// The place of a key; of the nearest value around it where the file has none at this path.
    package func keySpan(_ steps: FieldPath.Step...) -> SourceSpan {
        document.keySpan(at: FieldPath(steps: steps)) ?? document.nearestSpan(to: FieldPath(steps: steps))
    }

    /// The place of a stretch of a one-line or quoted value: `range` counts UTF-8 bytes of the decoded text. Where the
    /// text stands in the file as it is decoded the stretch itself is given, else the whole value.
    package func span(_ path: FieldPath, range: Range<Int>) -> SourceSpan {
        guard let node = document.node(at: path) else { return span(path) }
        return document.span(of: range, in: node)
    }
}

extension YAMLDocument {
    /// The node at a path; nil where the document has none.
    package func node(at path: FieldPath) -> NodeID? {
        var node = root
        for step in path.steps {
            guard let current = node else { return nil }
            switch step {
            case .key(let key): node = value(current, key: key)
            case .index(let index):
                let items = items(current)
                node = items.indices.contains(index) ? items[index] : nil
            }
        }
        return node
    }

    package func keySpan(at path: FieldPath) -> SourceSpan? {
        guard case .key(let key)? = path.steps.last,
            let mapping = node(at: FieldPath(steps: Array(path.steps.dropLast()))),
            let pair = pair(mapping, key: key)
        else { return nil }
        return span(pair.key)
    }

    /// The value at a path, else the first line of the nearest one around it.
    package func nearestSpan(to path: FieldPath) -> SourceSpan {
        var steps = path.steps
        while true {
            if let node = node(at: FieldPath(steps: steps)) {
                return steps.count == path.steps.count ? span(node) : openingSpan(node)
            }
            guard !steps.isEmpty else { return SourceSpan(file: file, start: 0, end: 0) }
            steps.removeLast()
        }
    }

    /// What stands for a whole list or mapping under a message: its first key or entry, or the scalar itself.
    package func openingSpan(_ id: NodeID) -> SourceSpan {
        switch self[id].kind {
        case .scalar: span(id)
        case .mapping: pairs(id).first.map { span($0.key) } ?? span(id)
        case .sequence: items(id).first.map(openingSpan) ?? span(id)
        }
    }

    /// The place of a stretch of a scalar's decoded text, where the file holds the same bytes; else the whole scalar.
    package func span(of range: Range<Int>, in id: NodeID) -> SourceSpan {
        let text = Array(bytes(id))
        let node = self[id]
        guard node.kind == .scalar, range.lowerBound >= 0, range.upperBound <= text.count, !range.isEmpty
        else { return span(id) }
        let wanted = Array(text[range])
        // The same bytes may stand more than once: the one that is meant has as many before it in both texts.
        let before = Self.occurrences(of: wanted, in: text[..<range.upperBound]).count - 1
        let places = Self.occurrences(of: wanted, in: file.bytes[node.start..<node.end])
        guard before >= 0, places.indices.contains(before) else { return span(id) }
        return SourceSpan(file: file, start: places[before], end: places[before] + wanted.count)
    }

    private static func occurrences(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
        return (bytes.startIndex...bytes.endIndex - wanted.count).filter {
            bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }
}
