// A build tool, never installed: FOLDER OUTPUT writes the doc comments of the rules in FOLDER as one Swift source file.
import Foundation

let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
let output = URL(fileURLWithPath: CommandLine.arguments[2])

let files =
    (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
    .compactMap { $0 as? URL } ?? [])
    .filter { $0.pathExtension == "swift" }
    .sorted { $0.path < $1.path }

func literal(_ text: String) -> String {
    "\""
        + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        .replacingOccurrences(of: "\n", with: "\\n") + "\""
}

var pages: [String: String] = [:]
for file in files {
    var comment: [String] = []
    var page: [String] = []
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
        let text = line.trimmingCharacters(in: .whitespaces)
        if line.hasPrefix("///") {
            comment.append(line.hasPrefix("/// ") ? String(line.dropFirst(4)) : String(line.dropFirst(3)))
        } else if text.hasPrefix("static let code = \"") || text.hasPrefix("package static let code = \""),
            let code = text.split(separator: "\"").dropFirst().first
        {
            pages[String(code)] = page.joined(separator: "\n")
        } else if !line.isEmpty, !line.hasPrefix(" "), !line.hasPrefix("@"), !line.hasPrefix("}") {
            page = comment
            comment = []
        }
    }
}

var source =
    "/// The manual's pages by code: the doc comments of the rules as they stood when the program was built.\n"
source += "let ruleManual: [String: String] = [\n"
for (code, text) in pages.sorted(by: { $0.key < $1.key }) {
    source += "    \(literal(code)): \(literal(text)),\n"
}
source += pages.isEmpty ? "    :\n]\n" : "]\n"
// Written anew without a change it would have its room compiled again.
if (try? String(contentsOf: output, encoding: .utf8)) != source {
    try source.write(to: output, atomically: true, encoding: .utf8)
}
