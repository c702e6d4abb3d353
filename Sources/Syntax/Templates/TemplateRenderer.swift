/// One rendering of one page: the values in hand, innermost last, and the bytes so far.
///
/// Templates that show each other without end are cut, so that a page always ends: at 64 templates inside one another,
/// at 256 sections, blocks and templates inside one another, and, where more than 16 templates are inside one another,
/// after 65,536 templates.
struct TemplateRenderer {
    private static let deepestTemplates = 64
    private static let deepestContent = 256
    private static let mostDeepTemplates = 65_536

    /// The arguments of one parent tag, and those that were in force around it.
    private final class Arguments {
        let template: Int
        let range: Range<Int>
        let outer: Arguments?

        init(template: Int, range: Range<Int>, outer: Arguments?) {
            self.template = template
            self.range = range
            self.outer = outer
        }
    }

    var output: [UInt8] = []
    private let set: TemplateSet
    private var values: [TemplateValue]
    private var indentation: [UInt8] = []
    private var arguments: Arguments?
    private var templateDepth = 0
    private var contentDepth = 0
    private var deepTemplates = 0
    private var start = 0

    init(set: TemplateSet, value: TemplateValue) {
        self.set = set
        values = [value]
        values.reserveCapacity(16)
    }

    mutating func render(_ template: Template) {
        start = output.count
        render(template, template.steps.indices)
    }

    private mutating func render(_ template: borrowing Template, _ steps: Range<Int>) {
        guard contentDepth < Self.deepestContent else { return }
        contentDepth += 1
        var index = steps.lowerBound
        while index < steps.upperBound {
            let step = template.steps[index]
            index += 1
            switch step {
            case .text(let range, let startsLine):
                if indentation.isEmpty {
                    output.append(contentsOf: template.pool[range])
                } else {
                    writeIndented(template.pool[range], startsLine: startsLine)
                }
            case .lineStart:
                if !indentation.isEmpty, isAtLineStart { output.append(contentsOf: indentation) }
            case .value(let path):
                write(find(path, template), escaped: true)
            case .unescapedValue(let path):
                write(find(path, template), escaped: false)
            case .section(let path, let end):
                renderSection(find(path, template), template, index..<end)
                index = end
            case .inverted(let path, let end):
                if !find(path, template).isTruthy { render(template, index..<end) }
                index = end
            case .partial(let target, let indentation, let isStandalone):
                show(target, of: template, arguments, under: isStandalone ? template.pool[indentation] : nil)
            case .parent(let target, let indentation, let isStandalone, let range, let end):
                var arguments = arguments
                if !range.isEmpty, let place = set.place(of: template.name) {
                    arguments = Arguments(template: place, range: range, outer: arguments)
                }
                show(target, of: template, arguments, under: isStandalone ? template.pool[indentation] : nil)
                index = end
            case .block(let name, let indentation, let isStandalone, let end):
                renderBlock(name, template, index..<end, under: indentation, isStandalone: isStandalone)
                index = end
            }
        }
        contentDepth -= 1
    }

    // MARK: - Content

    private mutating func renderSection(
        _ value: TemplateValue, _ template: borrowing Template, _ steps: Range<Int>
    ) {
        switch value {
        case .list(let items):
            for item in items {
                values.append(item)
                render(template, steps)
                values.removeLast()
            }
        default:
            guard value.isTruthy else { return }
            values.append(value)
            render(template, steps)
            values.removeLast()
        }
    }

    private mutating func renderBlock(
        _ name: TemplateKey, _ template: borrowing Template, _ steps: Range<Int>, under spaces: Range<Int>,
        isStandalone: Bool
    ) {
        // The argument that was given furthest out counts, and is read with what was in force around it.
        var found: (arguments: Arguments, steps: Range<Int>)?
        var next = arguments
        while let arguments = next {
            for argument in set.templates[arguments.template].arguments[arguments.range]
            where argument.name == name {
                found = (arguments, argument.steps)
            }
            next = arguments.outer
        }
        guard let found else { return render(template, steps) }
        let before = (indentation: indentation, arguments: arguments, count: output.count)
        indentation += template.pool[spaces]
        arguments = found.arguments.outer
        render(set.templates[found.arguments.template], found.steps)
        indentation = before.indentation
        arguments = before.arguments
        // A block that has lines of its own ends its line, whether or not its argument did.
        if isStandalone, output.count > before.count, output.last != 0x0A { output.append(0x0A) }
    }

    /// Renders the template that a tag asks for; where the tag has a line of its own, the template's lines go under
    /// that line's `spaces`, and under those that are in force.
    private mutating func show(
        _ target: Int, of template: borrowing Template, _ newArguments: Arguments?,
        under spaces: ArraySlice<UInt8>?
    ) {
        let target = template.targets[target]
        var place = target.index
        if let path = target.path {
            switch find(path, template) {
            case .text(let name): place = set.place(of: name)
            case .bytes(let name): place = set.place(of: String(decoding: name, as: UTF8.self))
            default: place = nil
            }
        }
        guard let place, templateDepth < Self.deepestTemplates, deepTemplates < Self.mostDeepTemplates else {
            return
        }
        if templateDepth > 16 { deepTemplates += 1 }
        let before = (indentation: indentation, arguments: arguments)
        if let spaces { indentation += spaces } else { indentation = [] }
        arguments = newArguments
        templateDepth += 1
        let shown = set.templates[place]
        render(shown, shown.steps.indices)
        templateDepth -= 1
        indentation = before.indentation
        arguments = before.arguments
    }

    // MARK: - Values

    private func find(_ path: Template.Path, _ template: borrowing Template) -> TemplateValue {
        guard let first = path.first else { return values[values.count - 1] }
        var index = values.count - 1
        while index >= 0 {
            if case .object(let object) = values[index], let value = object[first] {
                return path.rest.isEmpty ? value : member(path.rest, of: value, template)
            }
            index -= 1
        }
        return .null
    }

    private func member(_ keys: Range<Int>, of value: TemplateValue, _ template: borrowing Template)
        -> TemplateValue
    {
        var value = value
        for index in keys {
            guard case .object(let object) = value, let inner = object[template.keys[index]] else {
                return .null
            }
            value = inner
        }
        return value
    }

    // MARK: - Bytes

    private var isAtLineStart: Bool {
        output.count == start || output[output.count - 1] == 0x0A
    }

    private mutating func write(_ value: TemplateValue, escaped: Bool) {
        switch value {
        case .null, .list, .object: break
        case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .int(let number): output.append(contentsOf: String(number).utf8)
        case .text(let text):
            if escaped { HTMLText.append(text, to: &output) } else { output.append(contentsOf: text.utf8) }
        case .bytes(let text):
            if escaped { HTMLText.append(text, to: &output) } else { output.append(contentsOf: text) }
        case .html(let html): output.append(contentsOf: html)
        }
    }

    /// Writes text with the indentation before each of its lines that is not empty.
    private mutating func writeIndented(_ text: ArraySlice<UInt8>, startsLine: Bool) {
        var isLineStart = startsLine && isAtLineStart
        var index = text.startIndex
        while index < text.endIndex {
            let end = text[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
            let isEmpty = text[index] == 0x0A || (text[index] == 0x0D && index + 2 == end)
            if isLineStart, !isEmpty { output.append(contentsOf: indentation) }
            output.append(contentsOf: text[index..<end])
            isLineStart = true
            index = end
        }
    }
}
