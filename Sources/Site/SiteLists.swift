/// A file that is made when it is wanted: all lists of a site at once would take more memory than its records.
struct PlannedFile: Sendable {
    /// Nil where the path could leave the output folder, so that there is no such file.
    let path: OutputPath?
    private let make: @Sendable () -> Artifact?

    init(page folder: String, _ make: @escaping @Sendable () -> Artifact?) {
        path = OutputPath(folder + "index.html")
        self.make = make
    }

    /// A small file, made already.
    init(_ artifact: Artifact) {
        path = artifact.path
        make = { artifact }
    }

    var artifact: Artifact? { path == nil ? nil : make() }
}

/// Everything but the records' own files and the feeds, as pieces of work that depend on nothing but the cards: one
/// file each.
package struct SiteLists: Sendable {
    private let files: [PlannedFile]

    init(_ files: [PlannedFile]) {
        self.files = files
    }

    /// How many pieces there are.
    package var count: Int { files.count }

    /// The files of one piece.
    package func artifacts(_ index: Int) -> [Artifact] { files[index].artifact.map { [$0] } ?? [] }

    /// Every file at once, for small sites and tests.
    package var artifacts: [Artifact] { (0..<count).flatMap(artifacts) }
}
