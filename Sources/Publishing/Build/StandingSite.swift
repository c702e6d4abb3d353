import Digests
import Incidents
import Site
import System

/// The site as the last build left it, as far as this one may leave it.
struct StandingSite: Sendable {
    /// The moment at which it was told.
    let toldAt: Moment
    /// How many files it has.
    let fileCount: Int
    /// Whether each file that belongs to no record is as it was left.
    let isWhole: Bool
    /// The pieces by their names, with whether their files are all as they were left.
    private let pieces: [String: (piece: BuildMemory.Piece, isSound: Bool)]
    /// All files that belong to no record.
    let paths: [OutputPath]

    init(_ frame: BuildMemory.Frame, in folder: OutputFolder, recordFiles: Int, jobs: Int) {
        toldAt = frame.toldAt
        paths = frame.pieces.flatMap { $0.outputs.map(\.path) }
        fileCount = paths.count + recordFiles
        let pieces = frame.pieces
        let stands = WorkerThreads.map(pieces.count, jobs: jobs) { folder.stand(pieces[$0].outputs) }
        isWhole = stands.allSatisfy { $0 }
        self.pieces = Dictionary(
            zip(pieces, stands).map { ($0.0.name, ($0.0, $0.1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// What stands of a piece, where it would be made of the same.
    func kept(_ piece: SitePiece) -> BuildMemory.Piece? {
        guard let (standing, isSound) = pieces[piece.name], isSound, standing.digest == piece.digest
        else { return nil }
        return standing
    }

    /// The files that a piece had.
    func files(of piece: SitePiece) -> [OutputPath] { pieces[piece.name]?.piece.outputs.map(\.path) ?? [] }
}
