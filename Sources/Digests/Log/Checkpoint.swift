/// The size and root of a log at one moment (C2SP tlog-checkpoint): what is signed, and what readers keep.
package struct Checkpoint: Equatable, Sendable {
    /// The log's name, such as `example.org/log`: a line without surrounding spaces.
    package let origin: String
    package let size: Int
    package let root: SHA256Digest
    /// Lines of others behind the root; we write none.
    package let extensions: [String]

    package init(origin: String, size: Int, root: SHA256Digest, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Origin, decimal size, root in base 64, each ended by a line feed: the text of a signed note.
    package var text: String {
        ([origin, String(size), Base64.encode(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// Reads back `text`; nil for a leading zero, a missing line feed, an empty line, or a root that is not 32 bytes.
    package init?(text: String) {
        guard text.utf8.last == 0x0A else { return nil }
        let lines = text.unicodeScalars.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }
        guard lines.count >= 3, !lines.contains(""), let size = Int(lines[1]), size >= 0,
            String(size) == lines[1], let bytes = Base64.decode(lines[2]),
            let root = SHA256Digest(bytes: bytes)
        else { return nil }
        self.init(origin: lines[0], size: size, root: root, extensions: Array(lines.dropFirst(3)))
    }
}
