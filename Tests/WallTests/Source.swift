import System

/// A Swift file of this repository, as lines.
struct Source {
    /// From the repository's folder.
    let path: String
    let lines: [Substring]

    static let root: String = {
        var folder = Disk.split(#filePath).folder
        while folder != "/", !Disk.isFile(folder + "/Package.swift") { folder = Disk.split(folder).folder }
        return folder
    }()

    static func files(in folder: String) throws -> [Source] {
        try Disk.files(under: root + "/" + folder).filter { $0.hasSuffix(".swift") }.map { name in
            let path = folder + "/" + name
            let text = String(decoding: try Disk.read(root + "/" + path), as: UTF8.self)
            return Source(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// Lines outside of comments, with what stands in quotes left out.
    var code: [(number: Int, text: Substring)] {
        var code: [(number: Int, text: Substring)] = []
        var isInText = false
        for (index, line) in lines.enumerated() {
            let marks = line.ranges(of: "\"\"\"").count
            if marks % 2 == 1 {
                isInText.toggle()
                continue
            }
            let trimmed = line.drop { $0 == " " }
            guard !isInText, !trimmed.hasPrefix("//") else { continue }
            let outside = trimmed.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ")
            code.append((index + 1, outside[...]))
        }
        return code
    }

    /// The modules that the file imports, in whatever way.
    var imports: [String] {
        code.compactMap { line in
            let words = line.text.words
            guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
                words[..<keyword].allSatisfy({
                    ["public", "package", "internal", "private", "fileprivate", "testable", "preconcurrency"]
                        .contains($0)
                })
            else { return nil }
            let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let module =
                kinds.contains(String(words[keyword + 1])) && keyword + 2 < words.count
                ? keyword + 2 : keyword + 1
            return String(words[module])
        }
    }
}

extension Substring {
    /// The runs of letters, digits and underscores.
    var words: [Substring] { split { !($0.isLetter || $0.isNumber || $0 == "_") } }
}
