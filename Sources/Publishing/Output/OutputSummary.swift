/// What a build changed in the output folder.
package struct OutputSummary: Sendable, Equatable {
    /// Files that are new or have other bytes than before.
    package let written: Int
    /// Files that the build made and found as they were.
    package let unchanged: Int
    /// Files of an earlier build that this one no longer makes.
    package let removed: Int

    package init(written: Int, unchanged: Int, removed: Int) {
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
    }
}
