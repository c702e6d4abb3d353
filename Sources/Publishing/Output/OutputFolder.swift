import Site
import Synchronization
import System

/// The folder that a site is written to, so that whatever happens to a build the last good site stays whole.
///
/// Files that differ from those in the folder are staged beside it, in `.aboveboard/`. Only when all of them are there
/// does `commit` move them into place: a new folder in one step; in one that stands, pages first, then the lists that
/// name them, then feeds, then the removal of what is no longer made. A journal lets the next build finish a commit that
/// was killed, and a lock lets two builds take turns. No link below the folder is ever followed, and no file that this
/// program did not write is changed or removed.
package final class OutputFolder: Sendable {
    private let name: String
    private let shownPath: String
    private let claim: OutputClaim
    private let staging: Folder
    /// The site that stands; where there is none yet, the staging folder, which then becomes it.
    private let output: Folder
    private let isNew: Bool
    private let survey: OutputSurvey
    private let manifest: OutputManifest.Standing?
    /// The file system's own time when the folder was taken: what changed later may have changed since it was read.
    let beganAt: Int64
    private let progress = Mutex(OutputProgress())

    /// Takes the folder for one build, finishing first what a killed one left; the folder itself may be missing.
    ///
    /// A folder that holds files, none of them listed as ours, is refused unless `isForced`. `whenBusy` is called once
    /// where another build holds the folder, which is then waited for.
    package init(
        _ path: String, isForced: Bool = false, whenBusy: () -> Void = {}
    ) throws(FileFailure) {
        var (parentPath, name) = Disk.split(path)
        if [".", "..", "/", ""].contains(name) {
            (parentPath, name) = Disk.split(try Disk.absolutePath(of: path))
        }
        if parentPath != "." { try Disk.makeFolder(parentPath) }
        self.name = name
        let shownPath = Disk.join(parentPath, name)
        self.shownPath = shownPath
        claim = try OutputClaim.take(name, in: parentPath, whenBusy: whenBusy)
        try Self.finishKilledCommit(claim, name)

        switch try claim.parent.kind(of: name) {
        case nil: isNew = true
        case .folder: isNew = false
        case .link:
            throw FileFailure(
                "write to", shownPath, .link, cause: "it is a symbolic link; name the folder that it leads to"
            )
        case .file, .other:
            throw FileFailure("write to", shownPath, .exists, cause: "a file of that name stands there")
        }
        if isNew {
            manifest = nil
        } else {
            manifest = try Self.manifest(of: claim.parent.folder(named: name), isForced: isForced)
        }
        staging = try claim.work.makingFolder(named: name + ".staging")
        beganAt = try staging.stamp(of: ".")?.changed ?? 0
        output = try isNew ? staging.folder(at: []) : claim.parent.folder(named: name)
        survey = try OutputSurvey(output, manifest: manifest, isForced: isForced)
    }

    deinit {
        // A commit that began is finished by the next build and needs what is staged; anything else is abandoned.
        if !progress.withLock({ $0.isCommitting }) { try? claim.work.removeTree(name + ".staging") }
    }

    private static func manifest(
        of folder: borrowing Folder, isForced: Bool
    ) throws(FileFailure) -> OutputManifest.Standing? {
        if let manifest = try OutputManifest.Standing(in: folder) { return manifest }
        // What is hidden is the business of git and of desktops, and no site.
        if !isForced, try folder.entries().contains(where: { !$0.name.hasPrefix(".") }) {
            throw FileFailure(
                "write to", folder.path, .foreign,
                cause:
                    "it holds files that aboveboard did not write; empty it, name another folder or use --force"
            )
        }
        return nil
    }

    /// Stages files of the new site, but for those that stand already with the same bytes; from any thread, each path
    /// once. `areOther` where they are known to be other files than those that stand.
    package func stage(_ artifacts: [Artifact], areOther: Bool = false) throws(FileFailure) {
        guard let first = artifacts.first else { return }
        var place: OpenFolder
        do throws(FileFailure) {
            place = try OpenFolder(staging, parentOf: isNew ? first.path.text : "")
        } catch {
            throw failure(first.path, error.reason, error.cause)
        }
        for artifact in artifacts { try stage(artifact, in: &place, isOther: areOther) }
    }

    /// Stages a file alone.
    package func stage(_ artifact: Artifact) throws(FileFailure) { try stage([artifact]) }

    private func stage(
        _ artifact: Artifact, in parent: inout OpenFolder, isOther: Bool
    ) throws(FileFailure) {
        let path = artifact.path
        guard path.text != OutputManifest.name else {
            throw failure(path, .exists, "the name is taken by the list of the site's files")
        }
        guard let place = progress.withLock({ $0.name(path) }) else {
            throw failure(path, .exists, "two files of this build have the same path")
        }
        var obstacles: [OutputPath] = []
        if !isNew {
            let isOurs = progress.withLock { $0.before?.replaced.contains(path) ?? false }
            switch try survey.look(for: artifact, isOurs: isOurs, isOther: isOther) {
            case .same: return
            case .free(let found): obstacles = found
            }
        }
        let number = progress.withLock { progress in
            progress.obstacles.formUnion(obstacles)
            return progress.stage(place, artifact.order)
        }
        do throws(FileFailure) {
            if isNew {
                let name = try parent.enter(parentOf: path.text, below: staging)
                try parent.folder.create(name, parts: artifact.partCount, artifact.part)
            } else {
                try staging.create(String(number), parts: artifact.partCount, artifact.part)
            }
        } catch {
            throw failure(path, error.reason, error.cause)
        }
    }

    /// Takes back files of one record, which is made again under what turned out since; from any thread.
    package func withdraw(_ paths: [OutputPath]) throws(FileFailure) {
        for path in paths {
            guard case .staged(let number, _) = progress.withLock({ $0.withdraw(path) }) else { continue }
            if isNew {
                let parts = path.parts
                try staging.folder(at: parts.dropLast()).remove(String(parts[parts.count - 1]))
            } else {
                try staging.remove(String(number))
            }
        }
    }

    /// Takes back everything, so that the site is made anew.
    func startOver() throws(FileFailure) {
        try withdraw(progress.withLock { Array($0.files.all) })
        progress.withLock { $0.before = nil }
    }

    private func failure(_ path: OutputPath, _ reason: FileFailure.Reason, _ cause: String) -> FileFailure {
        FileFailure("write", Disk.join(shownPath, path.text), reason, cause: cause)
    }

    /// Counts a file of the last build as one of this one without looking at it; for a cache that knows its stamp.
    package func keep(_ path: OutputPath) {
        progress.withLock { _ = $0.name(path) }
    }

    /// Names only what changes from now on: of the `count` files that stand, those are kept that `replace` does not name.
    package func goOn(from count: Int) {
        progress.withLock { $0.before = $0.before ?? (count, []) }
    }

    /// Names files that stand and are made anew; those that are not made again go.
    package func replace(_ paths: some Sequence<OutputPath>) {
        progress.withLock { $0.before?.replaced.formUnion(paths) }
    }

    /// What the file system knows of the list of the site's files; nil where there is none.
    func manifestStamp() -> FileStamp? {
        (try? output.stamp(of: OutputManifest.name)) ?? nil
    }

    /// What the file system knows of a file of the site; nil where it is gone.
    ///
    /// A link on the way is followed, since nothing is written: the stamp is that of the file itself.
    package func stamp(of path: OutputPath) -> FileStamp? { (try? output.stamp(of: path.text)) ?? nil }

    /// Moves all that is staged into place and removes what the last build wrote and this one did not name.
    ///
    /// To be called once. A failure leaves a readable site and a journal from which the next build goes on. `stepLimit`
    /// is for tests: after that many steps the folder is left as a killed process would leave it.
    @discardableResult
    package func commit(stepLimit: Int = .max) throws(FileFailure) -> OutputSummary {
        let progress = progress.withLock { $0 }
        if isNew {
            try OutputManifest(progress.files).write(as: OutputManifest.name, in: staging)
            guard stepLimit > 0 else { return interrupted() }
            try claim.work.rename(name + ".staging", to: claim.parent, as: name)
            return OutputSummary(written: progress.stagedCount, unchanged: 0, removed: 0)
        }
        let change = try progress.change(of: manifest)
        let summary = OutputSummary(
            written: progress.stagedCount, unchanged: change.count - progress.stagedCount,
            removed: change.removed.count)
        if progress.stagedCount == 0, change.lists == nil { return summary }

        try refuseFilesInFiles(progress)
        let journal = try journal(of: progress, change)
        self.progress.withLock { $0.isCommitting = true }
        try Self.write(journal, name, in: claim.work)
        var commit = try OutputCommit(output: output, staging: staging)
        guard try commit.take(journal.steps, limit: stepLimit) else { return summary }
        try claim.work.remove(name + ".journal")
        self.progress.withLock { $0.isCommitting = false }
        return summary
    }

    private func interrupted() -> OutputSummary {
        progress.withLock { $0.isCommitting = true }
        return OutputSummary(written: 0, unchanged: 0, removed: 0)
    }

    /// Found before the first step, since half of it could be in place by the time a system call says so.
    private func refuseFilesInFiles(_ progress: OutputProgress) throws(FileFailure) {
        if let replaced = progress.before?.replaced,
            let kept = progress.obstacles.subtracting(replaced).min()
        {
            throw failure(kept, .exists, "another file of this build has the name of its folder")
        }
        for file in progress.staged {
            var above = file.path.text[...]
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
                above = above[..<slash]
                if let path = OutputPath(String(above)), progress.names(path) {
                    throw failure(
                        file.path, .notFolder, "another file of this build has the name of its folder")
                }
            }
        }
    }

    private func journal(of progress: OutputProgress, _ change: OutputProgress.Change) throws(FileFailure)
        -> OutputJournal
    {
        var steps: [OutputJournal.Step] = []
        if let lists = change.lists {
            // While the steps are taken both lists hold: whatever stops them, each of our files is known as ours.
            try lists.during.write(as: "before", in: staging)
            try lists.after.write(as: "after", in: staging)
            steps.append(.put(staged: "before", at: OutputManifest.name))
        }
        steps += progress.steps(removing: change.removed)
        if change.lists != nil { steps.append(.put(staged: "after", at: OutputManifest.name)) }
        return OutputJournal(steps)
    }

    private static func write(
        _ journal: OutputJournal, _ name: String, in work: borrowing Folder
    ) throws(FileFailure) {
        try work.remove(name + ".journal-part")
        try work.create(name + ".journal-part", journal.bytes)
        try work.rename(name + ".journal-part", to: work, as: name + ".journal")
    }

    /// Finishes the commit of a build that was killed, or throws its leavings away where it had not begun to commit.
    private static func finishKilledCommit(
        _ claim: borrowing OutputClaim, _ name: String
    ) throws(FileFailure) {
        let work = try claim.work.folder(at: [])
        if try work.kind(of: name + ".journal") == .file {
            if let journal = OutputJournal(try work.read(name + ".journal")),
                try claim.parent.kind(of: name) == .folder, try work.kind(of: name + ".staging") == .folder
            {
                var commit = try OutputCommit(
                    output: claim.parent.folder(named: name), staging: work.folder(named: name + ".staging"))
                do {
                    _ = try commit.take(journal.steps)
                } catch {
                    // Somebody's file is in the way by now: the build that follows says so before it changes anything.
                    guard error.reason == .foreign else { throw error }
                }
            }
            try work.remove(name + ".journal")
        }
        try work.removeTree(name + ".staging")
    }
}
