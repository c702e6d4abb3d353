import System

/// Which of a site's files the writer asked about.
struct Selection: Sendable {
    /// Paths from the project's folder, of files that were named or lie in a folder that was.
    private let chosen: Set<String>
    /// Records from outside the site's `incidents/`: absolute paths.
    let outsiders: [String]
    private let isEverything: Bool

    /// Paths as typed: absolute, or from the working folder. Fails where one does not exist.
    init(_ paths: [String], in project: Project) throws(FileFailure) {
        var chosen: Set<String> = []
        var outsiders: [String] = []
        let root = try Disk.realPath(of: project.folder)
        for path in paths {
            let real = try Disk.realPath(of: path)
            let files = Disk.isFolder(real) ? try Disk.files(under: real).map { Disk.join(real, $0) } : [real]
            for file in files where file == real || Project.isRecord(file) {
                let relative = file.hasPrefix(root + "/") ? String(file.dropFirst(root.utf8.count + 1)) : nil
                if let relative, relative == Project.configurationName || relative.hasPrefix("incidents/") {
                    chosen.insert(relative)
                } else {
                    chosen.insert(file)
                    outsiders.append(file)
                }
            }
        }
        self.chosen = chosen
        self.outsiders = outsiders
        isEverything = paths.isEmpty
    }

    func contains(_ path: String) -> Bool { isEverything || chosen.contains(path) }
}
