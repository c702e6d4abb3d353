import ArgumentParser

/// A command that cannot do what was asked, for a reason that the user can mend: one line and a way out.
struct CommandFailure: Error {
    let message: String
    let help: String?
    let status: ExitCode

    init(_ message: String, help: String? = nil, status: ExitCode = ExitStatus.usage) {
        self.message = message
        self.help = help
        self.status = status
    }
}
