import Diagnostics
import Syntax

/// Where a new entry goes in a record's `corrections`, written in the style that the list has.
enum CorrectionEntry {
    /// Behind the last entry of a list in block style, else at the end of a file that has no corrections; nil where the
    /// list is written in brackets.
    static func insertion(of lines: [String], into document: YAMLDocument) -> Fix.Edit? {
        let bytes = document.file.bytes
        guard let root = document.root, document[root].kind == .mapping else { return nil }
        guard let list = document.value(root, key: "corrections") else {
            let gap = bytes.last == 0x0A || bytes.isEmpty ? "" : "\n"
            return Fix.Edit(
                SourceSpan(file: document.file, start: bytes.count, end: bytes.count),
                gap + "\ncorrections:\n" + text(lines, indent: "  "))
        }
        guard let last = document.items(list).last else { return nil }
        let node = document[last]
        var lineStart = node.start
        while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
        let prefix = bytes[lineStart..<node.start]
        guard prefix.last == 0x20, let dash = prefix.firstIndex(where: { $0 != 0x20 }), bytes[dash] == 0x2D,
            prefix[(dash + 1)...].allSatisfy({ $0 == 0x20 })
        else { return nil }
        var end = min(node.end, bytes.count)
        while end > node.start, [0x20, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let isOpen = end == bytes.count
        if !isOpen { end += 1 }
        return Fix.Edit(
            SourceSpan(file: document.file, start: end, end: end),
            (isOpen ? "\n" : "") + text(lines, indent: String(repeating: " ", count: dash - lineStart)))
    }

    private static func text(_ lines: [String], indent: String) -> String {
        lines.enumerated().map { indent + ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
    }
}
