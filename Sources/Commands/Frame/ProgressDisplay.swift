import Diagnostics
import Publishing
import Synchronization
import System

/// Shows how far a build is on standard error: a bar on a terminal, a line a stage in CI, nothing where it is piped.
final class ProgressDisplay: Sendable {
    private enum Form { case bar, lines, nothing }

    private let progress: BuildProgress
    private let form: Form
    private let columns: Int
    private let isOver = Mutex(false)

    init(_ progress: BuildProgress, isQuiet: Bool) {
        self.progress = progress
        let terminal = Terminal(.error)
        columns = terminal.columns ?? 80
        let isCI = !(Environment.value(of: "CI") ?? "").isEmpty
        form = isQuiet ? .nothing : terminal.isInteractive ? .bar : isCI ? .lines : .nothing
    }

    /// Runs the work with the display beside it, which is gone when the work is over.
    func during<Value>(_ work: () throws -> Value) rethrows -> Value {
        guard form != .nothing else { return try work() }
        DetachedThread.start { [self] in show() }
        defer { end() }
        return try work()
    }

    private func show() {
        // What is over at a glance needs no bar.
        let bell = Bell()
        _ = bell.wait(after: 0, seconds: 1)
        var told = 0
        var isOver = false
        while !isOver {
            isOver = self.isOver.withLock { isOver in
                if form == .bar, !isOver { draw() }
                return isOver
            }
            if form == .lines { told = tellStages(after: told) }
            if !isOver { _ = bell.wait(after: 0, seconds: 1) }
        }
    }

    private func end() {
        isOver.withLock { isOver in
            isOver = true
            // The cursor goes back and the line is cleared, so that what follows stands where the bar stood.
            if form == .bar { _ = try? StandardStream.error.write("\r\u{1B}[K") }
        }
    }

    private func draw() {
        guard let present = progress.present else { return }
        var line = present.name
        if present.count > 0 {
            let width = max(10, min(40, columns - 40))
            let filled = present.done * width / present.count
            line +=
                " [" + String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
            line += "] \(present.done) of \(present.count)"
        }
        _ = try? StandardStream.error.write("\r\u{1B}[K" + String(line.prefix(columns - 1)))
    }

    private func tellStages(after told: Int) -> Int {
        let stages = progress.stages
        for stage in stages.dropFirst(told) {
            _ = try? StandardStream.error.write("\(stage.name): \(Int(stage.milliseconds.rounded())) ms\n")
        }
        return stages.count
    }

    /// The table of `--timings`: each stage's wall time, and what it costs a record; below a stage the parts of the work
    /// on one record, summed over all threads.
    static func table(_ progress: BuildProgress, records: Int) -> String {
        let stages = progress.stages
        func row(_ name: String, _ milliseconds: Double) -> String {
            let tenths = Int((milliseconds * 10).rounded())
            let each = records == 0 ? "" : "\(Int((milliseconds * 1000 / Double(records)).rounded()))"
            return padded(name, 16, isRight: false) + padded("\(tenths / 10).\(tenths % 10)", 12)
                + padded(each, 14) + "\n"
        }
        func padded(_ text: String, _ width: Int, isRight: Bool = true) -> String {
            let blanks = String(repeating: " ", count: max(0, width - text.count))
            return isRight ? blanks + text : text + blanks
        }
        var table = padded("stage", 16, isRight: false) + padded("ms", 12) + padded("us a record", 14) + "\n"
        let last = stages.lastIndex { $0.name == "records" }
        for (place, stage) in stages.enumerated() {
            table += row(stage.name, stage.milliseconds)
            guard place == last else { continue }
            for part in progress.parts { table += row("  " + part.name, part.milliseconds) }
        }
        return table + row("all", stages.map(\.milliseconds).reduce(0, +))
    }
}
