import ArgumentParser
import Diagnostics
import Publishing
import Site
import System

/// `aboveboard theme`: the look of a site, of which every file can be a site's own.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Copy the default theme, to make a site look like its own.",
        discussion: """
            EXAMPLES:
              aboveboard theme eject
              aboveboard theme eject style.css strings/en.yml
            """,
        subcommands: [Eject.self])

    /// `aboveboard theme eject [FILE...]`: the program's own theme, or some of its files, into the site's folder.
    struct Eject: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "eject",
            abstract: "Copy the default theme, or some files of it, into the site's templates folder.",
            discussion: """
                A file there takes the place of its namesake in the program. Keep only the files that you change: the \
                others then follow the program when it is updated. Nothing that is there already is overwritten. \
                Documentation/Themes.md tells what every file is for.

                EXAMPLES:
                  aboveboard theme eject
                  aboveboard theme eject style.css record/losses.mustache
                """)

        @Argument(
            help: ArgumentHelp(
                "Names of the theme's files, such as style.css; all without any.", valueName: "file"))
        var files: [String] = []

        @OptionGroup var place: ProjectOption

        func run() throws {
            let project = try place.find()
            let folder = try project.configuration().theme.templates ?? "templates"
            let known = ThemeFiles.builtIn.files
            for name in files where !known.contains(where: { $0.name == name }) {
                let near = NearMiss.nearest(to: name, among: known.map(\.name))
                throw CommandFailure(
                    "\(name) is no file of the default theme",
                    help: near.map { "did you mean \($0)?" }
                        ?? "`aboveboard theme eject` without a name copies all of them")
            }
            for file in known where files.isEmpty || files.contains(file.name) {
                let path = Disk.join(folder, file.name)
                let target = project.path(path)
                try Disk.makeFolder(Disk.split(target).folder)
                do {
                    try Disk.create(file.source.bytes, at: target)
                    try StandardStream.output.write("wrote \(path)\n")
                } catch {
                    guard error.reason == .exists else { throw error }
                    try StandardStream.output.write("kept \(path), which was there before\n")
                }
            }
        }
    }
}
