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

    /// What still stands in the way of publishing a record that a command has just written, a line each below `heading`.
    static func tellErrors(of path: String, in project: Project, under heading: String) throws(FileFailure) {
        var options = Publisher.Options()
        options.asOf = .dataUpToToday
        let publisher = Publisher(project, options: options)
        let report = try publisher.check([project.path(path)]).report
        let errors = report.sorted.filter { $0.severity == .error }
        guard !errors.isEmpty else { return }
        let lines = DiagnosticFormat.concise.rendered(errors, RenderingOptions())
        try StandardStream.output.write("\(heading):\n" + lines)
    }
}
