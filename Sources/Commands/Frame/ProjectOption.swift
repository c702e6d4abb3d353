import ArgumentParser
import Publishing
import System

/// The site that a command works on: the nearest `aboveboard.yml` from the working folder upward.
struct ProjectOption: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to look from for aboveboard.yml.", valueName: "folder"))
    var project: String?

    /// What the parser makes of none of these flags.
    static var plain: ProjectOption {
        var option = ProjectOption()
        option.project = nil
        return option
    }

    /// Throws where there is no site up to the root.
    func find() throws -> Project {
        guard let found = try Project.find(from: project ?? ".") else {
            throw CommandFailure(
                "there is no aboveboard.yml here or in any folder above",
                help: "go to a site's folder, or begin one with `aboveboard init`")
        }
        return found
    }
}
