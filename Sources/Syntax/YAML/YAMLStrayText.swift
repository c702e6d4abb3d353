import Diagnostics

/// The breaks that writers make most: a colon too many or too few, a quote too early, a line too far in or out.
extension YAMLProblemExplanation {
    /// A `: ` where no key may stand.
    var strayColon: Diagnostic {
        let line = lines.line(at: place)
        let colon = place..<min(place + 1, file.bytes.count)
        guard let first = lines.colon(inLine: line), first >= place else {
            let keyColon = lines.colon(inLine: line) ?? place
            var start = keyColon + 1
            while let byte = byte(at: start), YAMLLines.isBlank(byte) { start += 1 }
            if byte(at: start) == UInt8(ascii: "\"") || byte(at: start) == UInt8(ascii: "'") {
                return syntax(
                    "`:` follows a quoted text that is a value already", at: colon,
                    secondary: [Label(span(start..<place), "the value")],
                    help: "put the whole text in one pair of quotes")
            }
            return syntax(
                "`: ` inside unquoted text reads as a second key", at: colon,
                help: "put the text in quotes", fixes: quotingFixes(from: start))
        }
        let key = lines.content(ofLine: line).lowerBound..<place
        guard let above = lines.lineBefore(line) else {
            return syntax("`:` has no key before it", at: colon, help: "write `key: value`")
        }
        if lines.colon(inLine: above) == nil,
            lines.indentation(ofLine: above) <= lines.indentation(ofLine: line)
        {
            return missingColon(inLineAt: lines.content(ofLine: above).lowerBound)
        }
        if lines.isIndentedWithTab(line) { return tabIndentation }
        return syntax(
            "`\(excerpt(key))` is indented as if it went on with the text above", at: key,
            secondary: [Label(span(lines.content(ofLine: above)), "this key holds a text already")],
            help: "indent it like the key above, or leave nothing behind the colon above to nest it there")
    }

    /// A line of a mapping without `: `.
    func missingColon(inLineAt offset: Int) -> Diagnostic {
        var text = lines.plainText(from: offset)
        while text.count > 1, byte(at: text.lowerBound) == UInt8(ascii: "-"),
            let next = byte(at: text.lowerBound + 1), YAMLLines.isBlank(next)
        {
            text = text.lowerBound + 2..<text.upperBound
        }
        let narrow = text.first { index in
            file.bytes[index] == UInt8(ascii: ":") && byte(at: index + 1) != UInt8(ascii: "/")
                && text.lowerBound < index && index + 1 < text.upperBound
        }
        if let narrow, file.bytes[text.lowerBound..<narrow].allSatisfy(Self.isKeyByte) {
            let gap = span(narrow + 1..<narrow + 1)
            return syntax(
                "`\(excerpt(text.lowerBound..<narrow + 1))` needs a space behind its colon", at: text,
                help: "write `key: value`",
                fixes: [Fix("put a space behind the colon", edits: [.init(gap, " ")], isSafe: true)])
        }
        let word = excerpt(lines.word(at: text.lowerBound))
        return syntax(
            "`\(word)` has no colon; a mapping is made of `key: value` lines", at: text,
            help: "write a colon and a space behind the key; indent a line that goes on with the text above")
    }

    /// Something that is no key where a mapping's next key belongs.
    var strayText: Diagnostic {
        let word = lines.word(at: place)
        let rest = place..<max(place, lines.content(at: place).upperBound)
        if let quoted = lastScalar, quoted.style == .singleQuoted || quoted.style == .doubleQuoted,
            isJustBehind(quoted.end)
        {
            let (quote, escape) = quoted.style == .singleQuoted ? ("'", "''") : ("\"", "\\\"")
            return syntax(
                "`\(excerpt(rest))` follows a text whose closing quote came before it", at: rest,
                secondary: [Label(span(quoted.start..<quoted.end), "the quoted text")],
                help: "inside the text write `\(escape)` for `\(quote)`, and close the quote at its very end")
        }
        if let bracket = bracketBefore(place) {
            return syntax(
                "`\(excerpt(rest))` follows a closing bracket", at: rest,
                secondary: [Label(span(bracket..<bracket + 1), "the list or mapping ends here")],
                help: "put a text that begins with `[` or `{` in quotes")
        }
        guard lines.isFirst(inLine: place) else {
            return syntax(
                "`\(excerpt(word))` stands where a key belongs", at: word,
                help: "put the text in quotes if it is one")
        }
        if byte(at: place) == UInt8(ascii: ":") {
            return syntax("`:` has no key before it", at: place..<place + 1, help: "write `key: value`")
        }
        if contextPlace == nil, let above = lines.lineBefore(lines.line(at: place)) {
            let text = lines.content(ofLine: above)
            if file.bytes[text].elementsEqual("...".utf8) { return .multipleDocuments(at: span(word)) }
            if lines.colon(inLine: above) == nil, byte(at: text.lowerBound) != UInt8(ascii: "-") {
                return missingColon(inLineAt: text.lowerBound)
            }
        }
        return strayLine
    }

