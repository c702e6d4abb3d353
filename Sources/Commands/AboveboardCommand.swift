import ArgumentParser

/// The program's root command: `aboveboard SUBCOMMAND`.
public struct AboveboardCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "aboveboard", abstract: "Publish incident disclosures that readers can trust.",
        subcommands: [
            PublishCommand.self, VerifyCommand.self, HistoryCommand.self, DiffCommand.self,
            RedactCommand.self,
            KeyCommand.self,
        ])

    public init() {}
}
