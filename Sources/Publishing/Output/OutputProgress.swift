import Site
import System

/// What a build has made of the files of a new site so far, and how that differs from the site that stands.
struct OutputProgress: Sendable {
    /// What becomes of a file of the new site.
    enum Standing: Sendable, Equatable {
        /// It stays as it stands.
        case kept
        /// It is to be put in place, from the staging folder by this number.
        case staged(number: UInt32, order: Artifact.Order)
    }

    /// Every file of the new site; where `before` is known, those that are made anew. What becomes of each, by its number;
    /// nil where it was withdrawn.
    private var paths = PathTable()
    private var standings: [Standing?] = []
    /// Where only what changes is named: how many files the site had, and those of them that are made anew or go.
    var before: (count: Int, replaced: Set<OutputPath>)?
    private var nextNumber: UInt32 = 0
    private(set) var stagedCount = 0
    /// Files of ours that stand where the new site needs a folder, or in a folder where it needs a file.
    var obstacles: Set<OutputPath> = []
    var isCommitting = false

    /// Names a file of the new site; nil where it was named before, else its number here.
    mutating func name(_ path: OutputPath) -> Int? {
        let place = paths.add(path)
        if place == standings.count {
            standings.append(.kept)
        } else {
            guard standings[place] == nil else { return nil }
            standings[place] = .kept
        }
        return place
    }

    /// Has a file that was named put in place; answers its number in the staging folder.
    mutating func stage(_ place: Int, _ order: Artifact.Order) -> UInt32 {
        defer { nextNumber += 1 }
        standings[place] = .staged(number: nextNumber, order: order)
        stagedCount += 1
        return nextNumber
    }

    /// Takes back a file; answers what was to become of it.
    mutating func withdraw(_ path: OutputPath) -> Standing? {
        guard let place = paths.number(of: path), let standing = standings[place] else { return nil }
        if case .staged = standing { stagedCount -= 1 }
        standings[place] = nil
        return standing
    }

    func names(_ path: OutputPath) -> Bool { paths.number(of: path).map { standings[$0] != nil } ?? false }

    /// Every file that is named.
    var files: PathTable {
        standings.contains(nil) ? PathTable(paths.all.filter(names)) : paths
    }

    var staged: [(path: OutputPath, number: UInt32, order: Artifact.Order)] {
        standings.indices.compactMap { place in
            guard case .staged(let number, let order) = standings[place] else { return nil }
            return (paths[place], number, order)
        }
    }

    /// How the new site differs from the one that stands.
    struct Change {
        /// How many files the new site has.
        let count: Int
        let removed: Set<OutputPath>
        /// The list of files while the steps are taken, and then; nil where it stays as it is.
        let lists: (during: OutputManifest, after: OutputManifest)?
    }

    func change(of manifest: OutputManifest.Standing?) throws(FileFailure) -> Change {
        var files = files
        let removed: Set<OutputPath>
        if let before {
            removed = before.replaced.filter { !files.contains($0) }
            let added = files.all.filter { !before.replaced.contains($0) }
            guard !added.isEmpty || !removed.isEmpty else {
                return Change(count: before.count, removed: [], lists: nil)
            }
            files = PathTable((try manifest?.paths() ?? PathTable()).all.filter { !removed.contains($0) })
            for path in added { _ = files.add(path) }
        } else {
            removed = Set((try manifest?.paths() ?? PathTable()).all.filter { !files.contains($0) })
        }
        var all = try manifest?.paths() ?? PathTable()
        let count = all.count
        for path in files.all { _ = all.add(path) }
        // The same files where the old list has each of the new one and no other.
        guard all.count > count || files.count < count else {
            return Change(count: files.count, removed: [], lists: nil)
        }
        return Change(
            count: files.count, removed: removed, lists: (OutputManifest(all), OutputManifest(files)))
    }

    /// What puts the new files in place: pages first, then the lists that name them, then feeds, then what goes.
    func steps(removing removed: Set<OutputPath>) -> [OutputJournal.Step] {
        let staged = staged.sorted { left, right in
            left.order == right.order ? left.path < right.path : left.order < right.order
        }
        return obstacles.sorted().map { .remove($0.text) }
            + staged.map { .put(staged: String($0.number), at: $0.path.text) }
            + removed.subtracting(obstacles).sorted().map { .remove($0.text) }
    }
}
