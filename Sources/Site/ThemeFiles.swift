import Diagnostics

/// A theme's files by their paths: templates (`*.mustache`), texts (`strings/*.yml`), and what is copied as it is.
package struct ThemeFiles: Sendable {
    package let files: [SourceFile]

    /// The theme that the program carries: `templates/` as it stood when the program was built.
    package static let builtIn = ThemeFiles(
        files: defaultThemeFiles.map {
            SourceFile(path: "templates/" + $0.path, bytes: Base64Text.decode($0.base64))
        })

    package init(files: [SourceFile]) {
        self.files = files
    }

    /// This theme with a user's files in the place of their namesakes; names are compared below `templates/`.
    package func overridden(by others: [SourceFile]) -> ThemeFiles {
        let names = Set(others.map(\.path))
        return ThemeFiles(files: files.filter { !names.contains($0.path) } + others)
    }
}

/// Base64 as the build tool writes it: no white space, padded (RFC 4648, section 4).
enum Base64Text {
    static func decode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for character in text.utf8 {
            let value: UInt32
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(character) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(character) - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(character) + 4
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: continue
            }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
                buffer &= (1 << bits) - 1
            }
        }
        return bytes
    }
}
