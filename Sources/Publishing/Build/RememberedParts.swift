import Digests
import Syntax
import System

/// The parts of a memory that is written: what did not change stays where it lies, what did comes behind it.
struct RememberedParts {
    /// How many records are packed together, and pieces.
    static let most = 256

    /// What is to be a part.
    struct Content: Sendable {
        fileprivate let bytes: [UInt8]
        fileprivate let digest: SHA256Digest

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            digest = SHA256Digest(of: bytes)
        }
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

    /// Adds parts, of which those that the memory of the last build has stay as they are. All others are packed on all
    /// cores, a few at a time, so that they never stand in memory all at once; nil where one of them cannot be told.
    func add(
        _ standing: [BuildMemory.Part?], jobs: Int, _ content: @escaping @Sendable (Int) -> Content?
    ) throws(FileFailure) -> [BuildMemory.Part]? {
        var parts = standing
        if let copied {
            for case (let number, let part?) in standing.enumerated() {
                parts[number] = try add(copied.bytes(of: part), part.digest)
            }
        }
        let others = standing.indices.filter { standing[$0] == nil }
        for start in stride(from: 0, to: others.count, by: 2 * jobs) {
            let numbers = others[start..<min(others.count, start + 2 * jobs)]
            let contents = WorkerThreads.map(numbers.count, jobs: jobs) { content(numbers[start + $0]) }
            for (number, content) in zip(numbers, contents) {
                guard let content else { return nil }
                parts[number] = try add(content.bytes, content.digest)
            }
        }
        return parts.compactMap(\.self)
    }

    private func add(_ bytes: [UInt8], _ digest: SHA256Digest) throws(FileFailure) -> BuildMemory.Part {
        let start = try file.append(bytes)
        return BuildMemory.Part(range: start..<start + bytes.count, digest: digest)
    }

    /// Ends the memory with what says where its parts lie.
    func finish(_ frame: BuildMemory.Frame) throws(FileFailure) { try frame.seal(file) }
}
