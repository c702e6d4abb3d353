/// What cmark is asked for beside CommonMark itself. Each pass takes time where it finds nothing too.
struct MarkdownPasses: OptionSet {
    let rawValue: UInt8

    /// Putting U+FFFD where the bytes are no UTF-8.
    static let mending = MarkdownPasses(rawValue: 1)
    static let footnotes = MarkdownPasses(rawValue: 2)
    static let strikethrough = MarkdownPasses(rawValue: 4)
    static let bareLinks = MarkdownPasses(rawValue: 8)
    static let tasks = MarkdownPasses(rawValue: 16)
    static let tables = MarkdownPasses(rawValue: 32)

    static let all: MarkdownPasses = [.mending, .footnotes, .strikethrough, .bareLinks, .tasks, .tables]
}

/// Which marks a text has, found in one look at it: what it has no mark of need not be looked for.
struct MarkdownMarks {
    /// What may find something in the text, as far as its marks tell.
    let passes: MarkdownPasses
    /// Whether a heading may stand in it.
    let mayHoldHeadings: Bool
    /// Whether surely no character is beyond ASCII.
    let isASCII: Bool
    /// How many links have to come of the text for it to have no bare one, though `passes` do not look for any: each
    /// `//` stands behind `](https:` or `<https:`, or the same with `http:`.
    let webLinkCount: Int

    /// As if the text had every mark.
    static let all = MarkdownMarks(passes: .all, mayHoldHeadings: true, isASCII: false, webLinkCount: 0)

    private init(passes: MarkdownPasses, mayHoldHeadings: Bool, isASCII: Bool, webLinkCount: Int) {
        self.passes = passes
        self.mayHoldHeadings = mayHoldHeadings
        self.isASCII = isASCII
        self.webLinkCount = webLinkCount
    }

    init(_ markdown: [UInt8]) {
        let text = markdown.span
        // Sixteen bytes are looked at together with the one behind them.
        guard text.count > 16 else {
            self = .all
            return
        }
        var seen = SeenMarks()
        var place = 0
        while place + 17 < text.count {
            seen.look(at: text.sixteen(at: place), before: text.sixteen(at: place + 1))
            place += 16
        }
        // The last ones, some of them once more.
        place = text.count - 17
        seen.look(at: text.sixteen(at: place), before: text.sixteen(at: place + 1))
        seen.finish(with: text[text.count - 1])
        isASCII = text[0] < 0x80 && !seen.others.isAny
        mayHoldHeadings = seen.rules.isAny || seen.numbers.isAny
        var passes: MarkdownPasses = []
        if !isASCII { passes.insert(.mending) }
        if seen.notes.isAny { passes.insert(.footnotes) }
        if seen.tildes.isAny { passes.insert(.strikethrough) }
        var links: Int? = 0
        if seen.addresses.isAny { links = nil } else if seen.strokes.isAny { links = Self.webLinkCount(text) }
        webLinkCount = links ?? 0
        if links == nil { passes.insert(.bareLinks) }
        if seen.boxes.isAny { passes.insert(.tasks) }
        if seen.rules.isAny { passes.insert(.tables) }
        self.passes = passes
    }

    /// How often `//` stands in a text; nil where it may stand elsewhere than in a link's target.
    private static func webLinkCount(_ text: Span<UInt8>) -> Int? {
        var count = 0
        var place = 0
        while place + 8 <= text.count {
            // Most bytes are no stroke before another.
            if place + 17 <= text.count,
                !SeenMarks.twice(0x2F, text.sixteen(at: place), text.sixteen(at: place + 1)).isAny
            {
                place += 16
                continue
            }
            let strokes = text.word(at: place).marks(of: 0x2F)
            guard strokes != 0 else {
                place += 8
                continue
            }
            place += strokes.trailingZeroBitCount / 8
            if place + 1 < text.count, text[place + 1] == 0x2F {
                guard isTarget(text, place) else { return nil }
                count += 1
            }
            place += 1
        }
        // In the last bytes, fewer than eight, none is looked at closely.
        while place + 1 < text.count {
            if text[place] == 0x2F, text[place + 1] == 0x2F { return nil }
            place += 1
        }
        return count
    }

