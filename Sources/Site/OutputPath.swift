/// A file's path inside the output folder, which it can never leave: relative, with `/` between its parts.
package struct OutputPath: Sendable, Hashable, Comparable {
    package let text: String

    /// Nil for a path that is absolute or longer than 1,000 bytes, or that has an empty part, a part of dots alone, one
    /// that is longer than 200 bytes, or one with a control character, a backslash or a colon.
    package init?(_ text: String) {
        guard text.utf8.count <= 1000 else { return nil }
        var (size, dots) = (0, 0)
        var isPlain: Bool { size > dots && size <= 200 }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                guard isPlain else { return nil }
                (size, dots) = (0, 0)
                continue
            case ..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: ":"): return nil
            case UInt8(ascii: "."): dots += 1
            default: break
            }
            size += 1
        }
        guard isPlain else { return nil }
        self.text = text
    }

    /// A path that was one before: of a list that cannot have been changed since.
    package init(known text: String) {
        self.text = text
    }

    /// The names of the folders that the file lies in, and its own.
    package var parts: [Substring] {
        text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    package static func < (left: OutputPath, right: OutputPath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
