import Site
import Synchronization
import System

/// The list of what this program wrote into an output folder, kept in the folder itself.
///
/// It marks the folder as ours, and lets a later build remove a page that is no longer made without ever touching a file
/// that somebody else put there; also after a fresh clone of a site that is kept in git.
struct OutputManifest: Sendable {
    static let name = ".aboveboard-files"

    let paths: PathTable

    init(_ paths: PathTable) {
        self.paths = paths
    }

    /// A line that is no path is passed over: it can only lead to a file that is kept.
    private init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        paths = PathTable(
            text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
                line.first == UInt8(ascii: "#") ? nil : OutputPath(String(Substring(line)))
            })
    }

    /// The list as it stands in a folder, read when it is first asked: a build that changes little never needs it.
    final class Standing: Sendable {
        private let folder: Folder
        private let read = Mutex<PathTable?>(nil)

        /// Nil where there is none.
        init?(in folder: borrowing Folder) throws(FileFailure) {
            guard try folder.kind(of: OutputManifest.name) != nil else { return nil }
            self.folder = try folder.folder(at: [])
        }

        /// The files that it names, as it stood when this was first asked.
        func paths() throws(FileFailure) -> PathTable {
            try read.withLock { read throws(FileFailure) in
                if let paths = read { return paths }
                let paths = OutputManifest(try folder.read(OutputManifest.name)).paths
                read = paths
                return paths
            }
        }
    }

    private static let head = Array(
        "# Written by aboveboard: the files of this site, so that a build can remove its own.\n".utf8)

    /// Writes the list as a file that must not exist yet: a line a path, sorted by bytes, so that the same site has the
    /// same list.
    func write(as name: String, in folder: borrowing Folder) throws(FileFailure) {
        let numbers = paths.sorted
        let size = 1024
        try folder.create(name, parts: 1 + (numbers.count + size - 1) / size) { part in
            guard part > 0 else { return Self.head }
            var lines: [UInt8] = []
            for number in numbers.dropFirst((part - 1) * size).prefix(size) {
                paths.append(Int(number), to: &lines)
            }
            return lines
        }
    }
}
