import Site
import System

/// The steps that turn the last site into the new one, written down before the first of them is taken, so that a build
/// that was killed among them is finished by the next.
struct OutputJournal: Sendable {
    enum Step: Sendable, Equatable {
        /// Moves a staged file, by its name in the staging folder, to its place.
        case put(staged: String, at: String)
        /// Removes a file of ours that is no longer made, or that stands where a folder must.
        case remove(String)
    }

    let steps: [Step]

    init(_ steps: [Step]) {
        self.steps = steps
    }

    private static let head = "aboveboard journal 1"
    private static let end = "end"

    /// A line a step between a first and a last line; paths hold no line ends.
    var bytes: [UInt8] {
        var text = Self.head + "\n"
        for step in steps {
            switch step {
            case .put(let staged, let path): text += "put \(staged) \(path)\n"
            case .remove(let path): text += "remove \(path)\n"
            }
        }
        return Array((text + Self.end + "\n").utf8)
    }

    /// The steps that a journal holds, or `nil` for one that is not whole or not ours: such a one is never trusted.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0] == Self.head, lines[lines.count - 2] == Self.end,
            lines[lines.count - 1] == ""
        else { return nil }
        var steps: [Step] = []
        for line in lines[1..<(lines.count - 2)] {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { return nil }
            switch words[0] {
            case "put":
                let parts = words[1].split(separator: " ", maxSplits: 1)
                guard parts.count == 2,
                    parts[0].utf8.allSatisfy({ $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }),
                    OutputPath(String(parts[1])) != nil
                else { return nil }
                steps.append(.put(staged: String(parts[0]), at: String(parts[1])))
            case "remove":
                guard OutputPath(String(words[1])) != nil else { return nil }
                steps.append(.remove(String(words[1])))
            default: return nil
            }
        }
        self.steps = steps
    }
}
