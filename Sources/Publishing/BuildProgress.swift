import Synchronization
import System

/// Follows a build stage by stage: how long each took, and how far the present one is. Whoever shows it looks in as
/// often as he likes; the build itself never waits for anybody.
package final class BuildProgress: Sendable {
    /// A stage that is over.
    package struct Stage: Sendable {
        package let name: String
        /// How many pieces of work it had; 0 where they were not counted.
        package let count: Int
        package let milliseconds: Double
    }

    /// The stage that goes on.
    package struct Present: Sendable {
        package let name: String
        package let done: Int
        /// 0 where the pieces are not counted.
        package let count: Int
    }

    /// A part of the work on each piece of a stage, summed over the pieces and the threads.
    package struct Part: Sendable {
        package let name: String
        package var milliseconds: Double
    }

    private struct State: Sendable {
        var parts: [Part] = []
        var stages: [Stage] = []
        var name: String?
        var count = 0
    }

    private let state = Mutex(State())
    private let done = Atomic<Int>(0)

    package init() {}

    /// The stages that are over, in their order.
    package var stages: [Stage] { state.withLock { $0.stages } }

    package var present: Present? {
        let now = state.withLock { ($0.name, $0.count) }
        return now.0.map { Present(name: $0, done: min(done.load(ordering: .relaxed), now.1), count: now.1) }
    }

    /// Takes the time of a stage; `count` is how many pieces of work it has.
    func follow<Value, Failure: Error>(
        _ name: String, of count: Int = 0, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let watch = Stopwatch()
        done.store(0, ordering: .relaxed)
        state.withLock { ($0.name, $0.count) = (name, count) }
        defer {
            state.withLock {
                $0.stages.append(Stage(name: name, count: count, milliseconds: watch.milliseconds))
                $0.name = nil
            }
        }
        return try work()
    }

    /// Takes the time of a part of the work on one piece; from any thread.
    func time<Value, Failure: Error>(
        _ name: String, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let watch = Stopwatch()
        defer {
            let spent = watch.milliseconds
            state.withLock { state in
                if let place = state.parts.firstIndex(where: { $0.name == name }) {
                    state.parts[place].milliseconds += spent
                } else {
                    state.parts.append(Part(name: name, milliseconds: spent))
                }
            }
        }
        return try work()
    }

    /// The parts in the order in which they first came.
    package var parts: [Part] { state.withLock { $0.parts } }

    /// One piece of the present stage is done; from any thread.
    func advance() { done.add(1, ordering: .relaxed) }
}
