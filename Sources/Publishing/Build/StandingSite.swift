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
    /// What each document of the site's feeds was put together from, by its first file.
    let documents: [OutputPath: SHA256Digest]
    /// The files that belong to no record and are as they were left.
    let sound: [OutputPath: RememberedOutput]
    /// All files that belong to no record.
    let paths: [OutputPath]

    init(_ frame: BuildMemory.Frame, in folder: OutputFolder, recordFiles: Int) {
        toldAt = frame.toldAt
        fileCount = frame.outputs.count + recordFiles
        documents = frame.documents
        paths = frame.outputs.map(\.path)
        let standing = folder.stamps(of: paths, jobs: 1)
        let sound = frame.outputs.filter { standing[$0.path] == $0.stamp }
        isWhole = sound.count == frame.outputs.count
        self.sound = Dictionary(sound.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
