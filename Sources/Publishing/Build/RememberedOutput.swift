import Site
import Syntax
import System

/// A file of the site as the last build left it.
struct RememberedOutput: Sendable, Hashable {
    let path: OutputPath
    /// Nil before the file is in its place.
    let stamp: FileStamp?
}

extension RememberedOutput: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(path)
        writer.write(stamp)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(path: try reader.value(), stamp: try reader.optionalValue())
    }
}

/// The files of one record as the last build left them; packed, since a site has a handful for every record.
struct RememberedOutputs: Sendable {
    private let packed: PackedReader
    let count: Int

    init(_ outputs: [RememberedOutput]) {
        var writer = PackedWriter()
        for output in outputs { writer.write(output) }
        packed = PackedReader(writer.exactBytes)
        count = outputs.count
    }

    /// None where the bytes are of another program: then no file stands as it was left.
    var all: [RememberedOutput] {
        var (reader, outputs) = (packed, [RememberedOutput]())
        outputs.reserveCapacity(count)
        while !reader.isAtEnd, let output = try? RememberedOutput(from: &reader) { outputs.append(output) }
        return outputs
    }

    var paths: [OutputPath] { all.map(\.path) }
}

extension RememberedOutputs: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(count)
        writer.write(restOf: packed)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        count = try reader.integer()
        packed = try reader.part()
    }
}

extension OutputPath: Packable {
    package func pack(into writer: inout PackedWriter) { writer.write(text) }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        // The memory's own hash was checked before anything was read from it.
        self.init(known: try reader.text())
    }
}

extension FileStamp: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(size)
        writer.write(modified)
        writer.write(changed)
        writer.write(inode)
        writer.write(device)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(
            size: try reader.signed(), modified: try reader.signed(), changed: try reader.signed(),
            inode: try reader.number(), device: try reader.number())
    }
}
