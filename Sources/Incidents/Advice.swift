/// What readers should do. An empty answer is told apart from no answer.
package enum Advice: Sendable, Hashable {
    /// The record says nothing: a stage's question that is open.
    case notStated
    /// `none`: there is nothing to do.
    case nothingToDo
    /// `unknown`: it is not known yet what to do.
    case unknown
    case steps([AdviceStep])

    package var steps: [AdviceStep] { if case .steps(let steps) = self { steps } else { [] } }

    /// The steps that still hold.
    package var inForce: [AdviceStep] { steps.filter { $0.lifted == nil } }
}

/// One thing to do or to leave.
package struct AdviceStep: Sendable, Hashable {
    package var id: String?
    /// What to do, or what not to do where `isProhibition`.
    package var text: String
    /// Whether it was written as `dont`.
    package var isProhibition: Bool
    package var who: String?
    /// How long it holds, in the writer's words.
    package var until: String?
    package var urgency: Urgency?
    package var lifted: Lifting?

    package init(text: String, isProhibition: Bool) {
        self.text = text
        self.isProhibition = isProhibition
    }

    package struct Lifting: Sendable, Hashable {
        package var at: Moment
        package var why: String?

        package init(at: Moment, why: String?) {
            self.at = at
            self.why = why
        }
    }
}
