import Diagnostics

/// What libyaml's complaint means for a writer: which rule was broken, where it began, and what to write instead.
struct YAMLProblemExplanation {
    let problem: YAMLProblem
    let file: SourceFile
    /// The offset at which libyaml stopped.
    let place: Int
    /// The offset at which what it was reading began.
    let contextPlace: Int?
    /// The scalar that was read last.
    let lastScalar: YAMLNode?
    /// The offset of the innermost bracket that is still open.
    let openBracket: Int?
    let lines: YAMLLines

    init(
        _ problem: YAMLProblem, file: SourceFile, offsets: CodePointOffsets, lastScalar: YAMLNode?,
        openBracket: Int?
    ) {
        self.problem = problem
        self.file = file
        place = offsets.offset(of: problem.place)
        contextPlace = problem.contextPlace.map { offsets.offset(of: $0) }
        self.lastScalar = lastScalar
        self.openBracket = openBracket
        lines = YAMLLines(file)
    }

    var diagnostic: Diagnostic {
        switch problem.words {
        case "mapping values are not allowed in this context": strayColon
        case "could not find expected ':'": missingColon(inLineAt: contextPlace ?? place)
        case "did not find expected key", "did not find expected <document start>": strayText
        case "did not find expected '-' indicator": strayListText
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": openList
        case "did not find expected node content": missingValue
        case "found unexpected end of stream", "found unexpected document indicator": openQuote
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            brokenEscape
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            tabIndentation
        case "found character that cannot start any token":
            byte(at: place) == 0x09 ? tabIndentation : reservedCharacter
        case "block sequence entries are not allowed in this context": strayListItem
        case "mapping keys are not allowed in this context":
            syntax(
                "`?` begins no text; `? ` is YAML's mark of a key", at: place..<place + 1,
                help: "put a text that begins with `?` in quotes; what nobody knows is written unknown")
        case "found undefined tag handle", "did not find expected '!'", "did not find the expected '>'",
            "did not find expected tag URI", "did not find URI escaped octet":
            brokenTag
        case "did not find expected alphabetic or numeric character": brokenAlias
        case "found unexpected ':'":
            syntax(
                "`:` needs a space behind it within brackets", at: place..<place + 1,
                help: "write `key: value`; put a text that holds a colon in quotes")
        case "found an indentation indicator equal to 0":
            syntax(
                "`0` is no indentation for the text below", at: place..<place + 1,
                help: "remove the number, or give the spaces before each line as 1 to 9")
        case "found incompatible YAML document":
            syntax(
                "%YAML names a version that is not 1.1 or 1.2", at: lines.content(at: place),
                help: "remove this line")
        default: problem.context.contains("directive") ? brokenDirective : byContext
        }
    }

