import Diagnostics
import System

/// A site's folder: where `aboveboard.yml` stands, with its records and its theme.
package struct Project: Sendable {
    package static let configurationName = "aboveboard.yml"

    /// The absolute path of the folder that holds `aboveboard.yml`.
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// The nearest site from a folder upward; nil where there is none up to the root.
    package static func find(from folder: String) throws(FileFailure) -> Project? {
        var candidate = try Disk.absolutePath(of: folder)
        while true {
            if Disk.isFile(Disk.join(candidate, configurationName)) { return Project(folder: candidate) }
            let parent = Disk.split(candidate).folder
            guard parent != candidate, !parent.isEmpty else { return nil }
            candidate = parent
        }
    }

    package func path(_ relative: String) -> String { Disk.join(folder, relative) }

    package var recordsFolder: String { path("incidents") }
    package var outputFolder: String { path("site") }
    /// Caches: out of git, and never needed.
    package var cacheFolder: String { path(".aboveboard") }

    /// Reads a file of the project; its path in messages is the one from the project's folder.
    package func source(_ relative: String) throws(FileFailure) -> SourceFile {
        SourceFile(path: relative, bytes: try Disk.read(path(relative), limit: Self.largestFile))
    }

    /// The same with the stamp that the file had before it was read.
    func stampedSource(_ relative: String) throws(FileFailure) -> (source: SourceFile, stamp: FileStamp) {
        let (bytes, stamp) = try Disk.readStamped(path(relative), limit: Self.largestFile)
        return (SourceFile(path: relative, bytes: bytes), stamp)
    }

    /// The records' paths from the project's folder, in the order of their bytes.
    package func recordPaths() throws(FileFailure) -> [String] {
        guard Disk.isFolder(recordsFolder) else { return [] }
        return try Disk.files(under: recordsFolder, prefix: "incidents/", where: Self.isRecord)
    }

    /// The same, with what hinders a look at them told when they are asked for.
    var listedRecords: Result<[String], FileFailure> {
        do throws(FileFailure) { return .success(try recordPaths()) } catch { return .failure(error) }
    }

    package static func isRecord(_ path: String) -> Bool {
        path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    }

    /// A file past this many bytes is read no further: the reader of YAML refuses less.
    static let largestFile = 4 << 20
}
