import Diagnostics

/// A theme's files by their names: templates (`*.mustache`), texts (`strings/*.yml`), and what is copied as it is.
package struct ThemeFiles: Sendable, Equatable {
    /// One file under the name that other files of the theme know it by: its path below the theme's folder.
    package struct File: Sendable, Equatable {
        package let name: String
        package let source: SourceFile

        package init(name: String, source: SourceFile) {
            self.name = name
            self.source = source
        }
    }

    package let files: [File]
    /// The picture that stands in the place of the site's mark, from the configuration's `theme.logo`.
    package var logo: SourceFile?

    /// The theme that the program carries: `templates/` as it stood when the program was built.
    package static let builtIn = ThemeFiles(
        files: defaultThemeFiles.map {
            File(
                name: $0.path,
                source: SourceFile(path: "templates/" + $0.path, bytes: $0.content.bytes))
        })

    package init(files: [File], logo: SourceFile? = nil) {
        self.files = files
        self.logo = logo
    }

    /// This theme with a user's files laid over it: a template or a static file takes its namesake's place, and a
    /// file of texts is read after its namesake, so that it may hold only the texts that differ.
    ///
    /// `folder` is what stands before the names in the files' paths, such as `templates`.
    package func overridden(by others: [SourceFile], in folder: String = "templates") -> ThemeFiles {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let own = others.map { file in
            File(
                name: file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path,
                source: file)
        }
        let names = Set(own.map(\.name).filter { !Self.isText($0) })
        return ThemeFiles(files: files.filter { !names.contains($0.name) } + own, logo: logo)
    }

    /// Whether a file holds the theme's texts in one language.
    static func isText(_ name: String) -> Bool {
        name.hasPrefix("strings/") && name.hasSuffix(".yml")
    }
}

/// What a file held when the program was built, as the build tool writes it down.
enum EmbeddedContent {
    case text(String)
    /// What is no text of Swift's: pictures, and lines that end with a carriage return.
    case base64(String)

    var bytes: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .base64(let text): Base64Text.decode(text)
        }
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
