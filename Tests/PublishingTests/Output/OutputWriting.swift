import Publishing
import Site
import System
import TestKit
import Testing

/// Tests that write small sites into a scratch folder.
protocol OutputWriting {
    var scratch: ScratchFolder { get }
}

extension OutputWriting {
    var site: String { scratch.path(of: "site") }

    func artifact(_ path: String, _ text: String) throws -> Artifact {
        let order: Artifact.Order = path.hasSuffix(".xml") ? .feed : path.hasPrefix("index") ? .index : .leaf
        return Artifact(try #require(OutputPath(path)), Array(text.utf8), order: order)
    }

    @discardableResult
    func build(
        _ files: [String: String], isForced: Bool = false, stepLimit: Int = .max
    ) throws -> OutputSummary {
        let folder = try OutputFolder(site, isForced: isForced)
        for (path, text) in files { try folder.stage(artifact(path, text)) }
        return try folder.commit(stepLimit: stepLimit)
    }

    /// The site's files without the list of them.
    func standing() throws -> [String: String] {
        var found: [String: String] = [:]
        for path in try scratch.files() where path.hasPrefix("site/") && path != "site/.aboveboard-files" {
            found[String(path.dropFirst(5))] = try scratch.text(of: path)
        }
        return found
    }

    func failure(_ body: () throws -> some Any) -> FileFailure? {
        #expect(throws: FileFailure.self) { _ = try body() }
    }

    var first: [String: String] {
        ["index.html": "list 1", "incidents/a/index.html": "page a", "feed.xml": "feed 1"]
    }

    var second: [String: String] {
        ["index.html": "list 2", "incidents/b/index.html": "page b", "feed.xml": "feed 2"]
    }
}
