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

    /// The hash of all that every file of a site depends on.
    var environment: SHA256Digest
    /// The moment at which the records were checked.
    var checkedAt: Moment
    /// The moment at which the site was told.
    var toldAt: Moment
    /// In the order of their paths.
    var records: [RememberedRecord]
    /// Every file of the site as it was left.
    var outputs: [OutputPath: FileStamp]
    /// What each document of the site's feeds was put together from, by its first file.
    var documents: [OutputPath: SHA256Digest]
    /// The file of the items' bytes as it was left.
    var words: FileStamp

    private static let head = "aboveboard build memory 3\n"

    private var bytes: [UInt8] {
        var writer = PackedWriter()
        writer.write(Self.head)
        writer.write(environment.bytes)
        writer.write(checkedAt)
        writer.write(toldAt)
        writer.write(records)
        writer.write(outputs.sorted { $0.key < $1.key }) { writer, output in
            writer.write(output.key)
            writer.write(output.value)
        }
        writer.write(documents.sorted { $0.key < $1.key }) { writer, document in
            writer.write(document.key)
            writer.write(document.value.bytes)
        }
        writer.write(words)
        return writer.bytes + SHA256Digest(of: writer.bytes).bytes
    }

    private init(_ bytes: [UInt8]) throws(PackedFailure) {
        guard bytes.count > 32,
            SHA256Digest(of: bytes[..<(bytes.count - 32)]).bytes == Array(bytes.suffix(32))
        else { throw PackedFailure() }
        var reader = PackedReader(bytes)
        guard try reader.text() == Self.head else { throw PackedFailure() }
        environment = try Self.digest(&reader)
        checkedAt = try reader.value()
        toldAt = try reader.value()
        records = try reader.values()
        let outputs = try reader.list { reader throws(PackedFailure) in
            (try OutputPath(from: &reader), try FileStamp(from: &reader))
        }
        self.outputs = Dictionary(outputs, uniquingKeysWith: { first, _ in first })
        let documents = try reader.list { reader throws(PackedFailure) in
            (try OutputPath(from: &reader), try Self.digest(&reader))
        }
        self.documents = Dictionary(documents, uniquingKeysWith: { first, _ in first })
        words = try reader.value()
        guard reader.rest == 32 else { throw PackedFailure() }
    }

    private static func digest(_ reader: inout PackedReader) throws(PackedFailure) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: try reader.data()) else { throw PackedFailure() }
        return digest
    }

    /// What the last build left, with the items' bytes that it points into, if it was made in the same environment and
    /// nobody touched either file since.
    static func load(_ place: Place, environment: SHA256Digest) -> (memory: BuildMemory, words: KeptWords)? {
        guard let bytes = try? Disk.readIfPresent(place.memory), let memory = try? BuildMemory(bytes),
            memory.environment == environment,
            let words = try? KeptWords(place.words, goingOnFrom: Int(memory.words.size)),
            (try? words.stamp()) == memory.words
        else { return nil }
        return (memory, words)
    }

    /// Holds the memory true after a build that was refused, which may have added items' bytes that nobody points at.
    func seal(_ place: Place, _ words: KeptWords) throws(FileFailure) {
        var same = self
        same.words = try words.stamp()
        try same.save(place)
    }

    func save(_ place: Place) throws(FileFailure) {
        try Disk.write(bytes, to: place.memory)
    }
}

extension BuildMemory {
    init(
        environment: SHA256Digest, checkedAt: Moment, toldAt: Moment, words: FileStamp
    ) {
        self.environment = environment
        self.checkedAt = checkedAt
        self.toldAt = toldAt
        self.words = words
        records = []
        outputs = [:]
        documents = [:]
    }
}
