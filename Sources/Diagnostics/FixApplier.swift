/// The safe fixes of a check put into the bytes that they are about.
package struct FixApplier: Sendable {
    /// A file that fixes changed.
    package struct ChangedFile: Sendable {
        package let file: SourceFile
        package let bytes: [UInt8]
    }

    /// A fix that was taken, with the finding that it answers.
    package struct AppliedFix: Sendable {
        package let diagnostic: Diagnostic
        package let fix: Fix
    }

    /// The changed files in the order of their paths; all their other bytes, comments and layout are as they were.
    package let changed: [ChangedFile]
    /// In the order of the findings.
    package let applied: [AppliedFix]
    /// Findings whose safe fix touched what another fix had changed: they are found again by the next check.
    package let postponed: [Diagnostic]

    /// Takes the first safe fix of each finding, all of its edits or none of them.
    package init(applying diagnostics: [Diagnostic]) {
        var edits: [ObjectIdentifier: [Fix.Edit]] = [:]
        var taken: [ObjectIdentifier: TakenRanges] = [:]
        var files: [SourceFile] = []
        var applied: [AppliedFix] = []
        var postponed: [Diagnostic] = []
        for diagnostic in diagnostics {
            guard let fix = diagnostic.fixes.first(where: { $0.isSafe && !$0.edits.isEmpty }) else {
                continue
            }
            guard Self.take(fix.edits, in: &taken) else {
                postponed.append(diagnostic)
                continue
            }
            for edit in fix.edits {
                let file = edit.span.file
                if edits[ObjectIdentifier(file)] == nil { files.append(file) }
                edits[ObjectIdentifier(file), default: []].append(edit)
            }
            applied.append(AppliedFix(diagnostic: diagnostic, fix: fix))
        }
        self.applied = applied
        self.postponed = postponed
        changed = files.sorted { $0.path < $1.path }.map { file in
            ChangedFile(
                file: file, bytes: Self.apply(edits[ObjectIdentifier(file)] ?? [], to: file.bytes))
        }
    }

    /// Takes the places of all edits, or of none where one of them overlaps what is taken or another of them.
    private static func take(_ edits: [Fix.Edit], in taken: inout [ObjectIdentifier: TakenRanges]) -> Bool {
        for (count, edit) in edits.enumerated() {
            let file = ObjectIdentifier(edit.span.file)
            if taken[file, default: TakenRanges()].take(edit.span.range) { continue }
            for mine in edits[..<count] { taken[ObjectIdentifier(mine.span.file)]?.release(mine.span.range) }
            return false
        }
        return true
    }

    /// The bytes with edits put in that do not overlap, given in any order.
    package static func apply(_ edits: [Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var position = 0
        let sorted = edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
        for edit in sorted where edit.span.start >= position {
            result += bytes[position..<edit.span.start]
            result += edit.replacement.utf8
            position = edit.span.end
        }
        return result + bytes[position...]
    }
}
