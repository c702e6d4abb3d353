import Diagnostics
import Publishing
import System

/// `check --fix`: the safe fixes of a site's findings written into its files, each file in one step.
struct SafeFixes {
    private let project: Project

    /// Fixes that touch the same words wait for the next round; more rounds than this have never been of use.
    private static let mostRounds = 8

    init(_ project: Project) {
        self.project = project
    }

    /// Applies what `check` finds until it finds no more to fix, and tells each fix on standard error.
    func apply(_ check: () throws -> Publisher.CheckOutcome) throws {
        for _ in 0..<Self.mostRounds {
            let fixes = FixApplier(applying: try check().report.sorted)
            guard !fixes.changed.isEmpty else { return }
            for changed in fixes.changed { try write(changed) }
            var indexes: [String: LineIndex] = [:]
            for applied in fixes.applied {
                let span = applied.diagnostic.primary.span
                let index = indexes[span.file.path] ?? LineIndex(span.file)
                indexes[span.file.path] = index
                let place = "\(VisibleText.of(span.file.path)):\(index.line(at: span.start))"
                try StandardStream.error.write(
                    "fixed \(place): \(VisibleText.of(applied.fix.title)) [\(applied.diagnostic.code)]\n")
            }
            guard !fixes.postponed.isEmpty else { return }
        }
    }

    /// A link stays a link: the file that it leads to is the writer's.
    private func write(_ changed: FixApplier.ChangedFile) throws {
        let path = try Disk.realPath(of: project.path(changed.file.path))
        guard try Disk.read(path) == changed.file.bytes else {
            throw CommandFailure(
                "\(changed.file.path) was changed by somebody else meanwhile", help: "try again",
                status: ExitStatus.errors)
        }
        try Disk.write(changed.bytes, to: path)
    }
}
