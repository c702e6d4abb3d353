import System

/// A project's git repository, asked through the `git` program: only for `--against` and `--adopt`.
struct GitRepository {
    /// The project's folder; paths are told from there.
    private let folder: String

    init(_ project: Project) {
        folder = project.folder
    }

    struct Commit: Sendable {
        let hash: String
        /// When it was committed, in seconds since 1970.
        let seconds: Int64
    }

    /// The hash of the commit that a name stands for.
    func commit(named name: String) throws -> String {
        guard !name.hasPrefix("-") else { throw unknown(name) }
        let output = try run(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
        guard let hash = output?.split(separator: "\n").first else { throw unknown(name) }
        return String(hash)
    }

    private func unknown(_ name: String) -> PublicationFailure {
        PublicationFailure(
            "git knows no commit `\(name)` here",
            help: "name a branch, a tag or a commit, such as origin/main")
    }

    /// The commits that touched a path, oldest first, along the first parents: what this branch published.
    func commits(touching path: String) throws -> [Commit] {
        let output =
            try run(["log", "--first-parent", "--reverse", "--format=%H %ct", "HEAD", "--", path]) ?? ""
        return output.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.count == 2, let seconds = Int64(parts[1]) else { return nil }
            return Commit(hash: String(parts[0]), seconds: seconds)
        }
    }

    /// The files below a folder of the project at a commit, as paths from the project's folder.
    func files(below path: String, at commit: String) throws -> [String] {
        // -z, so that no name is quoted.
        let output = try run(["ls-tree", "-r", "-z", "--name-only", commit, "--", path]) ?? ""
        return output.split(separator: "\0").map(String.init)
    }

    /// The bytes of files at a commit, in the order asked.
    func read(_ paths: [String], at commit: String) throws -> [[UInt8]] {
        let input = paths.map { "\(commit):./\($0)\n" }.joined()
        guard let output = try runBytes(["cat-file", "--batch"], input: Array(input.utf8)) else {
            throw FileFailure("read", folder, .foreign, cause: "git cat-file failed")
        }
        var files: [[UInt8]] = []
        var index = 0
        while files.count < paths.count {
            guard let end = output[index...].firstIndex(of: 0x0A) else { break }
            let header = String(decoding: output[index..<end], as: UTF8.self).split(separator: " ")
            guard header.count == 3, let size = Int(header[2]), end + 1 + size < output.count else { break }
            files.append(Array(output[(end + 1)..<(end + 1 + size)]))
            index = end + size + 2
        }
        guard files.count == paths.count else {
            throw FileFailure(
                "read", folder, .foreign, cause: "git holds no \(paths[files.count]) at \(commit)")
        }
        return files
    }

    private func run(_ arguments: [String]) throws -> String? {
        try runBytes(arguments).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What git prints; nil where it ends with a failure of its own.
    private func runBytes(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8]? {
        let scratch = try Disk.makeScratchFolder(
            in: Environment.value(of: "TMPDIR") ?? "/tmp", prefix: "aboveboard-")
        defer { try? Disk.removeTree(scratch) }
        try Disk.write(input, to: Disk.join(scratch, "input"))
        let inherited = ["PATH", "HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_CEILING_DIRECTORIES"]
        let child = try ChildProcess(
            "git", arguments,
            environment: inherited.compactMap { name in Environment.value(of: name).map { (name, $0) } },
            folder: folder, input: Disk.join(scratch, "input"), output: Disk.join(scratch, "output"),
            error: Disk.join(scratch, "error"))
        switch child.wait() {
        case .exited(0): return try Disk.read(Disk.join(scratch, "output"))
        case .exited(127):
            throw PublicationFailure(
                "git is not installed", help: "install git, or do without --against and --adopt")
        case .exited(128):
            let words = String(decoding: try Disk.read(Disk.join(scratch, "error")), as: UTF8.self)
            throw PublicationFailure(
                words.split(separator: "\n").first.map { "git says: " + $0 }
                    ?? "git refuses to read this folder",
                help: "run the command within a git repository")
        default: return nil
        }
    }
}
