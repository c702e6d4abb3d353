import System

/// The program as it was built beside the tests, for tests that look at it from outside.
package enum Program {
    /// The absolute path of the built program.
    package static let path: String = {
        var folder = Disk.split((try? Disk.absolutePath(of: CommandLine.arguments[0])) ?? "/").folder
        while folder != "/" {
            let candidate = Disk.join(folder, "aboveboard")
            if Disk.isFile(candidate) { return candidate }
            folder = Disk.split(folder).folder
        }
        return Disk.join((try? Disk.currentFolder()) ?? "/", ".build/debug/aboveboard")
    }()

    /// Runs the program in a folder; only the given variables are set besides PATH.
    package static func run(
        _ arguments: [String], in folder: String, environment: [(name: String, value: String)] = [],
        input: String = ""
    ) throws -> CommandRun {
        try CommandRun(
            path, arguments, in: folder,
            environment: [("PATH", "/usr/local/bin:/usr/bin:/bin")] + environment, input: input)
    }
}
