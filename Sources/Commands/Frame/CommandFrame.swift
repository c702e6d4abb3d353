import ArgumentParser
import Diagnostics
import Publishing
import System

/// What every command does alike: it speaks in bytes, ends with a status that scripts can rely on, and tells each
/// failure in one line with a way out.
enum CommandFrame {
    /// Runs a command's work; false from it means that something that was checked does not hold.
    static func run(_ work: () throws -> Bool) throws {
        StandardStream.outliveClosedPipes()
        do {
            if try !work() { throw ExitStatus.errors }
        } catch let failure as FileFailure {
            complain(failure.message)
            throw ExitStatus.world
        } catch let failure as HistoryFailure {
            complain(failure.description, help: failure.help)
            throw ExitStatus.errors
        } catch let failure as PublicationFailure {
            complain(failure.message, help: failure.help)
            throw ExitStatus.errors
        }
    }

    /// One line to standard output; a closed pipe is no failure.
    static func say(_ line: String) throws(FileFailure) {
        try StandardStream.output.write(line + "\n")
    }

    /// What went wrong in one line and the way out in another, on standard error. Where even that cannot be written, the
    /// exit status still tells.
    static func complain(_ message: String, help: String? = nil) {
        let text =
            "error: \(VisibleText.of(message))\n" + (help.map { "help: \(VisibleText.of($0))\n" } ?? "")
        _ = try? StandardStream.error.write(text)
    }

    /// Findings in frames, on standard error, so that a command's own words can be piped on.
    static func tell(_ report: Report) throws(FileFailure) {
        let findings = report.sorted
        guard !findings.isEmpty else { return }
        let terminal = Terminal(.error)
        let options = RenderingOptions(usesColor: terminal.welcomesColor, width: terminal.columns)
        try StandardStream.error.write(DiagnosticFormat.framed.rendered(findings, options))
        try StandardStream.error.write(ReportSummary.line(of: findings) + "\n")
    }
}
