/// The name of a changed value, in which rows go by their ids: `losses#iotx.amount`, `update:u1.body`,
/// `timeline[2].text` where a row has none.
package struct ChangedPath: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        case key(String)
        case row(String)
        /// A row without an id, counted from 0.
        case index(Int)

        var isKey: Bool { if case .key = self { true } else { false } }
    }

    package let steps: [Step]

    package init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// Reads the path of a correction or a question: `title`, `root_cause.category`, `losses#iotx.amount`, `update:u1`.
    package init(parsing text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".") {
            let halves = part.split(maxSplits: 1) { $0 == "#" || $0 == ":" }
            guard let key = halves.first else { continue }
            let isUpdate = key == "update" && part.contains(":")
            steps.append(.key(isUpdate ? "updates" : String(key)))
            if halves.count == 2 { steps.append(.row(String(halves[1]))) }
        }
        self.init(steps)
    }

    package func appending(_ step: Step) -> ChangedPath {
        ChangedPath(steps + [step])
    }

    /// The field at the top of the record.
    package var field: String {
        if case .key(let key)? = steps.first { key } else { "" }
    }

    /// The last key on the way.
    package var lastKey: String {
        for step in steps.reversed() { if case .key(let key) = step { return key } }
        return ""
    }

    /// Whether a correction can name this value, and not only a list around it.
    package var isNamed: Bool {
        steps.count { !$0.isKey } <= 1 && !steps.contains { if case .index = $0 { true } else { false } }
    }

    /// Whether this is the other path or lies above it; where it names no row, any row is meant.
    package func covers(_ other: ChangedPath) -> Bool {
        var rest = other.steps[...]
        for step in steps {
            if case .key = step {
                while let next = rest.first, !next.isKey { rest.removeFirst() }
            }
            guard rest.popFirst() == step else { return false }
        }
        return true
    }

    /// As it is shown to people.
    package var text: String { Self.text(of: steps) }

    /// As a correction's `of` names it: up to the first row without an id, or the second row. What is gone altogether is
    /// named by the list that it stood in.
    package func correctionTarget(ofRow isGone: Bool = false) -> String {
        if isGone, let last = steps.last, !last.isKey {
            return ChangedPath(steps.dropLast()).correctionTarget()
        }
        var kept: [Step] = []
        var hasRow = false
        for step in steps {
            if case .index = step { break }
            if case .row = step {
                if hasRow { break }
                hasRow = true
            }
            kept.append(step)
        }
        // A row's list stands where the row itself cannot be named.
        if case .key("body")? = kept.last, field == "updates" { kept.removeLast() }
        return Self.text(of: kept)
    }

    private static func text(of steps: [Step]) -> String {
        var text = ""
        for (index, step) in steps.enumerated() {
            switch step {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .row(let id) where index == 1 && text == "updates": text = "update:" + id
            case .row(let id): text += "#" + id
            case .index(let place): text += "[\(place)]"
            }
        }
        return text
    }
}
