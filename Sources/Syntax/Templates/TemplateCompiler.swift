import Diagnostics

/// Turns the lines of one template into steps, and tells where sections do not fit together.
struct TemplateCompiler {
    /// How deep sections, parents and blocks may stand inside one another in one file.
    static let deepestNesting = 64

    private struct Opened {
        let tag: TemplateTag
        let step: Int
        var arguments: [Template.Argument] = []
        /// The spaces that each line of an argument loses, to gain those of the place where it is shown.
        var dedent: [UInt8] = []
    }

    private let file: SourceFile
    private var template: Template
    private var opened: [Opened] = []
    private var dedent: [UInt8] = []
    // Whether the next text may join the text before it: no tag stands between them.
    private var joinsText = false
    private var report = Report()

    static func compile(_ name: String, _ file: SourceFile, into report: inout Report) -> Template {
        var compiler = TemplateCompiler(name, file)
        let lines = TemplateScanner.lines(of: file, into: &compiler.report)
        for index in lines.indices {
            compiler.add(lines[index], before: lines[(index + 1)...])
        }
        compiler.reportOpened()
        report.add(contentsOf: compiler.report)
        return compiler.template
    }

    private init(_ name: String, _ file: SourceFile) {
        self.file = file
        template = Template(name: name)
    }

    // MARK: - Lines

    private mutating func add(_ line: TemplateLine, before following: ArraySlice<TemplateLine>) {
        for (index, token) in line.tokens.enumerated() {
            switch token {
            case .text(let range):
                if !line.isStandalone { addText(range, of: line, isFirst: index == 0) }
            case .tag(let tag):
                if index == 0, !line.isStandalone, tag.kind != .silent {
                    template.steps.append(.lineStart)
                }
                let isFirst = index == 0 || (index == 1 && line.tokens[0].isWithin(line.indentation))
                add(tag, on: line, isFirst: isFirst, before: following)
            }
        }
    }

    private mutating func addText(_ range: Range<Int>, of line: TemplateLine, isFirst: Bool) {
        var range = range
        if isFirst {
            let lost = commonCount(dedent, line.indentation)
            range = range.lowerBound + lost..<range.upperBound
        }
        let start = template.pool.count
        template.pool.append(contentsOf: file.bytes[range])
        let next = template.steps.count
        if joinsText, case .text(let earlier, let startsLine, _)? = template.steps.last {
            template.steps[next - 1] = .text(
                earlier.lowerBound..<template.pool.count, startsLine: startsLine, next: next)
        } else {
            template.steps.append(.text(start..<template.pool.count, startsLine: isFirst, next: next + 1))
        }
        joinsText = true
    }

    /// The line's leading spaces as they stand once those that the argument around it loses are gone.
    private mutating func indentation(of line: TemplateLine) -> Range<Int> {
        let kept = line.indentation.dropFirst(commonCount(dedent, line.indentation))
        let start = template.pool.count
        template.pool.append(contentsOf: file.bytes[kept])
        joinsText = false
        return start..<template.pool.count
    }

    private func commonCount(_ spaces: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        while count < spaces.count, count < range.count, spaces[count] == file.bytes[range.lowerBound + count]
        {
            count += 1
        }
        return count
    }

    // MARK: - Tags

    private mutating func add(
        _ tag: TemplateTag, on line: TemplateLine, isFirst: Bool, before following: ArraySlice<TemplateLine>
    ) {
        if tag.kind == .silent { return }
        joinsText = false
        switch tag.kind {
        case .value: template.steps.append(.value(readPath(tag.name)))
        case .unescapedValue: template.steps.append(.unescapedValue(readPath(tag.name)))
        case .partial:
            let indentation = line.isStandalone ? indentation(of: line) : 0..<0
            template.steps.append(
                .partial(target: addTarget(tag), indentation: indentation, isStandalone: line.isStandalone))
        case .close: close(tag)
        default: open(tag, on: line, isFirst: isFirst, before: following)
        }
    }

    private mutating func open(
        _ tag: TemplateTag, on line: TemplateLine, isFirst: Bool, before following: ArraySlice<TemplateLine>
    ) {
        if opened.count == Self.deepestNesting {
            report.add(
                Diagnostic(
                    "template-syntax", .error,
                    "nested too deep: at most \(Self.deepestNesting) tags stand inside one another",
                    at: SourceSpan(file: file, range: tag.range),
                    help: "move the inner part into a template of its own and show it with `{{> name}}`"))
        }
        let isArgument = tag.kind == .block && opened.last?.tag.kind == .parent
        opened.append(Opened(tag: tag, step: template.steps.count, dedent: dedent))
        // The steps' ends, and a parent's arguments, are known once the tag closes.
        switch tag.kind {
        case .section: template.steps.append(.section(readPath(tag.name), end: 0))
        case .inverted: template.steps.append(.inverted(readPath(tag.name), end: 0))
        case .parent:
            let indentation = line.isStandalone ? indentation(of: line) : 0..<0
            let target = addTarget(tag)
            template.steps.append(.parent(template.parents.count, end: 0))
            template.parents.append(
                Template.Parent(
                    target: target, indentation: indentation, isStandalone: line.isStandalone))
        default:
            let inner = line.isStandalone ? firstContentLine(of: tag, in: following) : nil
            let name = TemplateKey(file.text(in: tag.name))
            if isArgument {
                dedent = Array(file.bytes[(inner ?? line).indentation])
                add(Template.Block(name: name, indentation: 0..<0, isStandalone: false))
                template.steps.append(.lineStart)
            } else {
                let indentation =
                    line.isStandalone
                    ? indentation(of: inner ?? line) : isFirst ? indentation(of: line) : 0..<0
                add(Template.Block(name: name, indentation: indentation, isStandalone: line.isStandalone))
            }
        }
    }

