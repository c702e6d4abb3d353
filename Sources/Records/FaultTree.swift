/// The paths of a document's unsound values, so that "is this sound?" costs the depth of a path and not the number of
/// faults: a hostile file has as many faults as values.
package struct FaultTree: Sendable {
    private struct Node: Sendable {
        var children: [FieldPath.Step: Int] = [:]
        var isFault = false
    }

    private var nodes = [Node()]
    /// How many different paths are unsound.
    package private(set) var count = 0

    package init() {}

    package var isEmpty: Bool { count == 0 }

    package mutating func insert(_ steps: [FieldPath.Step]) {
        var current = 0
        for step in steps {
            if let next = nodes[current].children[step] {
                current = next
            } else {
                nodes[current].children[step] = nodes.count
                current = nodes.count
                nodes.append(Node())
            }
        }
        guard !nodes[current].isFault else { return }
        nodes[current].isFault = true
        count += 1
    }

    /// Whether just this path was marked.
    package func contains(_ steps: [FieldPath.Step]) -> Bool {
        var current = 0
        for step in steps {
            guard let next = nodes[current].children[step] else { return false }
            current = next
        }
        return nodes[current].isFault
    }

    /// Whether the value at a path, one on the way to it or one within it was marked.
    package func touches(_ path: FieldPath) -> Bool {
        guard !isEmpty else { return false }
        var current = 0
        for step in path.steps {
            if nodes[current].isFault { return true }
            guard let next = nodes[current].children[step] else { return false }
            current = next
        }
        // Every node stands on the way to a fault, or is one.
        return true
    }
}
