import Site

/// What a build has made of the files of a new site so far, and how that differs from the site that stands.
struct OutputProgress: Sendable {
    /// What becomes of a file of the new site.
    enum Standing: Sendable {
        /// It stays as it stands.
        case kept
        /// It is to be put in place, from the staging folder by this number.
        case staged(number: Int, order: Artifact.Order)
    }

    /// Every file of the new site; where `before` is known, those that are made anew.
    var files: [OutputPath: Standing] = [:]
    /// Where only what changes is named: how many files the site had, and those of them that are made anew or go.
    var before: (count: Int, replaced: Set<OutputPath>)?
    var nextNumber = 0
    var stagedCount = 0
    /// Files of ours that stand where the new site needs a folder, or in a folder where it needs a file.
    var obstacles: Set<OutputPath> = []
    var isCommitting = false

    var staged: [(path: OutputPath, number: Int, order: Artifact.Order)] {
        files.compactMap { path, standing in
            guard case .staged(let number, let order) = standing else { return nil }
            return (path, number, order)
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

    func change(of manifest: OutputManifest.Standing?) -> Change {
        var files = Set(self.files.keys)
        let removed: Set<OutputPath>
        if let before {
            removed = before.replaced.subtracting(files)
            let added = files.subtracting(before.replaced)
            guard !added.isEmpty || !removed.isEmpty else {
                return Change(count: before.count, removed: [], lists: nil)
            }
            files = (manifest?.paths ?? []).subtracting(removed).union(added)
        } else {
            removed = (manifest?.paths ?? []).subtracting(files)
        }
        let old = manifest?.paths ?? []
        guard old != files else { return Change(count: files.count, removed: [], lists: nil) }
        return Change(
            count: files.count, removed: removed,
            lists: (OutputManifest(old.union(files)), OutputManifest(files)))
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
