import System
import TestKit
import Testing

@Suite struct RootCommandTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("the version is one line")
    func version() throws {
        let run = try Program.run(["--version"], in: scratch.path)
        #expect(run.status == 0)
        #expect(run.output == "0.1.0\n")
        #expect(run.error == "")
    }

    @Test(
        "every command has help with examples",
        arguments: [
            "init", "new", "update", "check", "build", "announce", "due", "explain", "schema", "theme",
        ])
    func help(command: String) throws {
        let run = try Program.run([command, "--help"], in: scratch.path)
        #expect(run.status == 0)
        #expect(run.output.contains("EXAMPLES:\n  aboveboard \(command)"))
    }

    @Test(
        "wrong usage is told on standard error with status 64",
        arguments: [
            ["chekc"], ["check", "--formt", "json"], ["new"], ["new", "accident"], ["check", "--jobs", "0"],
            ["check", "--quiet", "--verbose"], ["check", "--allow", "nonsense"],
        ])
    func usage(arguments: [String]) throws {
        let run = try Program.run(arguments, in: scratch.path)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("Error: "))
    }

    @Test(
        "whatever a command is asked for, its help and its errors name the whole command line",
        arguments: [
            (["check", "--help"], "USAGE: aboveboard check "), (["check", "-h"], "USAGE: aboveboard check "),
            (["help", "check"], "USAGE: aboveboard check "), (["check", "--version"], "0.1.0\n"),
            (["check", "--formt", "json"], "Usage: aboveboard check "),
            (["check", "--allow", "nonsense"], "See 'aboveboard check --help'"),
            (["theme", "--help"], "USAGE: aboveboard theme "),
            (["theme", "eject", "--help"], "USAGE: aboveboard theme eject "),
            (["theme", "eject", "--nonsense"], "Usage: aboveboard theme eject "),
            (["check", "--generate-completion-script", "bash"], "_aboveboard"),
            (["publish", "--help"], "USAGE: aboveboard publish "),
        ])
    func wholeLine(_ arguments: [String], _ words: String) throws {
        let run = try Program.run(arguments, in: scratch.path)
        #expect((run.output + run.error).contains(words), "\(run.output)\(run.error)")
    }

    @Test(
        "outside of a site it says what is missing and how to start",
        arguments: [["check"], ["new", "incident"], ["update", "X"]])
    func noSite(arguments: [String]) throws {
        let run = try Program.run(arguments, in: scratch.path)
        #expect(run.status == 64)
        #expect(
            run.error
                == "error: there is no aboveboard.yml here or in any folder above\n"
                + "help: go to a site's folder, or begin one with `aboveboard init`\n")
    }

    @Test("completions come for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try Program.run(["--generate-completion-script", shell], in: scratch.path)
        #expect(run.status == 0)
        #expect(run.output.contains("update"))
    }

    @Test("the code of a finding is explained, and a misspelt one is guessed")
    func explain() throws {
        let page = try Program.run(["explain", "id-year"], in: scratch.path)
        #expect(page.status == 0)
        #expect(page.output.hasPrefix("# id-year\n\nerror: "))
        let wrong = try Program.run(["explain", "id-yaer"], in: scratch.path)
        #expect(wrong.status == 64)
        #expect(wrong.error.contains("id-yaer is the code of no finding; did you mean id-year?"))
        let all = try Program.run(["explain"], in: scratch.path)
        #expect(all.output.split(separator: "\n").contains { $0.hasPrefix("id-year ") })
    }

    @Test("a pipe that is closed early is no failure, and a full device is one line with status 74")
    func streams() throws {
        let closed = try CommandRun(
            "/bin/sh", ["-c", "(\"$1\" explain; echo $? >&2) | head -n 1", "sh", Program.path],
            in: scratch.path)
        #expect(closed.output.split(separator: "\n").count == 1)
        #expect(closed.error == "0\n")
        let full = try CommandRun(
            "/bin/sh", ["-c", "\"$1\" explain >/dev/full", "sh", Program.path], in: scratch.path)
        #expect(full.status == 74)
        #expect(full.error == "error: cannot write to standard output: No space left on device\n")
    }
}
