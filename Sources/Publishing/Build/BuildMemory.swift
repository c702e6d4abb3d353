import Digests
import Incidents
import Site
import Syntax
import System

/// What a build leaves behind so that the next need not make again what did not change.
///
/// It is never needed and never trusted beyond what it can show: bytes that are damaged, cut off or of another version,
/// another configuration, theme, history or program make it nothing, and the build that follows a clean one.
struct BuildMemory: Sendable {
    /// Where a project keeps the memory of builds into one folder.
    struct Place: Sendable {
        let memory: String
        /// The bytes of feed items, which the cards point into.
        let words: String

        /// `output` is any path of the folder that is built into.
        init(_ project: Project, output: String) throws(FileFailure) {
            let name = SHA256Digest(of: Array(try Disk.absolutePath(of: output).utf8)).hex.prefix(16)
            memory = Disk.join(project.cacheFolder, "build-\(name).memory")
            words = Disk.join(project.cacheFolder, "build-\(name).words")
        }

        /// Forgets everything.
        func clear() {
            try? Disk.remove(memory)
            try? Disk.remove(words)
        }
    }

    /// What was told, and where it lies.
    struct Frame: Sendable {
        /// The hash of all that every file of a site depends on.
        var environment: SHA256Digest
        /// The moment at which the records were checked.
        var checkedAt: Moment
        /// The moment at which the site was told.
        var toldAt: Moment
        /// The list of the site's files as it was left.
        var manifest: FileStamp
        /// The file of the items' bytes as it was left.
        var words: FileStamp
        /// The files of the site that belong to no record.
        var pieces: [Piece]
    }

    /// A piece of the site as it was made.
    struct Piece: Sendable {
        let name: String
        let digest: SHA256Digest
        let outputs: [RememberedOutput]
    }

    let frame: Frame
    /// Where the records lie, some hundred in each part.
    private let parts: [PackedReader]

    /// How many records are packed together.
    static let recordsInPart = 256
    private static let head = "aboveboard build memory 8\n"

    /// The records with their bytes, in the order of their paths, unpacked on all cores; nil where one cannot be.
    func unpacked(jobs: Int) -> [(record: RememberedRecord, packed: PackedReader)]? {
        let parts = parts
        let unpacked = WorkerThreads.map(parts.count, jobs: jobs) { number in
            var (reader, records) = (parts[number], [(record: RememberedRecord, packed: PackedReader)]())
            records.reserveCapacity(Self.recordsInPart)
            while !reader.isAtEnd {
                guard let packed = try? reader.part() else { return [(RememberedRecord, PackedReader)]?.none }
                var own = packed
                guard let record = try? RememberedRecord(from: &own), own.isAtEnd else { return nil }
                records.append((record, packed))
            }
            return records
        }
        guard unpacked.allSatisfy({ $0 != nil }) else { return nil }
        return unpacked.flatMap { $0 ?? [] }
    }

    /// What the last build left, with the items' bytes that it points into, if it was made in the same environment and
    /// nobody touched either file since.
    static func load(_ place: Place, environment: SHA256Digest, jobs: Int) -> (
        memory: BuildMemory, words: KeptWords
    )? {
        guard let bytes = try? Disk.readIfPresent(place.memory),
            let memory = try? BuildMemory(bytes, jobs: jobs),
            memory.frame.environment == environment,
            let words = try? KeptWords(place.words, goingOnFrom: Int(memory.frame.words.size)),
            (try? words.stamp()) == memory.frame.words
        else { return nil }
        return (memory, words)
    }

    /// Holds the memory true after a build that was refused, which may have added items' bytes that nobody points at.
    func seal(_ place: Place, _ words: KeptWords) throws(FileFailure) {
        var same = frame
        same.words = try words.stamp()
        let file = try Writing(place.memory, same)
        for part in parts { try file.append(part.restOfBytes, SHA256Digest(of: part.restOfBytes)) }
        try file.finish()
    }

    private init(_ bytes: [UInt8], jobs: Int) throws(PackedFailure) {
        guard bytes.count > 32 else { throw PackedFailure() }
        var reader = PackedReader(bytes, 0..<bytes.count - 32)
        guard try reader.text() == Self.head else { throw PackedFailure() }
        var parts: [PackedReader] = []
        while !reader.isAtEnd { parts.append(try reader.part()) }
        let all = parts
        let digests = WorkerThreads.map(all.count, jobs: jobs) { SHA256Digest(of: all[$0].restOfBytes).bytes }
        guard SHA256Digest(of: digests.flatMap(\.self)).bytes == Array(bytes.suffix(32)),
            var frame = parts.first
        else { throw PackedFailure() }
        self.frame = try frame.value()
        self.parts = Array(parts.dropFirst())
    }

    /// A memory that is written part by part, so that it never stands in memory as a whole. One that was not finished
    /// is told by its hash.
    final class Writing {
        private let file: AppendedFile
        private var digests: [UInt8] = []

        init(_ path: String, _ frame: Frame) throws(FileFailure) {
            file = try AppendedFile(path)
            var (writer, own) = (PackedWriter(), PackedWriter())
            writer.write(BuildMemory.head)
            own.write(frame)
            writer.write(own.bytes)
            digests += SHA256Digest(of: own.bytes).bytes
            _ = try file.append(writer.bytes)
        }

        /// Adds packed records with their hash, which many threads can make.
        func append(_ part: [UInt8], _ digest: SHA256Digest) throws(FileFailure) {
            var writer = PackedWriter()
            writer.write(part)
            digests += digest.bytes
            _ = try file.append(writer.bytes)
        }

        func finish() throws(FileFailure) { _ = try file.append(SHA256Digest(of: digests).bytes) }
    }
}

extension BuildMemory.Frame: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(environment.bytes)
        writer.write(checkedAt)
        writer.write(toldAt)
        writer.write(manifest)
        writer.write(words)
        writer.write(pieces) { writer, piece in
            writer.write(piece.name)
            writer.write(piece.digest.bytes)
            writer.write(piece.outputs)
        }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        func digest(_ reader: inout PackedReader) throws(PackedFailure) -> SHA256Digest {
            guard let digest = SHA256Digest(bytes: try reader.data()) else { throw PackedFailure() }
            return digest
        }
        environment = try digest(&reader)
        checkedAt = try reader.value()
        toldAt = try reader.value()
        manifest = try reader.value()
        words = try reader.value()
        pieces = try reader.list { reader throws(PackedFailure) in
            BuildMemory.Piece(
                name: try reader.text(), digest: try digest(&reader), outputs: try reader.values())
        }
    }
}
