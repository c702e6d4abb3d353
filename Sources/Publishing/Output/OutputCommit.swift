import Site
import System

/// The taking of a journal's steps in the output folder; taking them twice is the same as taking them once.
struct OutputCommit: ~Copyable {
    private let output: Folder
    private let staging: Folder
    /// The folder of the last step: neighbours in a sorted journal share it.
    private var parent: OpenFolder

    init(output: borrowing Folder, staging: borrowing Folder) throws(FileFailure) {
        let site = try output.folder(at: [])
        let staged = try staging.folder(at: [])
        let parent = try OpenFolder(output)
        self.output = site
        self.staging = staged
        self.parent = parent
    }

    // Small ones too: a disk that is told what is free frees a page behind the large file before it.
    private let replaced = HeldFiles()

    /// Takes the steps in their order, `limit` of them at most, then removes the folders that they left empty.
    ///
    /// Between any two steps the folder holds a site that can be read: each file is the old one or the new one.
    mutating func take(_ steps: [OutputJournal.Step], limit: Int = .max) throws(FileFailure) -> Bool {
        var emptied: Set<Substring> = []
        for (number, step) in steps.enumerated() {
            guard number < limit else { return false }
            switch step {
            case .put(let staged, let path):
                // Already moved where a killed build had come so far.
                guard try staging.kind(of: staged) != nil else { continue }
                // A folder of ours whose files went in earlier steps may stand where a file must.
                let name = try parent.enter(parentOf: path, below: output)
                if try parent.folder.kind(of: name) == .folder { try removeEmptyFolders(at: path[...]) }
                let old = parent.folder.hold(name)
                try staging.rename(staged, to: parent.folder, as: name)
                if let old { replaced.letGo(of: old) }
            case .remove(let path):
                if let folder = try remove(path) { emptied.insert(folder) }
            }
        }
        for folder in emptied.sorted(by: { $0.utf8.count > $1.utf8.count }) { try prune(folder) }
        return true
    }

    /// Removes a file and tells the folder that it lay in; nothing happens where it is gone or has become a folder.
    private func remove(_ path: String) throws(FileFailure) -> Substring? {
        let parts = path.split(separator: "/")
        let holder: Folder
        do {
            holder = try output.folder(at: parts.dropLast())
        } catch {
            if [.missing, .notFolder, .link].contains(error.reason) { return nil }
            throw error
        }
        let name = String(parts[parts.count - 1])
        if try holder.kind(of: name) == .folder { return nil }
        try holder.remove(name)
        return parts.count > 1 ? path[..<parts[parts.count - 1].startIndex].dropLast() : nil
    }

    /// Removes a folder and those above it as long as they are empty.
    private func prune(_ path: Substring) throws(FileFailure) {
        var parts = path.split(separator: "/")
        while let name = parts.popLast() {
            do {
                guard try output.folder(at: parts).removeFolderIfEmpty(String(name)) else { return }
            } catch {
                if [.missing, .notFolder, .link].contains(error.reason) { return }
                throw error
            }
        }
    }

    /// Removes a tree of folders that holds no file.
    private func removeEmptyFolders(at path: Substring) throws(FileFailure) {
        let parts = path.split(separator: "/")
        let name = String(parts[parts.count - 1])
        let holder = try output.folder(at: parts.dropLast())
        let inside = try holder.folder(named: name)
        for entry in try inside.entries() where entry.kind == .folder {
            try removeEmptyFolders(at: path + "/" + entry.name)
        }
        guard try holder.removeFolderIfEmpty(name) else {
            throw FileFailure(
                "write", Disk.join(output.path, String(path)), .foreign,
                cause: "a folder of that name holds files that aboveboard did not write")
        }
    }
}
