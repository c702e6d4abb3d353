import ArgumentParser
import Diagnostics
import Publishing
import System

/// The program's root command: `aboveboard SUBCOMMAND`.
public struct AboveboardCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "aboveboard",
        abstract: "Publish incident disclosures that readers can trust.",
        discussion: """
            A site is a folder with aboveboard.yml and records in incidents/. Commands find it from the working \
            folder upward.

            EXAMPLES:
              aboveboard init my-site              start a site
              aboveboard new incident              write the first notice of an incident
              aboveboard update ABC-2026-0001      tell readers more
              aboveboard check                     say what is wrong or missing
              aboveboard build                     write site/
              aboveboard serve                     see it in a browser while you write

            Shell completions: aboveboard --generate-completion-script bash|zsh|fish

            Exit status: 0 no errors, 1 errors were found, 64 wrong usage, 74 a file or device failed.
            """,
        version: ProgramVersion.current,
        subcommands: [
            InitCommand.self, NewCommand.self, UpdateCommand.self, CheckCommand.self, BuildCommand.self,
            ServeCommand.self,
            AnnounceCommand.self, DueCommand.self, ExplainCommand.self, SchemaCommand.self,
            ThemeCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: "history",
                subcommands: [
                    PublishCommand.self, VerifyCommand.self, HistoryCommand.self, DiffCommand.self,
                    RedactCommand.self, KeyCommand.self,
                ])
        ])

    public init() {}

    /// The command that the arguments ask for.
    ///
    /// A `check` of nothing but paths, which writers and hooks of git wait for at each save, asks for no parsing: that
    /// would be a third of its start. A command that is named outright is parsed by itself, which saves a fifteenth: the
    /// root's own arguments are not parsed before it. Whatever comes out of that but the command itself is left to the
    /// root, whose help and errors know the whole command line.
    static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let check = CheckCommand(plain: arguments) { return check }
        if let name = arguments.first,
            let named = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// Runs the command line and ends the process with its exit status.
    public static func main() {
        StandardStream.outliveClosedPipes()
        do {
            var command = try parsed(Array(CommandLine.arguments.dropFirst()))
            try command.run()
        } catch let status as ExitCode {
            ThisProcess.end(status: status.rawValue)
        } catch let failure as FileFailure {
            CommandFrame.complain(failure.message)
            exit(withError: ExitStatus.world)
        } catch let failure as PublicationFailure {
            CommandFrame.complain(failure.message, help: failure.help)
            exit(withError: ExitStatus.errors)
        } catch let failure as HistoryFailure {
            CommandFrame.complain(failure.description, help: failure.help)
            exit(withError: ExitStatus.errors)
        } catch let failure as CommandFailure {
            CommandFrame.complain(failure.message, help: failure.help)
            exit(withError: failure.status)
        } catch {
            exit(withError: error)
        }
    }
}
