/// The way to a value in a record: keys and positions from the top, such as `losses`, 2, `frozen`.
package struct FieldPath: Sendable, Hashable {
    package enum Step: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case key(String)
        /// Counted from 0.
        case index(Int)

        package init(stringLiteral key: String) { self = .key(key) }
        package init(integerLiteral index: Int) { self = .index(index) }
    }

    package var steps: [Step]

    package init(_ steps: Step...) {
        self.steps = steps
    }

    package init(steps: [Step]) {
        self.steps = steps
    }

    package func appending(_ steps: Step...) -> FieldPath {
        FieldPath(steps: self.steps + steps)
    }

    /// Whether one path lies on the way to the other, or they are the same.
    package func touches(_ other: FieldPath) -> Bool {
        zip(steps, other.steps).allSatisfy { $0 == $1 }
    }
}

extension FieldPath: CustomStringConvertible {
    /// `losses[2].frozen`, positions counted from 0.
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