    /// A line that begins in a column where nothing that could go on with it began.
    private var strayLine: Diagnostic {
        let line = lines.line(at: place)
        let isItem = byte(at: place) == UInt8(ascii: "-")
        let word = lines.word(at: place)
        let column = lines.column(of: place)
        if isItem, let contextPlace, lines.column(of: contextPlace) == column {
            return syntax(
                "`-` begins a list item where a key belongs", at: word,
                help: "indent the list under its key, and leave nothing else behind that key's colon")
        }
        var secondary: [Label] = []
        if let contextPlace, lines.column(of: contextPlace) != column, !isItem {
            let columnAbove = lines.column(of: contextPlace)
            secondary = [
                Label(span(lines.word(at: contextPlace)), "this key \(Self.indentation(columnAbove))")
            ]
        }
        let key = isItem ? word : place..<(lines.colon(inLine: line) ?? word.upperBound)
        return syntax(
            "`\(excerpt(key))` \(Self.indentation(column)), which fits no line above", at: key,
            secondary: secondary,
            help: isItem
                ? "begin all items of one list in the same column"
                : "begin all keys of one mapping in the same column")
    }

    /// Something that is no item in a list's column.
    var strayListText: Diagnostic {
        let word = lines.word(at: place)
        var secondary: [Label] = []
        if let contextPlace {
            secondary = [Label(span(contextPlace..<contextPlace + 1), "the list begins here")]
        }
        if let quoted = lastScalar, quoted.style == .singleQuoted || quoted.style == .doubleQuoted,
            isJustBehind(quoted.end)
        {
            return strayText
        }
        return syntax(
            "`\(excerpt(word))` stands in a list without beginning an item", at: word, secondary: secondary,
            help: byte(at: place) == UInt8(ascii: "-")
                ? "begin each item with `- `, all in the same column; begin what follows the list further out"
                : "indent a key of the item above like that item's first key; begin what follows the list further out"
        )
    }

    var tabIndentation: Diagnostic {
        let line = lines.line(at: place)
        var edits: [Fix.Edit] = []
        var first: SourceSpan?
        var current = line
        while true {
            let start = lines.content(ofLine: current).lowerBound - lines.indentation(ofLine: current)
            let indentation = start..<lines.content(ofLine: current).lowerBound
            for tab in indentation where file.bytes[tab] == 0x09 {
                let tabSpan = span(tab..<tab + 1)
                if current == line, first == nil { first = tabSpan }
                edits.append(.init(tabSpan, "  "))
            }
            guard !edits.isEmpty, let next = lines.lineAfter(current), next == current + 1,
                byte(at: lines.content(ofLine: next).lowerBound - 1) == 0x09
            else { break }
            current = next
        }
        if first == nil, byte(at: place) == 0x09 {
            let tabSpan = span(place..<place + 1)
            edits = [.init(tabSpan, " ")]
            first = tabSpan
        }
        return Diagnostic(
            "tab-indentation", .error, "tab stands where only spaces may indent",
            at: first ?? span(place..<place + 1), help: "indent with spaces, two for each level",
            fixes: [Fix("indent with spaces", edits: edits, isSafe: false)])
    }

    var reservedCharacter: Diagnostic {
        let text = lines.word(at: place)
        let mark = byte(at: place) == UInt8(ascii: "`") ? "backtick" : "`\(excerpt(text.prefix(1)))`"
        return syntax(
            "\(mark) begins no unquoted text; YAML keeps it for itself", at: text,
            help: "put the text in quotes", fixes: quotingFixes(from: place))
    }

    /// A fix that quotes the unquoted text from `start` to its line's end; none where the text may go on below.
    func quotingFixes(from start: Int) -> [Fix] {
        let range = lines.plainText(from: start)
        guard let first = byte(at: range.lowerBound), !range.isEmpty,
            !"\"'[]{}|>!#,".utf8.contains(first), openBracket == nil
        else { return [] }
        let line = lines.line(at: start)
        if let next = lines.lineAfter(line), lines.indentation(ofLine: next) > lines.indentation(ofLine: line)
        {
            return []
        }
        var quoted = "\""
        let text = file.text(in: range)
        if text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\")) {
            quoted = "'"
            for scalar in text.unicodeScalars {
                if scalar == "'" { quoted += "'" }
                quoted.unicodeScalars.append(scalar)
            }
            quoted += "'"
        } else {
            quoted += text + "\""
        }
        return [Fix("put the text in quotes", edits: [.init(span(range), quoted)], isSafe: true)]
    }

    private func isJustBehind(_ end: Int) -> Bool {
        end <= place && file.bytes[end..<place].allSatisfy(YAMLLines.isBlank)
    }

    private func bracketBefore(_ offset: Int) -> Int? {
        var index = offset - 1
        while let byte = byte(at: index), YAMLLines.isBlank(byte) { index -= 1 }
        guard let byte = byte(at: index) else { return nil }
        return byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") ? index : nil
    }

    private static func indentation(_ count: Int) -> String {
        count == 0 ? "is not indented" : "is indented by \(count == 1 ? "1 space" : "\(count) spaces")"
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
