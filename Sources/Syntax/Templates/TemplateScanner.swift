import Diagnostics

/// Cuts a template into lines of text and tags, following its set-delimiter tags.
struct TemplateScanner {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var open: [UInt8] = [0x7B, 0x7B]
    private var close: [UInt8] = [0x7D, 0x7D]
    private var position = 0
    private var line = TemplateLine()
    private var lines: [TemplateLine] = []
    // For each tag that is open: whether it is a parent, and on which line it was opened.
    private var opened: [(kind: TemplateTag.Kind, line: Int)] = []
    private var lineShowsBlock = false

    static func lines(of file: SourceFile, into report: inout Report) -> [TemplateLine] {
        var scanner = TemplateScanner(file: file)
        scanner.scan(into: &report)
        return scanner.lines
    }

    private init(file: SourceFile) {
        self.file = file
        bytes = file.bytes
    }

    private mutating func scan(into report: inout Report) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var textStart = position
        while position < bytes.count {
            if bytes[position] == 0x0A {
                position += 1
                line.tokens.append(.text(textStart..<position))
                endLine()
                textStart = position
            } else if bytes.holds(open, at: position) {
                let start = position
                guard let tag = readTag(into: &report) else { continue }
                if start > textStart { line.tokens.append(.text(textStart..<start)) }
                append(tag)
                textStart = position
            } else {
                position += 1
            }
        }
        if position > textStart { line.tokens.append(.text(textStart..<position)) }
        if !line.tokens.isEmpty { endLine() }
    }

    private mutating func append(_ tag: TemplateTag) {
        line.tokens.append(.tag(tag))
        if tag.opensContent {
            opened.append((tag.kind, lines.count))
        } else if tag.kind == .close, let last = opened.popLast() {
            // A block that opens and closes on one line shows its content in that line, unless it is an argument.
            let isArgument = opened.last?.kind == .parent
            if last.kind == .block, last.line == lines.count, !isArgument { lineShowsBlock = true }
        }
    }

    private mutating func endLine() {
        var tags = 0
        var hasPartial = false
        var isSilent = !lineShowsBlock
        for token in line.tokens {
            switch token {
            case .text(let range):
                isSilent = isSilent && bytes[range].allSatisfy(\.isTemplateSpace)
            case .tag(let tag):
                tags += 1
                if tag.kind == .value || tag.kind == .unescapedValue { isSilent = false }
                if tag.kind == .partial { hasPartial = true }
            }
        }
        line.isBlank = isSilent && tags == 0
        line.isStandalone = isSilent && tags > 0 && (tags == 1 || !hasPartial)
        if case .text(let range)? = line.tokens.first {
            let end = range.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 } ?? range.upperBound
            line.indentation = range.lowerBound..<end
        }
        lines.append(line)
        line = TemplateLine()
        lineShowsBlock = false
    }

    // MARK: - Tags

    /// Reads the tag at `position` and moves behind it; a broken tag is reported, and its opening becomes text.
    private mutating func readTag(into report: inout Report) -> TemplateTag? {
        let start = position
        let inside = start + open.count
        let sigil = inside < bytes.count ? bytes[inside] : 0
        switch sigil {
        case 0x3D: return readDelimiters(from: start, into: &report)
        case 0x7B:
            return readTag(
                .unescapedValue, from: start, name: inside + 1, until: [0x7D] + close, into: &report)
        case 0x21:
            guard let end = bytes.first(close, from: inside) else { return unclosed(start, close, &report) }
            position = end + close.count
            return TemplateTag(kind: .silent, name: inside..<inside, range: start..<position)
        default:
            let kind: TemplateTag.Kind? =
                switch sigil {
                case 0x23: .section
                case 0x5E: .inverted
                case 0x2F: .close
                case 0x3E: .partial
                case 0x3C: .parent
                case 0x24: .block
                case 0x26: .unescapedValue
                default: nil
                }
            return readTag(
                kind ?? .value, from: start, name: kind == nil ? inside : inside + 1, until: close,
                into: &report)
        }
    }

    private mutating func readTag(
        _ kind: TemplateTag.Kind, from start: Int, name nameStart: Int, until end: [UInt8],
        into report: inout Report
    ) -> TemplateTag? {
        guard let closing = bytes.first(end, from: nameStart),
            bytes.first(open, from: nameStart).map({ $0 >= closing }) ?? true
        else { return unclosed(start, end, &report) }
        var name = trimmed(nameStart..<closing)
        var isDynamic = false
        if kind == .partial || kind == .parent, let first = name.first, bytes[first] == 0x2A {
            isDynamic = true
            name = trimmed(name.dropFirst())
        }
        position = closing + end.count
        let tag = TemplateTag(kind: kind, name: name, range: start..<position, isDynamic: isDynamic)
        if let problem = problem(withName: name) {
            report.add(
                Diagnostic(
                    "template-syntax", .error, problem, at: SourceSpan(file: file, range: tag.range),
                    help: "write one name between the delimiters, such as `{{title}}` or `{{loss.amount}}`"))
            return TemplateTag(kind: .silent, name: name, range: tag.range)
        }
        return tag
    }

    private func problem(withName name: Range<Int>) -> String? {
        if name.isEmpty { return "empty tag: a tag needs a name" }
        guard bytes[name].contains(where: \.isTemplateSpace) else { return nil }
        return "`\(file.text(in: name))` is no name: a tag's name has no spaces"
    }

    private mutating func readDelimiters(from start: Int, into report: inout Report) -> TemplateTag? {
        let inside = start + open.count + 1
        let end = [0x3D] + close
        guard let closing = bytes.first(end, from: inside) else { return unclosed(start, end, &report) }
        position = closing + end.count
        let tag = TemplateTag(kind: .silent, name: inside..<inside, range: start..<position)
        let words = bytes[inside..<closing].split(whereSeparator: \.isTemplateSpace)
        guard words.count == 2, !words.joined().contains(0x3D) else {
            report.add(
                Diagnostic(
                    "template-syntax", .error,
                    "bad delimiters: a set-delimiter tag holds two, with a space between and no `=`",
                    at: SourceSpan(file: file, range: tag.range), help: "write `{{=<% %>=}}`"))
            return tag
        }
        open = Array(words[0])
        close = Array(words[1])
        return tag
    }

    private mutating func unclosed(_ start: Int, _ end: [UInt8], _ report: inout Report) -> TemplateTag? {
        let opening = String(decoding: open, as: UTF8.self)
        let closing = String(decoding: end, as: UTF8.self)
        let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        report.add(
            Diagnostic(
                "template-syntax", .error, "unclosed tag: `\(opening)` needs its `\(closing)`",
                at: SourceSpan(file: file, start: start, end: min(lineEnd, start + 40)),
                help: "close the tag with `\(closing)` on the same line"))
        position = start + open.count
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first(where: { !bytes[$0].isTemplateSpace }),
            let last = range.last(where: { !bytes[$0].isTemplateSpace })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }
}

extension UInt8 {
    fileprivate var isTemplateSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension [UInt8] {
    fileprivate func holds(_ word: [UInt8], at index: Int) -> Bool {
        guard self[index] == word[0], index + word.count <= count else { return false }
        for offset in word.indices where self[index + offset] != word[offset] { return false }
        return true
    }

    fileprivate func first(_ word: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < count {
            if holds(word, at: index) { return index }
            index += 1
        }
        return nil
    }
}
