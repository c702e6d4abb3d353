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

var source =
    "/// The default theme as it stood in `templates/` when the program was built: path and base64 bytes.\n"
source += "let defaultThemeFiles: [(path: String, base64: String)] = [\n"
for file in files {
    let bytes = try Data(contentsOf: file.url)
    source += "    (\"\(file.name)\", \"\(bytes.base64EncodedString())\"),\n"
}
source += "]\n"
try source.write(to: output, atomically: true, encoding: .utf8)
