import Site
import Synchronization
import System

/// Keeps the bytes of feed items in a file of the cache, so that neither a build's memory nor the next build has to hold
/// or make them again. A failure is kept until the build asks for it: no document is published without its items.
final class KeptWords: FeedStore {
    private let file: AppendedFile
    private let firstFailure = Mutex<FileFailure?>(nil)

    /// `length` is how many bytes of an earlier build are gone on from; without it the file begins anew.
    init(_ path: String, goingOnFrom length: Int? = nil) throws(FileFailure) {
        file = try AppendedFile(path, goingOnFrom: length)
    }

    func append(_ bytes: [UInt8]) -> Int {
        do throws(FileFailure) {
            return try file.append(bytes)
        } catch {
            note(error)
            return 0
        }
    }

    func read(_ range: Range<Int>, into document: inout [UInt8]) {
        do throws(FileFailure) {
            try file.read(range, into: &document)
        } catch {
            note(error)
        }
    }

    /// Throws what went wrong since the file was opened.
    func check() throws(FileFailure) {
        if let failure = firstFailure.withLock({ $0 }) { throw failure }
    }

    func stamp() throws(FileFailure) -> FileStamp { try file.stamp() }

    private func note(_ failure: FileFailure) {
        firstFailure.withLock { $0 = $0 ?? failure }
    }
}
