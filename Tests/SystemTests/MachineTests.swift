import Synchronization
import System
import TestKit
import Testing

@Suite struct FolderLockTests {
    private final class Tally: Sendable {
        let inside = Atomic<Int>(0)
        let overlaps = Atomic<Int>(0)
        let rounds = Atomic<Int>(0)
    }

    @Test("a lock is held by one at a time and its file goes with it")
    func exclusion() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path(of: "lock")
        do {
            let held = try FolderLock.take(path)
            let isFree = try FolderLock.takeIfFree(path) != nil
            #expect(!isFree)
            _ = consume held
        }
        #expect(try scratch.files() == [])
        let isFree = try FolderLock.takeIfFree(path) != nil
        #expect(isFree)
    }

    @Test("many who take the same lock over and over never overlap, although its file comes and goes")
    func contention() async throws {
        let scratch = try ScratchFolder()
        let path = scratch.path(of: "lock")
        let tally = Tally()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<50 {
                        guard let lock = try? FolderLock.take(path) else { continue }
                        if tally.inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue != 1 {
                            tally.overlaps.wrappingAdd(1, ordering: .relaxed)
                        }
                        tally.rounds.wrappingAdd(1, ordering: .relaxed)
                        tally.inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
                        _ = consume lock
                    }
                }
            }
        }
        #expect(tally.overlaps.load(ordering: .relaxed) == 0)
        #expect(tally.rounds.load(ordering: .relaxed) == 200)
    }
}

@Suite struct TerminalTests {
    private func welcomes(_ isInteractive: Bool, _ variables: [String: String]) -> Bool {
        Terminal(isInteractive: isInteractive, columns: 80, variable: { variables[$0] }).welcomesColor
    }

    @Test("colour is for terminals that can show it and for those who force it, and NO_COLOR always wins")
    func color() {
        #expect(welcomes(true, ["TERM": "xterm"]))
        #expect(!welcomes(true, ["TERM": "dumb"]))
        #expect(!welcomes(true, [:]))
        #expect(!welcomes(true, ["TERM": "xterm", "NO_COLOR": "1"]))
        #expect(welcomes(true, ["TERM": "xterm", "NO_COLOR": ""]))
        #expect(!welcomes(false, ["TERM": "xterm"]))
        #expect(welcomes(false, ["CLICOLOR_FORCE": "1"]))
        #expect(!welcomes(false, ["CLICOLOR_FORCE": "0"]))
        #expect(!welcomes(false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
        #expect(!welcomes(true, ["TERM": "xterm", "CLICOLOR": "0"]))
    }
}

@Suite struct ChildProcessTests {
    @Test("a program gets its arguments, input, folder and environment as given and nothing inherited")
    func running() throws {
        let scratch = try ScratchFolder()
        let run = try CommandRun(
            "/bin/sh",
            ["-c", "pwd; cat; echo \"$1|$GREETING|${HOME-unset}\"; echo oops >&2; exit 7", "sh", "a b'c"],
            in: scratch.path, environment: [("GREETING", "hello"), ("PATH", "/usr/bin:/bin")],
            input: "typed\n")
        #expect(run.output == "\(scratch.path)\ntyped\na b'c|hello|unset\n")
        #expect(run.error == "oops\n")
        #expect(run.ending == .exited(7))
    }

    @Test("a killed program is told apart from one that ended by itself")
    func killing() throws {
        let scratch = try ScratchFolder()
        let child = try ChildProcess(
            "/bin/sleep", ["60"], environment: [], folder: scratch.path, output: scratch.path(of: "out"),
            error: scratch.path(of: "err"))
        child.kill()
        #expect(child.wait() == .killed(signal: 9))
    }

    @Test("a full device and a closed pipe are told apart: the first is a failure, the second is none")
    func failingStreams() throws {
        let failure = FileFailure("write", "site/index.html", errno: 28)
        #expect(failure.message == "cannot write site/index.html: No space left on device")
        #expect(failure.reason == .full)
        #expect(FileFailure("write to", "standard output", errno: 32).reason == .closedPipe)
    }
}
