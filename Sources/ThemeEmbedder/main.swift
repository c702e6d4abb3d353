// A build tool, never installed: FOLDER OUTPUT writes the folder's files as one Swift source file.
import Foundation

let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
let output = URL(fileURLWithPath: CommandLine.arguments[2])

let prefix = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
let files =
    (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
    .compactMap { $0 as? URL } ?? [])
    .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
    .map { (name: String($0.path.dropFirst(prefix.count)), url: $0) }
    .sorted { $0.name < $1.name }

/// The text as a literal that stands for its very bytes; nil for bytes that no such literal has.
func literal(_ bytes: Data) -> String? {
    // A literal's lines end as the compiler ends them.
    guard let text = String(validating: bytes, as: UTF8.self),
        !bytes.contains(where: { $0 == 0 || $0 == 0x0D })
    else { return nil }
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return fence + "\"\"\"\n" + text + "\n\"\"\"" + fence
}

var source =
    "/// The default theme as it stood in `templates/` when the program was built: its files by their paths.\n"
source += "let defaultThemeFiles: [(path: String, content: EmbeddedContent)] = [\n"
for file in files {
    let bytes = try Data(contentsOf: file.url)
    let content = literal(bytes).map { ".text(\($0))" } ?? ".base64(\"\(bytes.base64EncodedString())\")"
    source += "(\"\(file.name)\", \(content)),\n"
}
source += "]\n"
// Written anew without a change it would have its room compiled again.
if (try? String(contentsOf: output, encoding: .utf8)) != source {
    try source.write(to: output, atomically: true, encoding: .utf8)
}
