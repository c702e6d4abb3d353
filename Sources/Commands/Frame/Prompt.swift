import System

/// Questions to the person at the terminal; nothing is asked where there is none.
struct Prompt {
    /// Whether somebody is there to answer.
    let isPossible: Bool

    init() {
        isPossible = Terminal.hasKeyboard && Terminal(.output).isInteractive
    }

    /// The answer, or `preset` for an empty one and at the end of input.
    func ask(_ question: String, preset: String? = nil) throws -> String? {
        try StandardStream.output.write(question + (preset.map { " [\($0)]" } ?? "") + ": ")
        guard let line = readLine(), !line.isEmpty else { return preset }
        return line
    }

    /// The answer as a value; asked again as long as it is none.
    func ask<Value>(_ question: String, preset: String, _ read: (String) -> Value?) throws -> Value? {
        for _ in 0..<5 {
            guard let answer = try ask(question, preset: preset) else { return nil }
            if let value = read(answer) { return value }
            try StandardStream.output.write("  \(answer) is not one of the answers\n")
        }
        return nil
    }

    /// Lines up to an empty one; nil where none came.
    func askLines(_ question: String) throws -> String? {
        try StandardStream.output.write(question + ", ended by an empty line:\n")
        var lines: [String] = []
        while let line = readLine(), !line.isEmpty { lines.append(line) }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
