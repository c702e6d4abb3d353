import System

/// What a program said and how it ended, for black-box tests.
package struct CommandRun: Sendable {
    package let output: String
    package let error: String
    package let ending: ChildProcess.Ending

    /// Runs a program to its end, in `folder`, with only the given environment.
    package init(
        _ program: String, _ arguments: [String], in folder: String,
        environment: [(name: String, value: String)] = [("PATH", "/usr/local/bin:/usr/bin:/bin")],
        input: String = ""
    ) throws {
        let streams = try ScratchFolder("aboveboard-run-")
        try streams.write(input, to: "in")
        let child = try ChildProcess(
            program, arguments, environment: environment, folder: folder, input: streams.path(of: "in"),
            output: streams.path(of: "out"), error: streams.path(of: "err"))
        ending = child.wait()
        output = try streams.text(of: "out")
        error = try streams.text(of: "err")
    }

    /// The exit status, or `nil` where a signal ended the program.
    package var status: Int32? {
        if case .exited(let status) = ending { status } else { nil }
    }
}
