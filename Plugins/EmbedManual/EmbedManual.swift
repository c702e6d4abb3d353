import Foundation
import PackagePlugin

/// Puts the manual into the program: at build time the doc comments of the rules become Swift source, so that
/// `aboveboard explain` prints what stands beside the code, and no page has a second copy.
@main
struct EmbedManual: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Sources/Records/Rules")
        let output = context.pluginWorkDirectoryURL.appending(path: "RuleManual.swift")
        let files =
            (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
        return [
            .buildCommand(
                displayName: "Embedding the manual of the rules",
                executable: try context.tool(named: "ManualEmbedder").url,
                arguments: [folder.path, output.path],
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
