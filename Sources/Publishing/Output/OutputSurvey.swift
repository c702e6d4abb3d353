import Site
import System

/// What stands in the output folder where a new file shall go, and whether the new file may stand there.
struct OutputSurvey: ~Copyable, Sendable {
    private let output: Folder
    private let manifest: OutputManifest.Standing?
    private let isForced: Bool

    init(_ output: borrowing Folder, manifest: OutputManifest.Standing?, isForced: Bool) throws(FileFailure) {
        self.output = try output.folder(at: [])
        self.manifest = manifest
        self.isForced = isForced
    }

    enum Finding: Sendable {
        /// The file stands there with just these bytes.
        case same
        /// The file may be put there, once those files of ours are gone that stand where it needs a folder.
        case free(obstacles: [OutputPath])
    }

    /// Compares without following links; a link on the way and a file of somebody else's are failures. `isOurs` where
    /// the file is known to be ours without a look at the list, `isOther` where the one that stands is known to be
    /// another.
    func look(for artifact: Artifact, isOurs isKnown: Bool = false, isOther: Bool = false)
        throws(FileFailure) -> Finding
    {
        let path = artifact.path
        let parts = path.parts
        var folder = try output.folder(at: [])
        for (number, part) in parts.dropLast().enumerated() {
            do {
                folder = try folder.folder(named: String(part))
            } catch {
                switch error.reason {
                case .missing: return .free(obstacles: [])
                case .notFolder:
                    let above = parts[...number].joined(separator: "/")
                    guard let file = OutputPath(above), try isOurs(file) else { throw foreign(above) }
                    return .free(obstacles: [file])
                default: throw error.about(error.path, operation: "write")
                }
            }
        }
        let name = String(parts[parts.count - 1])
        let isSame =
            !isOther
            && folder.holds(
                parts: artifact.partCount, byteCount: artifact.byteCount, at: name, artifact.part)
        if isSame { return .same }
        switch try folder.kind(of: name) {
        case nil: return .free(obstacles: [])
        case .file:
            if !isKnown, !isForced, try !isOurs(path) { throw foreign(path.text) }
            return .free(obstacles: [])
        case .link: throw FileFailure("write", shown(path.text), .link, cause: "a symbolic link stands there")
        case .folder: return .free(obstacles: try files(in: folder.folder(named: name), at: path.text))
        case .other: throw foreign(path.text)
        }
    }

    private func isOurs(_ path: OutputPath) throws(FileFailure) -> Bool {
        try manifest?.paths().contains(path) ?? false
    }

    private func shown(_ path: String) -> String { Disk.join(output.path, path) }

    private func foreign(_ path: String) -> FileFailure {
        FileFailure(
            "write", shown(path), .foreign,
            cause: "a file that aboveboard did not write stands there; move it away or use --force")
    }

    /// The files of ours in a folder that must make way; a file of somebody else's in it is a failure.
    private func files(in folder: borrowing Folder, at path: String) throws(FileFailure) -> [OutputPath] {
        var found: [OutputPath] = []
        for entry in try folder.entries() {
            let below = path + "/" + entry.name
            if entry.kind == .folder {
                found += try files(in: folder.folder(named: entry.name), at: below)
            } else {
                guard let file = OutputPath(below), try isOurs(file) else { throw foreign(below) }
                found.append(file)
            }
        }
        return found
    }
}
