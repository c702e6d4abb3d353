/// What the place where diagnostics are shown can do.
package struct RenderingOptions: Sendable {
    package var usesColor: Bool
    /// The columns that a framed diagnostic may fill; longer source lines are shown by a window.
    package var width: Int
    /// The program's version, told in the formats that have a field for it.
    package var toolVersion: String

    package init(usesColor: Bool = false, width: Int? = nil, toolVersion: String = "") {
        self.usesColor = usesColor
        self.width = max(40, width ?? 140)
        self.toolVersion = toolVersion
    }
}
