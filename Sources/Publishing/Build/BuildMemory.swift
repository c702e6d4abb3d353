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

    var frame: Frame
    /// Each record packed, in the order of their paths.
    var records: [[UInt8]]

    private static let head = "aboveboard build memory 5\n"

    /// The records that were packed, unpacked on all cores; nil where one cannot be.
    func unpacked(jobs: Int) -> [RememberedRecord]? {
        let size = max(64, records.count / (jobs * 8) + 1)
        let chunks = stride(from: 0, to: records.count, by: size).map { $0..<min(records.count, $0 + size) }
        let packed = records
        let unpacked = WorkerThreads.map(chunks.count, jobs: jobs) { number -> [RememberedRecord]? in
            var records: [RememberedRecord] = []
            records.reserveCapacity(chunks[number].count)
            for index in chunks[number] {
                var reader = PackedReader(packed[index])
                guard let record = try? RememberedRecord(from: &reader), reader.isAtEnd else { return nil }
                records.append(record)
            }
            return records
        }
        guard unpacked.allSatisfy({ $0 != nil }) else { return nil }
        return unpacked.flatMap { $0 ?? [] }
    }

    /// What the last build left, with the items' bytes that it points into, if it was made in the same environment and
    /// nobody touched either file since.
    static func load(_ place: Place, environment: SHA256Digest) -> (memory: BuildMemory, words: KeptWords)? {
        guard let bytes = try? Disk.readIfPresent(place.memory), let memory = try? BuildMemory(bytes),
            memory.frame.environment == environment,
            let words = try? KeptWords(place.words, goingOnFrom: Int(memory.frame.words.size)),
            (try? words.stamp()) == memory.frame.words
        else { return nil }
        return (memory, words)
    }

    /// Holds the memory true after a build that was refused, which may have added items' bytes that nobody points at.
    func seal(_ place: Place, _ words: KeptWords) throws(FileFailure) {
        var same = self
        same.frame.words = try words.stamp()
        try same.save(place)
    }

    func save(_ place: Place) throws(FileFailure) {
        try Disk.write(bytes, to: place.memory)
    }

    // MARK: - Bytes

    private var bytes: [UInt8] {
        var writer = PackedWriter()
        writer.write(Self.head)
        writer.write(frame)
        writer.write(records) { $0.write($1) }
        return writer.bytes + SHA256Digest(of: writer.bytes).bytes
    }

    private init(_ bytes: [UInt8]) throws(PackedFailure) {
        guard bytes.count > 32,
            SHA256Digest(of: bytes[..<(bytes.count - 32)]).bytes == Array(bytes.suffix(32))
        else { throw PackedFailure() }
        var reader = PackedReader(bytes)
        guard try reader.text() == Self.head else { throw PackedFailure() }
        frame = try reader.value()
        records = try reader.list { reader throws(PackedFailure) in try reader.data() }
        guard reader.rest == 32 else { throw PackedFailure() }
    }

    init(_ frame: Frame, _ records: [[UInt8]]) {
        self.frame = frame
        self.records = records
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
