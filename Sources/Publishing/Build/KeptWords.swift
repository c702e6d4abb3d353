import Site
import Synchronization
import Syntax
import System

/// Keeps the bytes of feed items and the texts of cards in files of the cache, so that neither a build's memory nor the
/// next build has to hold or make them again. A failure is kept until the build asks for it: no document is published
/// without its items.
///
/// A build behind an edit reads the texts of all cards, which are a tenth of all: in a file of their own they lie side by
/// side, and a disk that has to be asked for them reads them in one go.
final class KeptWords: FeedStore {
    /// The files as they stand.
    struct Stamps: Sendable, Hashable {
        let items: FileStamp
        let texts: FileStamp

        var size: Int { Int(items.size + texts.size) }
    }

    private let items: AppendedFile
    private let texts: AppendedFile
    private let firstFailure = Mutex<FileFailure?>(nil)

    /// Places from here on are those of texts, further than any file of items reaches.
    private static let textsStart = 1 << 48

    /// Goes on behind what an earlier build left; without it the files begin anew.
    init(_ place: BuildMemory.Place, goingOnFrom last: Stamps? = nil) throws(FileFailure) {
        items = try AppendedFile(place.words, goingOnFrom: last.map { Int($0.items.size) })
        texts = try AppendedFile(place.texts, goingOnFrom: last.map { Int($0.texts.size) })
    }

    func append(_ bytes: [UInt8]) -> Int { append(bytes, to: items) }

    func append(texts bytes: [UInt8]) -> Int { Self.textsStart + append(bytes, to: texts) }

    private func append(_ bytes: [UInt8], to file: AppendedFile) -> Int {
        do throws(FileFailure) {
            return try file.append(bytes)
        } catch {
            note(error)
            return 0
        }
    }

    func read(_ range: Range<Int>, into document: inout [UInt8]) {
        let start = range.lowerBound < Self.textsStart ? 0 : Self.textsStart
        do throws(FileFailure) {
            try (start == 0 ? items : texts).read(
                range.lowerBound - start..<range.upperBound - start, into: &document)
        } catch {
            note(error)
        }
    }

    /// Throws what went wrong since the files were opened.
    func check() throws(FileFailure) {
        if let failure = firstFailure.withLock({ $0 }) { throw failure }
    }

    func stamps() throws(FileFailure) -> Stamps {
        Stamps(items: try items.stamp(), texts: try texts.stamp())
    }

    private func note(_ failure: FileFailure) {
        firstFailure.withLock { $0 = $0 ?? failure }
    }
}

extension KeptWords.Stamps: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.write(items)
        writer.write(texts)
    }

    init(from reader: inout PackedReader) throws(PackedFailure) {
        self.init(items: try reader.value(), texts: try reader.value())
    }
}