    func syntax(
        _ message: String, at range: Range<Int>, label: String = "", secondary: [Label] = [],
        help: String, fixes: [Fix] = []
    ) -> Diagnostic {
        Diagnostic(
            "yaml-syntax", .error, message, at: span(range), label: label, secondary: secondary, help: help,
            fixes: fixes)
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, range: range)
    }

    func byte(at offset: Int) -> UInt8? {
        file.bytes.indices.contains(offset) ? file.bytes[offset] : nil
    }

    func excerpt(_ range: Range<Int>) -> String {
        Diagnostic.excerpt(file.text(in: range))
    }

    private var byContext: Diagnostic {
        if problem.context == "while scanning a block scalar" {
            let start = contextPlace ?? place
            let mark = excerpt(start..<min(start + 1, file.bytes.count))
            return syntax(
                "`\(mark)` begins a text on the lines below; nothing may follow it on its own line",
                at: start..<max(start, lines.content(at: start).upperBound),
                help: "put a text that begins with `\(mark)` in quotes, or move it to the next line")
        }
        if problem.context == "while scanning a tag" { return brokenTag }
        if problem.context.hasPrefix("while scanning an a") { return brokenAlias }
        return syntax(
            "`\(excerpt(lines.word(at: place)))` breaks YAML's grammar: \(problem.words)",
            at: lines.word(at: place), help: "put the text in quotes if it is one")
    }

    private var openQuote: Diagnostic {
        let start = contextPlace ?? place
        let quote = excerpt(start..<min(start + 1, file.bytes.count))
        let escape = quote == "'" ? "''" : "\\\""
        return syntax(
            "quote is not closed; `\(quote)` opens a text that runs to the end of the file",
            at: start..<max(start + 1, lines.content(at: start).upperBound),
            help: "close it with `\(quote)`; inside the text write `\(escape)` for a quote")
    }

    private var openList: Diagnostic {
        let start = contextPlace ?? place
        let (opening, closing) = problem.words.hasSuffix("']'") ? ("[", "]") : ("{", "}")
        let bracket = start..<min(start + 1, file.bytes.count)
        guard lines.line(at: place) == lines.line(at: start), !lines.isBlank(behind: place) else {
            return syntax(
                "`\(opening)` is not closed", at: bracket,
                secondary: place < file.bytes.count
                    ? [Label(span(lines.word(at: place)), "`,` or `\(closing)` is missing before this")] : [],
                help: "close it with `\(closing)`, or put a text that begins with `\(opening)` in quotes")
        }
        return syntax(
            "`,` or `\(closing)` is missing before `\(excerpt(lines.word(at: place)))`",
            at: lines.word(at: place), secondary: [Label(span(bracket), "opened here")],
            help: "put a text that holds brackets, commas or quotes in quotes of its own")
    }

    private var missingValue: Diagnostic {
        if place >= file.bytes.count || lines.isBlank(behind: place), let openBracket {
            let opening = excerpt(openBracket..<openBracket + 1)
            return syntax(
                "`\(opening)` is not closed", at: openBracket..<openBracket + 1,
                help: "close it, or put a text that begins with `\(opening)` in quotes")
        }
        let word = excerpt(lines.word(at: place))
        return syntax(
            "`\(word)` begins no value", at: lines.word(at: place),
            help:
                "put a text that begins with `\(word.unicodeScalars.first.map(String.init) ?? "")` in quotes")
    }

    private var strayListItem: Diagnostic {
        syntax(
            "`-` begins a list item, which stands on a line of its own", at: place..<place + 1,
            help: "move the item to the next line, indented; put a text that begins with `- ` in quotes")
    }

    private var brokenEscape: Diagnostic {
        var start = place
        if problem.words != "found unknown escape character" { start = max(0, start - 2) }
        var end = min(start + 2, file.bytes.count)
        let letter = byte(at: start + 1)
        if letter == UInt8(ascii: "x") || letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") {
            let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
            while end < start + 2 + digits, let byte = byte(at: end), Self.isHexDigit(byte) { end += 1 }
        } else {
            while let byte = byte(at: end), byte & 0xC0 == 0x80 { end += 1 }
        }
        if problem.words == "found invalid Unicode character escape code" {
            return Diagnostic(
                "control-character", .error, "`\(excerpt(start..<end))` is half a character or none at all",
                at: span(start..<end),
                help: "write the character itself, or its whole number as `\\U0001F600`")
        }
        let doubled = Fix(
            "write the backslash twice", edits: [.init(span(start..<start), "\\")], isSafe: true)
        return syntax(
            "`\(excerpt(start..<end))` is no escape; in double quotes a backslash begins one",
            at: start..<end, help: "write `\\\\` for a backslash, or put the text in single quotes",
            fixes: [doubled])
    }

    private var brokenTag: Diagnostic {
        let start = contextPlace.flatMap { byte(at: $0) == UInt8(ascii: "!") ? $0 : nil } ?? place
        return Diagnostic.tag(at: span(lines.word(at: start)))
    }

    private var brokenAlias: Diagnostic {
        let range = lines.word(at: contextPlace ?? place)
        let mark = excerpt(range.lowerBound..<min(range.lowerBound + 1, file.bytes.count))
        // `* id: x`, as other notations begin an entry of a list.
        if mark == "*", range.count == 1 {
            return syntax(
                "`*` begins no entry of a list in YAML", at: range, help: "begin each entry with `- `")
        }
        let means = mark == "&" ? "names a value" : "repeats a named value"
        return syntax(
            "`\(excerpt(range))` begins with `\(mark)`, which \(means) in YAML", at: range,
            help: "put a text that begins with `\(mark)` in quotes",
            fixes: quotingFixes(from: range.lowerBound))
    }

    private var brokenDirective: Diagnostic {
        syntax(
            "`%` begins a directive of YAML, and this is none", at: lines.content(at: contextPlace ?? place),
            help: "put a text that begins with `%` in quotes")
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
