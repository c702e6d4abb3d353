import System

/// A file that keeps what a test saw once and must see again; BLESS=1 writes it anew, to be read in review.
package struct Golden: Sendable {
    /// The file's absolute path.
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Whether goldens are being written.
    package static var isBlessing: Bool { Environment.value(of: "BLESS") == "1" }

    /// Nil where a text is what the file keeps; else the first lines that differ, with what stood there.
    package func difference(from text: String) throws -> String? {
        if Self.isBlessing {
            try Disk.makeFolder(Disk.split(path).folder)
            _ = try Disk.writeIfChanged(Array(text.utf8), to: path)
            return nil
        }
        guard let kept = try Disk.readIfPresent(path) else { return "there is no \(path); BLESS=1 writes it" }
        let wanted = String(decoding: kept, as: UTF8.self)
        return wanted == text ? nil : Self.lines(wanted, text)
    }

    /// At most eight lines that went and eight that came, behind what is alike at the beginning and before what is alike
    /// at the end.
    private static func lines(_ wanted: String, _ found: String) -> String {
        var old = wanted.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var new = found.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let first = old.first, first == new.first {
            old.removeFirst()
            new.removeFirst()
        }
        let number = old.startIndex + 1
        while let last = old.last, last == new.last {
            old.removeLast()
            new.removeLast()
        }
        func shown(_ lines: ArraySlice<Substring>, _ mark: String) -> [String] {
            lines.prefix(8).map { mark + $0.prefix(300) }
                + (lines.count > 8 ? ["\(mark)… \(lines.count - 8) more"] : [])
        }
        return (["line \(number):"] + shown(old, "- ") + shown(new, "+ ") + ["BLESS=1 keeps the new ones"])
            .joined(separator: "\n")
    }
}