    /// Whether a link's target begins before the `//` at a place.
    private static func isTarget(_ text: Span<UInt8>, _ place: Int) -> Bool {
        ends(text, place, with: "](https:") || ends(text, place, with: "](http:")
            || ends(text, place, with: "<https:") || ends(text, place, with: "<http:")
    }

    private static func ends(_ text: Span<UInt8>, _ end: Int, with words: StaticString) -> Bool {
        let start = end - words.utf8CodeUnitCount
        guard start >= 0 else { return false }
        for step in 0..<words.utf8CodeUnitCount where unsafe text[start + step] != words.utf8Start[step] {
            return false
        }
        return true
    }
}

/// Where any of sixteen bytes began such a mark.
private struct SeenMarks {
    typealias Mask = SIMDMask<SIMD16<Int8>>

    var tildes = Mask()
    /// Number signs, with which headings begin.
    var numbers = Mask()
    /// What addresses have, `//`.
    var strokes = Mask()
    /// What other bare links have, `www` and `@`, and what may stand for them or for `//`: `&#`, `&c`, `&s` and `\/`;
    /// and `]:`, by which one address may be many links' target.
    var addresses = Mask()
    /// Brackets before what stands in the box of a task.
    var boxes = Mask()
    /// Brackets before a caret, or before what may stand for it.
    var notes = Mask()
    /// Ends of lines that may be a table's second or stand below a heading.
    var rules = Mask()
    /// What is beyond ASCII.
    var others = Mask()

    /// Looks at sixteen bytes, each of which stands before one of `next`.
    @inline(__always)
    mutating func look(at bytes: SIMD16<UInt8>, before next: SIMD16<UInt8>) {
        let brackets = bytes .== .each(0x5B)
        let strokes = Self.twice(0x2F, bytes, next)
        let references =
            (bytes .== .each(0x26))
            .& ((next .== .each(0x23)) .| (next .== .each(0x63)) .| (next .== .each(0x73)))
        let addresses =
            (bytes .== .each(0x40)) .| Self.twice(0x77, bytes, next) .| references
            .| ((bytes .== .each(0x5C)) .& (next .== .each(0x2F)))
            .| ((bytes .== .each(0x5D)) .& (next .== .each(0x3A)))
        let signs = (bytes .== .each(0x7E)) .| (bytes .== .each(0x23))
        // Most bytes are words.
        guard (brackets .| strokes .| addresses .| signs .| next.beyondPrint).isAny else { return }
        tildes = tildes .| (bytes .== .each(0x7E))
        numbers = numbers .| (bytes .== .each(0x23))
        self.strokes = self.strokes .| strokes
        self.addresses = self.addresses .| addresses
        let (blanks, ticks) = (next .== .each(0x20), (next .== .each(0x78)) .| (next .== .each(0x58)))
        boxes = boxes .| (brackets .& (blanks .| ticks))
        let carets = (next .== .each(0x5E)) .| (next .== .each(0x5C)) .| (next .== .each(0x26))
        notes = notes .| (brackets .& carets)
        others = others .| (next .>= .each(0x80))
        rules =
            rules .| (((next .== .each(0x0A)) .| (next .== .each(0x0D))) .& Self.mayEndRules(bytes))
    }

    /// Looks at the text's last byte.
    mutating func finish(with last: UInt8) {
        look(at: .each(last), before: .each(0x0A))
    }

    @inline(__always)
    static func twice(
        _ byte: UInt8, _ bytes: SIMD16<UInt8>, _ next: SIMD16<UInt8>
    ) -> Mask {
        (bytes .== .each(byte)) .& (next .== .each(byte))
    }

    /// Those bytes with which a table's second line or the line below a heading may end: dashes, colons, bars, and the
    /// blanks behind them.
    @inline(__always)
    private static func mayEndRules(_ bytes: SIMD16<UInt8>) -> Mask {
        let dashes = (bytes .== .each(0x2D)) .| (bytes .== .each(0x3D))
        let bars = (bytes .== .each(0x3A)) .| (bytes .== .each(0x7C))
        let blanks = (bytes .== .each(0x20)) .| (bytes .== .each(0x09))
        return dashes .| bars .| blanks .| (bytes .== .each(0x0B)) .| (bytes .== .each(0x0C))
    }
}
