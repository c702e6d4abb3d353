/// A file's path inside the output folder, which it can never leave: relative, with `/` between its parts.
package struct OutputPath: Sendable, Hashable, Comparable {
    package let text: String

    /// Nil for a path that is absolute or longer than 1,000 bytes, or that has an empty part, a part of dots alone, one
    /// that is longer than 200 bytes, or one with a control character, a backslash or a colon.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 1000, !parts.isEmpty, parts.allSatisfy(Self.isPlain) else { return nil }
        self.text = text
    }

    /// A path that was one before: of a list that cannot have been changed since.
    package init(known text: String) {
        self.text = text
    }

    private static func isPlain(_ part: Substring) -> Bool {
        guard !part.isEmpty, part.utf8.count <= 200, !part.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) else {
            return false
        }
        return part.utf8.allSatisfy {
            $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":")
        }
    }

    package static func < (left: OutputPath, right: OutputPath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
