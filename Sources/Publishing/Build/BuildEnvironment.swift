import Digests
import Records
import Site
import Syntax
import System

extension Publisher {
    /// The hash of all that every file of a site depends on: the program, the options, the configuration, the theme and
    /// the published history. Whatever changes in it makes everything anew.
    func environment(of site: SiteFile, theme: ThemeFiles) throws(FileFailure) -> SHA256Digest {
        var writer = PackedWriter()
        writer.write(ProgramVersion.current)
        writer.write(ThisProcess.programStamp)
        writer.write(options.outputs.rawValue)
        writer.write(options.includesUnpublished)
        writer.write(options.asOf.isFromRecords(site.configuration))
        writer.write(options.checks.allow.sorted())
        writer.write(options.checks.deny.sorted())
        writer.write(site.file.bytes)
        for file in theme.files.sorted(by: { $0.name < $1.name }) {
            writer.write(file.name)
            writer.write(file.source.path)
            writer.write(file.source.bytes)
        }
        writer.write(theme.logo?.path)
        writer.write(theme.logo?.bytes ?? [])
        for path in [LogFile.path, HistoryFolder.keyPath] {
            writer.write(try Disk.readIfPresent(project.path(path)) ?? [])
        }
        let checkpoints = project.path(HistoryFolder.checkpointsPath)
        if Disk.isFolder(checkpoints) {
            for name in try Disk.names(in: checkpoints) {
                writer.write(name)
                writer.write(try Disk.read(Disk.join(checkpoints, name)))
            }
        }
        return SHA256Digest(of: writer.bytes)
    }
}
