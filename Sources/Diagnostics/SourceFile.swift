/// One text that a writer wrote, as the bytes that were read: a record, `aboveboard.yml` or a template.
///
/// Every position in the program is a UTF-8 offset into `bytes`; only renderers turn offsets into lines and columns.
/// `bytes` may hold invalid UTF-8: nothing here assumes otherwise.
package final class SourceFile: Sendable {
    /// The path as messages show it: relative to the site's folder, with `/` between folders.
    package let path: String
    /// The file's bytes as read, a byte-order mark and CRLF included.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a range, with invalid UTF-8 shown as U+FFFD; the range is clamped to the file.
    package func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

extension SourceFile: Equatable {
    /// Whether two files have the same path and the same bytes.
    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right || left.path == right.path && left.bytes == right.bytes
    }
}
