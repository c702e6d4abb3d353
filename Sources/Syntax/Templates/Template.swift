import Diagnostics

/// One template in its compiled form: a flat row of steps over a pool of text, in which a section holds the index
/// behind its last step.
package struct Template: Sendable {
    /// A dotted name as keys; `.`, which names the value in hand, begins with none.
    struct Path: Sendable {
        var first = TemplateKey.none
        /// Where the keys behind the first dot stand in `keys`.
        var rest: Range<Int> = 0..<0
    }

    enum Step: Sendable {
        /// Text from the pool; `startsLine` says whether its first byte is the first of a line, and `next` is the step
        /// behind it.
        case text(Range<Int>, startsLine: Bool, next: Int)
        /// The start of a line whose first part is a tag.
        case lineStart
        case value(Path)
        case unescapedValue(Path)
        case section(Path, end: Int)
        case inverted(Path, end: Int)
        /// Another template, whose lines go under the pool's `indentation` where the tag is standalone.
        case partial(target: Int, indentation: Range<Int>, isStandalone: Bool)
        /// A parent by its place in `parents`.
        case parent(Int, end: Int)
        /// A parameter, by its place in `blocks`, with its default content up to `end`.
        case block(Int, end: Int)
    }

    /// A template whose blocks take arguments. It stands beside the steps, so that steps are small.
    struct Parent {
        let target: Int
        let indentation: Range<Int>
        let isStandalone: Bool
        var arguments: Range<Int> = 0..<0
    }

    /// A parameter; an argument's lines go under `indentation`.
    struct Block {
        let name: TemplateKey
        let indentation: Range<Int>
        let isStandalone: Bool
    }

    /// What a parent tag puts in place of a parent's block.
    struct Argument: Sendable {
        let name: TemplateKey
        let steps: Range<Int>
    }

    /// The template that a partial or parent tag asks for.
    struct Target: Sendable {
        let name: String
        let span: SourceSpan
        /// The dotted name whose value names the template, where an asterisk asks for that.
        let path: Path?
        /// Whether the tag is reached whatever the data says.
        let isUnconditional: Bool
        /// The place in the set, known once all templates are compiled; `nil` where there is no such template.
        var index: Int?
    }

    package let name: String
    var pool: [UInt8] = []
    var steps: [Step] = []
    /// How many steps stand in the templates of the set before this one.
    var firstStep = 0
    var keys: [TemplateKey] = []
    var parents: [Parent] = []
    var blocks: [Block] = []
    var arguments: [Argument] = []
    var targets: [Target] = []
    /// The dotted names that the template's own tags read.
    var readNames: Set<String> = []

    init(name: String) {
        self.name = name
    }
}
