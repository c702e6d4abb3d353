/// A file that a command is about to write for the first time.
package struct DraftFile: Sendable {
    /// From the site's folder.
    package let path: String
    package let text: String

    package init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
    }
}
