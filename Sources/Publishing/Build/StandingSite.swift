import Digests
import Incidents
import Site
import Synchronization
import System

/// The site as the last build left it, as far as this one may leave it.
struct StandingSite: Sendable {
    let memory: BuildMemory
    /// How many files it has.
    let fileCount: Int
    /// Whether each file that belongs to no record is as it was left.
    let isWhole: Bool
    /// The pieces in the order in which they were made, with whether their files are all as they were left.
    private let pieces: [(piece: BuildMemory.Piece, isSound: Bool)]
    /// Where each part of the memory begins among the pieces, and the last one ends.
    private let starts: [Int]
    private let places = PiecePlaces()

    /// Nil where the pieces cannot be unpacked. `stands` tells of a file, from any thread, whether it is as it was left.
    init?(
        _ memory: BuildMemory, recordFiles: Int, jobs: Int,
        _ stands: @escaping @Sendable (RememberedOutput) -> Bool
    ) {
        let parts = WorkerThreads.map(memory.frame.pieces.count, jobs: jobs) { part in
            memory.pieces(part)?.map { (piece: $0, isSound: $0.outputs.allSatisfy(stands)) }
        }
        guard parts.allSatisfy({ $0 != nil }) else { return nil }
        self.memory = memory
        let pieces = parts.flatMap { $0 ?? [] }
        self.pieces = pieces
        starts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1?.count ?? 0)) }
        fileCount = pieces.reduce(recordFiles) { $0 + $1.piece.outputs.count }
        isWhole = pieces.allSatisfy(\.isSound)
    }

    /// The moment at which it was told.
    var toldAt: Moment { memory.frame.toldAt }

    /// The place of the piece of a name, looked for first where it is most likely.
    func place(of name: String, near likely: Int) -> Int? {
        if pieces.indices.contains(likely), pieces[likely].piece.name == name { return likely }
        return places.byName(of: pieces.lazy.map(\.piece.name))[name]
    }

    /// The places of all pieces by their names, once one does not stand where it stood.
    private final class PiecePlaces: Sendable {
        private let known = Mutex<[String: Int]?>(nil)

        func byName(of names: some Sequence<String>) -> [String: Int] {
            known.withLock { known in
                if let known { return known }
                let places = Dictionary(
                    names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
                known = places
                return places
            }
        }
    }

    /// What is left of a piece, where it would be made of the same.
    func kept(_ place: Int, _ digest: SHA256Digest) -> [RememberedOutput]? {
        let (piece, isSound) = pieces[place]
        return isSound && piece.digest == digest ? piece.outputs : nil
    }

    /// The files of each piece.
    var outputs: [[RememberedOutput]] { pieces.map(\.piece.outputs) }

    /// Whether a piece's files are as they were left.
    func isSound(_ place: Int) -> Bool { pieces[place].isSound }

    /// The files of a piece.
    func files(_ place: Int) -> [OutputPath] { pieces[place].piece.outputs.map(\.path) }

    /// The files of all pieces but some.
    func files(besides kept: Set<Int>) -> [OutputPath] {
        pieces.indices.filter { !kept.contains($0) }.flatMap(files)
    }

    /// The part of the memory that holds the pieces of some places, and these alone.
    func part(of places: Range<Int>) -> BuildMemory.Part? {
        guard let part = starts.dropLast().firstIndex(of: places.lowerBound),
            starts[part + 1] == places.upperBound
        else { return nil }
        return memory.frame.pieces[part]
    }
}
