import Syntax

/// What the lines of all losses say alike in a language.
final class LossLabels: Sendable {
    /// One of the three figures of a line: its word for style sheets, its label, and what it counts.
    struct Figure: Sendable {
        let word, label, meaning: TemplateValue

        /// `constants` has the three behind each other.
        fileprivate init(_ constants: TemplateConstants, at place: Int) {
            (word, label, meaning) = (constants[place], constants[place + 1], constants[place + 2])
        }
    }

    /// What gross counts where a loss has no class.
    let gross: Figure
    let net, atLarge: Figure
    let notStated: TemplateValue
    let share, shareBelow, inPart, picture: Phrase
    /// What stands before a share's tenths.
    let point: [UInt8]
    // What the figures show.
    private let constants: TemplateConstants

    /// `phrase` finds a text of the theme by its dotted name.
    init(_ phrase: (String) -> Phrase?) {
        func named(_ name: String) -> Phrase { phrase(name) ?? Phrase(name) }
        func value(_ name: String) -> TemplateValue { phrase(name)?.value ?? .text(name) }
        constants = TemplateConstants([
            .constant("gross"), value("losses.gross"), value("losses.gross_unclassed"),
            .constant("net"), value("losses.net"), value("losses.net_meaning"),
            .constant("at_large"), value("losses.at_large"), value("losses.at_large_meaning"),
            value("losses.not_stated"),
        ])
        gross = Figure(constants, at: 0)
        net = Figure(constants, at: 3)
        atLarge = Figure(constants, at: 6)
        notStated = constants[9]
        share = named("losses.share")
        shareBelow = named("losses.share_below")
        inPart = named("losses.in_part")
        picture = named("losses.picture")
        point = Array(named("number.point").source.utf8)
    }
}
