import Digests
import Syntax
import System

/// The parts of a memory that is written: what did not change stays where it lies, what did comes behind it.
struct RememberedParts {
    /// How many records are packed together, and pieces.
    static let most = 256

    /// What is to be a part.
    enum Content: Sendable {
        /// As it stands in the memory of the last build.
        case standing(BuildMemory.Part)
        case packed([UInt8], SHA256Digest)

        init(_ bytes: [UInt8]) { self = .packed(bytes, SHA256Digest(of: bytes)) }
    }

    private let file: AppendedFile
    /// The memory that standing parts are copied from, where they do not lie in the file already.
    private let copied: BuildMemory?

    init(_ path: String, after last: BuildMemory?) throws(FileFailure) {
        if let standing = last?.fileToGoOn {
            (file, copied) = (standing, nil)
        } else {
            file = try AppendedFile(path)
            copied = last
            _ = try file.append(BuildMemory.head)
        }
    }

    /// Adds parts that are packed on all cores, a few at a time, so that they never stand in memory all at once; nil
    /// where one of them cannot be told.
    func add(
        _ count: Int, jobs: Int, _ content: @escaping @Sendable (Int) -> Content?
    ) throws(FileFailure) -> [BuildMemory.Part]? {
        var parts: [BuildMemory.Part] = []
        for start in stride(from: 0, to: count, by: 2 * jobs) {
            let contents = WorkerThreads.map(min(count - start, 2 * jobs), jobs: jobs) { content(start + $0) }
            for content in contents {
                guard let content else { return nil }
                parts.append(try add(content))
            }
        }
        return parts
    }

    private func add(_ content: Content) throws(FileFailure) -> BuildMemory.Part {
        switch content {
        case .packed(let bytes, let digest): return try add(bytes, digest)
        case .standing(let part):
            guard let copied else { return part }
            return try add(copied.bytes(of: part), part.digest)
        }
    }

    private func add(_ bytes: [UInt8], _ digest: SHA256Digest) throws(FileFailure) -> BuildMemory.Part {
        let start = try file.append(bytes)
        return BuildMemory.Part(range: start..<start + bytes.count, digest: digest)
    }

    /// Ends the memory with what says where its parts lie.
    func finish(_ frame: BuildMemory.Frame) throws(FileFailure) { try frame.seal(file) }
}
