import ArgumentParser
import Diagnostics
import Publishing
import System

extension DiagnosticFormat: ExpressibleByArgument {}

/// When findings are coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// How findings are told; the same flags for every command that has any.
struct ReportingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How findings are told.", valueName: "format"))
    var format = DiagnosticFormat.framed

    @Option(
        help: ArgumentHelp(
            "Colour: auto looks at the terminal, NO_COLOR and CLICOLOR_FORCE.", valueName: "when"))
    var color = ColorChoice.auto

    @Flag(help: "Warnings set the exit status as errors do.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Leave out notes and summaries.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say what is done.")
    var verbose = false

    /// What the parser makes of none of these flags.
    static var plain: ReportingOptions {
        var options = ReportingOptions()
        options.format = .framed
        options.color = .auto
        options.strict = false
        options.quiet = false
        options.verbose = false
        return options
    }

    func validate() throws {
        if quiet, verbose {
            throw ValidationError("--quiet and --verbose ask for opposite things; choose one")
        }
    }

    func rendering(for stream: StandardStream) -> RenderingOptions {
        let terminal = Terminal(stream)
        let usesColor =
            switch color {
            case .auto: terminal.welcomesColor
            case .always: true
            case .never: false
            }
        return RenderingOptions(
            usesColor: usesColor, width: terminal.columns, toolVersion: ProgramVersion.current)
    }

    /// Tells findings on standard output and their number on standard error; the exit status that they ask for.
    func tell(_ diagnostics: [Diagnostic], over subject: String) throws -> ExitCode {
        let told = quiet ? diagnostics.filter { $0.severity > .note } : diagnostics
        try StandardStream.output.write(format.rendered(told, rendering(for: .output)))
        if !quiet, !format.isDocument {
            if format == .framed, !told.isEmpty { try StandardStream.output.write("\n") }
            try StandardStream.error.write("\(subject): \(ReportSummary.line(of: told))\n")
        }
        let limit = strict ? Severity.warning : .error
        return diagnostics.contains { $0.severity >= limit } ? ExitStatus.errors : .success
    }
}
