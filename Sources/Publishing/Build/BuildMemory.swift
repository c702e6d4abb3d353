import Digests
import Incidents
import Syntax
import System

/// What a build leaves behind so that the next need not make again what did not change.
///
/// It is never needed and never trusted beyond what it can show: bytes that are damaged, cut off or of another version,
/// another configuration, theme, history or program make it nothing, and the build that follows a clean one.
///
/// The file holds parts, each with some hundred records or pieces of the site, then a frame that says where they lie,
/// then the seal: where the frame begins, and its hash. A build goes on behind the parts of the last one.
struct BuildMemory: Sendable {
    /// Where a project keeps the memory of builds into one folder.
    struct Place: Sendable {
        let memory: String
        /// The bytes of feed items, which the cards point into.
        let words: String
        /// The texts of the cards themselves.
        let texts: String

        /// `output` is any path of the folder that is built into.
        init(_ project: Project, output: String) throws(FileFailure) {
            let name = SHA256Digest(of: Array(try Disk.absolutePath(of: output).utf8)).hex.prefix(16)
            memory = Disk.join(project.cacheFolder, "build-\(name).memory")
            words = Disk.join(project.cacheFolder, "build-\(name).words")
            texts = Disk.join(project.cacheFolder, "build-\(name).texts")
        }

        /// Forgets everything.
        func clear() {
            for path in [memory, words, texts] { try? Disk.remove(path) }
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
        /// The files of the items' bytes and the cards' texts as they were left.
        var words: KeptWords.Stamps
        /// The records in the order of their paths.
        var records: [Part]
        /// The files of the site that belong to no record.
        var pieces: [Part]
    }

    /// Some records or pieces that are packed together.
    struct Part: Sendable {
        let range: Range<Int>
        let digest: SHA256Digest
    }

    /// A piece of the site as it was made.
    struct Piece: Sendable {
        let name: String
        let digest: SHA256Digest
        let outputs: [RememberedOutput]
    }

    let frame: Frame
    private let file: AppendedFile

    static let head = Array("aboveboard build memory 12\n".utf8)
    static let sealSize = 8 + 32

    /// What the last build left, with the items' bytes that it points into, if it was made in the same environment and
    /// nobody touched either file since.
    static func load(_ place: Place, environment: SHA256Digest) -> (memory: BuildMemory, words: KeptWords)? {
        guard let memory = try? BuildMemory(place.memory), memory.frame.environment == environment,
            let words = try? KeptWords(place, goingOnFrom: memory.frame.words),
            (try? words.stamps()) == memory.frame.words
        else { return nil }
        return (memory, words)
    }

    /// Nil for a file without a sound frame.
    private init?(_ path: String) throws(FileFailure) {
        guard let size = try Disk.stamp(of: path).map({ Int($0.size) }),
            size >= Self.head.count + Self.sealSize
        else { return nil }
        file = try AppendedFile(path, goingOnFrom: size - Self.sealSize)
        var (head, seal, frame): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        try file.read(0..<Self.head.count, into: &head)
        try file.read(size - Self.sealSize..<size, into: &seal)
        let start = seal.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard head == Self.head, start >= UInt64(head.count), start <= UInt64(size - seal.count)
        else { return nil }
        try file.read(Int(start)..<size - seal.count, into: &frame)
        var reader = PackedReader(frame)
        guard SHA256Digest(of: frame) == SHA256Digest(bytes: seal.dropFirst(8)),
            let told = try? Frame(from: &reader)
        else { return nil }
        self.frame = told
    }

    // MARK: - Parts

    /// What comes of each record of a part with its bytes; nil where these are not what was written.
    func records<Value>(_ number: Int, _ make: (RememberedRecord, PackedReader) -> Value) -> [Value]? {
        values(in: frame.records[number]) { packed throws(PackedFailure) in
            var own = packed
            let record = try RememberedRecord(from: &own)
            return own.isAtEnd ? make(record, packed) : nil
        }
    }

    /// The pieces of a part; nil where its bytes are not what was written.
    func pieces(_ number: Int) -> [Piece]? {
        values(in: frame.pieces[number]) { packed throws(PackedFailure) in
            var own = packed
            return try Piece(from: &own)
        }
    }

    /// The bytes of a part.
    func bytes(of part: Part) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try file.read(part.range, into: &bytes)
        return bytes
    }

    private func values<Value>(
        in part: Part, _ value: (PackedReader) throws(PackedFailure) -> Value?
    ) -> [Value]? {
        guard let bytes = try? bytes(of: part), SHA256Digest(of: bytes) == part.digest else { return nil }
        var (reader, values) = (PackedReader(bytes), [Value]())
        values.reserveCapacity(RememberedParts.most)
        while !reader.isAtEnd {
            guard let packed = try? reader.part(), let value = try? value(packed) else { return nil }
            values.append(value)
        }
        return values
    }

    // MARK: - What comes of it

    /// Makes it nothing until it is finished again: what is remembered must not outlive a build that is killed while it
    /// puts files in place.
    func breakSeal() throws(FileFailure) { try file.cut() }

    /// Holds the memory true after a build that was refused, which may have added items' bytes that nobody points at.
    func seal(_ words: KeptWords) throws(FileFailure) {
        var same = frame
        same.words = try words.stamps()
        try same.seal(file)
    }

    /// The file, to go on behind all parts; nil where most of it is of builds before the last.
    var fileToGoOn: AppendedFile? {
        let live = (frame.records + frame.pieces).reduce(0) { $0 + $1.range.count }
        return file.count > 2 * live ? nil : file
    }
}

extension BuildMemory.Frame {
    /// Ends a memory.
    func seal(_ file: AppendedFile) throws(FileFailure) {
        var writer = PackedWriter()
        writer.write(self)
        let start = UInt64(try file.append(writer.bytes))
        let seal = stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: start >> $0) }
        _ = try file.append(seal + SHA256Digest(of: writer.bytes).bytes)
    }
}

extension BuildMemory.Frame: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(environment.bytes)
        writer.write(checkedAt)
        writer.write(toldAt)
        writer.write(manifest)
        writer.write(words)
        for parts in [records, pieces] { writer.write(parts) }
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            environment: try reader.digest(), checkedAt: try reader.value(), toldAt: try reader.value(),
            manifest: try reader.value(), words: try reader.value(), records: try reader.values(),
            pieces: try reader.values())
    }
}

extension BuildMemory.Part: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(range.lowerBound)
        writer.write(range.count)
        writer.write(digest.bytes)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        let (start, count): (UInt32, UInt32) = (try reader.integer(), try reader.integer())
        self.init(range: Int(start)..<Int(start) + Int(count), digest: try reader.digest())
    }
}

extension BuildMemory.Piece: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(name)
        writer.write(digest.bytes)
        writer.write(outputs)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(name: try reader.text(), digest: try reader.digest(), outputs: try reader.values())
    }
}

extension PackedReader {
    fileprivate mutating func digest() throws(PackedFailure) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: try data()) else { throw PackedFailure() }
        return digest
    }
}
