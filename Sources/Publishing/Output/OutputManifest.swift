import Site
import Synchronization
import System

/// The list of what this program wrote into an output folder, kept in the folder itself.
///
/// It marks the folder as ours, and lets a later build remove a page that is no longer made without ever touching a file
/// that somebody else put there; also after a fresh clone of a site that is kept in git.
struct OutputManifest: Sendable {
    static let name = ".aboveboard-files"

    let paths: Set<OutputPath>

    init(_ paths: Set<OutputPath>) {
        self.paths = paths
    }

    /// A line that is no path is passed over: it can only lead to a file that is kept.
    private init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        paths = Set(
            text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
                line.first == UInt8(ascii: "#") ? nil : OutputPath(String(Substring(line)))
            })
    }

    /// The list as it stands in a folder, taken apart when it is first asked: a build that changes little never needs it.
    final class Standing: Sendable {
        private let state: Mutex<State>

        private enum State: Sendable {
            case bytes([UInt8])
            case paths(Set<OutputPath>)
        }

        /// Nil where there is none.
        init?(in folder: borrowing Folder) throws(FileFailure) {
            guard try folder.kind(of: OutputManifest.name) != nil else { return nil }
            state = Mutex(.bytes(try folder.read(OutputManifest.name)))
        }

        var paths: Set<OutputPath> {
            state.withLock { state in
                switch state {
                case .paths(let paths): return paths
                case .bytes(let bytes):
                    let paths = OutputManifest(bytes).paths
                    state = .paths(paths)
                    return paths
                }
            }
        }
    }

    /// A line a path, sorted by bytes, so that the same site has the same list.
    var bytes: [UInt8] {
        var bytes = Array(
            "# Written by aboveboard: the files of this site, so that a build can remove its own.\n".utf8)
        for text in paths.map(\.text).sorted(by: Disk.precedesByBytes) {
            bytes += text.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