    private mutating func add(_ block: Template.Block) {
        template.steps.append(.block(template.blocks.count, end: 0))
        template.blocks.append(block)
    }

    /// The first line of words behind a block's opening line, unless the block ends there.
    private func firstContentLine(of block: TemplateTag, in lines: ArraySlice<TemplateLine>) -> TemplateLine?
    {
        guard let line = lines.first(where: { !$0.isBlank }) else { return nil }
        for token in line.tokens {
            guard case .tag(let tag) = token else { continue }
            if line.isStandalone, tag.kind == .close, file.bytes[tag.name] == file.bytes[block.name] {
                return nil
            }
            break
        }
        return line
    }

    private mutating func close(_ tag: TemplateTag) {
        guard let last = opened.last else {
            report.add(
                Diagnostic(
                    "template-syntax", .error, "`\(text(tag))` closes nothing: no section is open here",
                    at: SourceSpan(file: file, range: tag.range),
                    help: "take it out, or open the section with `{{#\(file.text(in: tag.name))}}`"))
            return
        }
        if file.bytes[last.tag.name] != file.bytes[tag.name] {
            report.add(
                Diagnostic(
                    "template-syntax", .error,
                    "`\(text(tag))` closes another tag's content: tags close in reverse order",
                    at: SourceSpan(file: file, range: tag.range), label: "closes here",
                    secondary: [Label(SourceSpan(file: file, range: last.tag.range), "still open")],
                    help: "close `\(text(last.tag))` first, with `{{/\(file.text(in: last.tag.name))}}`"))
            // Where the tag closes one that stands further out, the ones within were forgotten; else it is the stray.
            guard opened.contains(where: { file.bytes[$0.tag.name] == file.bytes[tag.name] }) else { return }
            while let inner = opened.last, file.bytes[inner.tag.name] != file.bytes[tag.name] { closeLast() }
        }
        closeLast()
    }

    private mutating func closeLast() {
        guard let last = opened.popLast() else { return }
        let end = template.steps.count
        dedent = last.dedent
        switch template.steps[last.step] {
        case .section(let path, _): template.steps[last.step] = .section(path, end: end)
        case .inverted(let path, _): template.steps[last.step] = .inverted(path, end: end)
        case .parent(let place, _):
            let start = template.arguments.count
            template.arguments.append(contentsOf: last.arguments)
            template.parents[place].arguments = start..<template.arguments.count
            template.steps[last.step] = .parent(place, end: end)
        case .block(let place, _):
            template.steps[last.step] = .block(place, end: end)
            if opened.last?.tag.kind == .parent {
                let argument = Template.Argument(
                    name: template.blocks[place].name, steps: last.step + 1..<end)
                opened[opened.count - 1].arguments.append(argument)
            }
        default: break
        }
    }

    private mutating func reportOpened() {
        while let last = opened.last {
            let name = file.text(in: last.tag.name)
            let end = file.bytes.count
            report.add(
                Diagnostic(
                    "template-syntax", .error, "`\(text(last.tag))` is never closed: it needs `{{/\(name)}}`",
                    at: SourceSpan(file: file, start: end, end: end), label: "the file ends here",
                    secondary: [Label(SourceSpan(file: file, range: last.tag.range), "opened here")],
                    help: "write `{{/\(name)}}` where its content ends"))
            closeLast()
        }
    }

    // MARK: - Names

    private mutating func addTarget(_ tag: TemplateTag) -> Int {
        template.targets.append(
            Template.Target(
                name: file.text(in: tag.name), span: SourceSpan(file: file, range: tag.name),
                path: tag.isDynamic ? readPath(tag.name) : nil,
                isUnconditional: !tag.isDynamic && opened.allSatisfy { $0.tag.range == tag.range }))
        return template.targets.count - 1
    }

    private mutating func readPath(_ range: Range<Int>) -> Template.Path {
        let name = file.text(in: range)
        template.readNames.insert(name)
        if name == "." { return Template.Path() }
        let keys = file.bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { TemplateKey(String(decoding: $0, as: UTF8.self)) }
        let start = template.keys.count
        template.keys += keys.dropFirst()
        return Template.Path(first: keys[0], rest: start..<template.keys.count)
    }

    private func text(_ tag: TemplateTag) -> String {
        file.text(in: tag.range)
    }
}

extension TemplateToken {
    fileprivate func isWithin(_ range: Range<Int>) -> Bool {
        if case .text(let text) = self { return text == range }
        return false
    }
}
