import Incidents

/// `history/log.jsonl`: one entry a line, oldest first, never a line changed.
package enum LogFile {
    package static let path = "history/log.jsonl"

    package static func bytes(of entries: [LogEntry]) -> [UInt8] {
        var out: [UInt8] = []
        for entry in entries {
            out.append(contentsOf: entry.bytes)
            out.append(0x0A)
        }
        return out
    }

    /// What the file's bytes are.
    package enum Reading: Sendable {
        case entries([LogEntry])
        /// Two branches published, and git put both here.
        case branches(MergedLog)
    }

    /// Reads the file, or throws the first line that is no entry or does not follow from those before it.
    package static func read(_ bytes: [UInt8]) throws(HistoryFailure) -> Reading {
        guard bytes.isEmpty || bytes.last == 0x0A else {
            throw HistoryFailure(
                path, line: bytes.count { $0 == 0x0A } + 1, "the last line is cut off",
                help: "take the file back as it was committed")
        }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        let conflict = ConflictText(lines: lines.map { Array($0) })
        var numbered: [(line: Int, entry: LogEntry)] = []
        for (number, line) in conflict.oursThenTheirs {
            guard let entry = LogLine.read(line) else {
                throw HistoryFailure(
                    path, line: number, "this is no entry of the log as `publish` writes it",
                    help:
                        "take the file back as it was committed: a changed line breaks every checkpoint behind it"
                )
            }
            numbered.append((number, entry))
        }
        var next: [String: Int] = [:]
        for (number, entry) in numbered {
            let known = next[entry.id, default: 1]
            switch entry.content {
            case .revision(let revision):
                if revision.number < known || conflict.hasMarkers {
                    return .branches(MergedLog(entries: numbered.map(\.entry)))
                }
                guard revision.number == known else {
                    throw HistoryFailure(
                        path, line: number,
                        "\(entry.id) has no revision \(known) before its \(revision.number)",
                        help: "a line was taken out: take the file back as it was committed")
                }
                next[entry.id] = known + 1
            case .redaction(let redaction):
                if conflict.hasMarkers { continue }
                guard redaction.revision < known else {
                    throw HistoryFailure(
                        path, line: number, "\(entry.id) has no revision \(redaction.revision) to take out",
                        help: "take the file back as it was committed")
                }
            }
        }
        return conflict.hasMarkers
            ? .branches(MergedLog(entries: numbered.map(\.entry))) : .entries(numbered.map(\.entry))
    }
}
