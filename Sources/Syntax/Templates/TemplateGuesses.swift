import Synchronization

/// Where each step of a set of templates found the name that it asks for, as the pages before left it: objects that are
/// made alike have their names in one order, so that most names are found at the first look.
///
/// A guess that is wrong costs a search and no more. Each rendering has a table of its own meanwhile.
final class TemplateGuesses: Sendable {
    private let stepCount: Int
    private let idle = Mutex<[[UInt8]]>([])

    init(stepCount: Int) {
        self.stepCount = stepCount
    }

    /// A table for one rendering, with a place for each step and one more.
    func take() -> [UInt8] {
        idle.withLock { $0.popLast() } ?? [UInt8](repeating: 0, count: stepCount + 1)
    }

    /// Keeps a table for the next page.
    func keep(_ guesses: [UInt8]) {
        idle.withLock { $0.append(guesses) }
    }
}
