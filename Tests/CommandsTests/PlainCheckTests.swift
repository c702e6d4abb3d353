import ArgumentParser
import Testing

@testable import Commands

/// A `check` of nothing but paths goes past the parser; what it says must be what the parser would have made of it.
@Suite struct PlainCheckTests {
    @Test(
        "a check of paths alone is what the parser makes of it, to the last option",
        arguments: [
            [], ["incidents/2026/token-safe.yml"], ["a.yml", "b.yml", "incidents"], ["check"], ["help"], [""],
            ["a b.yml", "/x/y.yml", "ü.yml", "@a"],
        ])
    func plain(paths: [String]) throws {
        let made = try #require(CheckCommand(plain: ["check"] + paths))
        let root = try AboveboardCommand.parseAsRoot(["check"] + paths)
        #expect(told(made) == told(try #require(root as? CheckCommand)))
        #expect(told(try AboveboardCommand.parsed(["check"] + paths)) == told(made))
        #expect(made.paths == paths)
    }

    @Test(
        "anything else is left to the parser",
        arguments: [
            [], ["build"], ["chekc"], ["a.yml", "check"], ["check", "--strict"], ["check", "a.yml", "-q"],
            ["check", "-"], ["check", "--", "-a.yml"], ["check", "--help"], ["--version"], ["help", "check"],
        ])
    func parsed(arguments: [String]) {
        let made = CheckCommand(plain: arguments)
        #expect(made == nil, "\(arguments)")
    }

    /// Every stored value of a command and of its groups of options, one a line.
    private func told(_ command: Any) -> String {
        var text = ""
        dump(command, to: &text)
        return text
    }
}
