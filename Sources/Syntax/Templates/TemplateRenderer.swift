/// One rendering of one page: the values in hand, innermost last, and the bytes so far.
///
/// Templates that show each other without end are cut, so that a page always ends: at 64 templates inside one another,
/// at 256 sections, blocks and templates inside one another, and, where more than 16 templates are inside one another,
/// after 65,536 templates.
@safe struct TemplateRenderer {
    private static let deepestTemplates = 64
    private static let deepestContent = 256
    private static let mostDeepTemplates = 65_536

    /// A template of the set, which outlives the rendering, with its steps, letters and keys where they stand.
    @safe private struct Place {
        let template: UnsafePointer<Template>
        let steps: UnsafeBufferPointer<Template.Step>
        let pool: UnsafeBufferPointer<UInt8>
        let keys: UnsafeBufferPointer<TemplateKey>

        init(_ template: UnsafePointer<Template>) {
            unsafe self.template = unsafe template
            unsafe steps = unsafe template.pointee.steps.withUnsafeBufferPointer { unsafe $0 }
            unsafe pool = unsafe template.pointee.pool.withUnsafeBufferPointer { unsafe $0 }
            unsafe keys = unsafe template.pointee.keys.withUnsafeBufferPointer { unsafe $0 }
        }
    }

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

    /// A value that a section entered, with one bit for each of its keys: most names that it does not have are told by
    /// them.
    private struct Level {
        let value: ValueInHand
        let bits: UInt64
    }

    var output: [UInt8] = []
    private let set: TemplateSet
    // The set's templates, or the same with texts filled in where nothing in hand hides them: steps have the same
    // places in both.
    private var templates: UnsafeBufferPointer<Template>
    private let unfilled: UnsafeBufferPointer<Template>
    private let filledKey: TemplateKey?
    private var levels: [Level] = []
    private var indentation: [UInt8] = []
    private var arguments: Arguments?
    private var templateDepth = 0
    private var contentDepth = 0
    private var deepTemplates = 0
    private var start = 0

    /// Appends the template at a place of the set, filled with a value, to `output`.
    static func render(
        _ place: Int, of set: TemplateSet, _ value: TemplateValue, into output: inout [UInt8]
    ) {
        let filling = set.filling(for: value)
        unsafe set.templates.withUnsafeBufferPointer { templates in
            unsafe (filling?.templates ?? set.templates).withUnsafeBufferPointer { filled in
                unsafe withUnsafePointer(to: value) { value in
                    var renderer = unsafe TemplateRenderer(set, templates, filled, filling?.key)
                    swap(&output, &renderer.output)
                    renderer.start = renderer.output.count
                    unsafe renderer.enter(ValueInHand(value))
                    renderer.render(place)
                    swap(&output, &renderer.output)
                }
            }
        }
    }

    private init(
        _ set: TemplateSet, _ templates: UnsafeBufferPointer<Template>,
        _ filled: UnsafeBufferPointer<Template>,
        _ filledKey: TemplateKey?
    ) {
        self.set = set
        unsafe self.templates = unsafe filled
        unsafe unfilled = unsafe templates
        self.filledKey = filledKey
        levels.reserveCapacity(16)
    }

    private mutating func render(_ place: Int) {
        guard unsafe templates.indices.contains(place), let first = unsafe templates.baseAddress else {
            return
        }
        let template = unsafe Place(first + place)
        render(template, unsafe template.steps.indices)
    }

    private mutating func render(_ template: Place, _ steps: Range<Int>) {
        guard contentDepth < Self.deepestContent else { return }
        contentDepth += 1
        var index = steps.lowerBound
        while index < steps.upperBound {
            let step = unsafe template.steps[index]
            index += 1
            switch step {
            case .text(let range, let startsLine, let next):
                write(range, of: template, startsLine: startsLine)
                index = next
            case .lineStart:
                if !indentation.isEmpty, isAtLineStart { output.append(contentsOf: indentation) }
            case .value(let path):
                if let value = find(path, template) { write(value, escaped: true) }
            case .unescapedValue(let path):
                if let value = find(path, template) { write(value, escaped: false) }
            case .section(let path, let end):
                if let value = find(path, template) {
                    renderSection(value, template, index..<end)
                }
                index = end
            case .inverted(let path, let end):
                if find(path, template)?.isTruthy != true { render(template, index..<end) }
                index = end
            case .partial(let target, let indentation, let isStandalone):
                show(target, of: template, arguments, under: isStandalone ? indentation : nil)
            case .parent(let place, let end):
                let parent = unsafe template.template.pointee.parents[place]
                var arguments = arguments
                if !parent.arguments.isEmpty,
                    let place = unsafe set.place(of: template.template.pointee.name)
                {
                    arguments = Arguments(template: place, range: parent.arguments, outer: arguments)
                }
                show(
                    parent.target, of: template, arguments,
                    under: parent.isStandalone ? parent.indentation : nil)
                index = end
            case .block(let place, let end):
                unsafe renderBlock(template.template.pointee.blocks[place], template, index..<end)
                index = end
            }
        }
        contentDepth -= 1
    }

    // MARK: - Content

    private mutating func enter(_ value: ValueInHand) {
        levels.append(Level(value: value, bits: value.bits))
    }

    private mutating func renderSection(_ value: ValueInHand, _ template: Place, _ steps: Range<Int>) {
        if let items = value.items {
            for index in items {
                if let item = value.item(index) { renderContent(item, template, steps) }
            }
        } else if value.isTruthy {
            renderContent(value, template, steps)
        }
    }

    /// Renders steps about a value.
    private mutating func renderContent(_ value: ValueInHand, _ template: Place, _ steps: Range<Int>) {
        enter(value)
        defer { levels.removeLast() }
        guard let filledKey, levels[levels.count - 1].bits & filledKey.bit != 0, value[filledKey] != nil,
            let filled = unsafe templates.baseAddress, let first = unsafe unfilled.baseAddress
        else {
            return render(template, steps)
        }
        // The value has a meaning of its own for the name whose texts were filled in.
        let before = unsafe templates
        unsafe templates = unsafe unfilled
        unsafe render(Place(first + (template.template - filled)), steps)
        unsafe templates = unsafe before
    }

    private mutating func renderBlock(
        _ block: Template.Block, _ template: Place, _ steps: Range<Int>
    ) {
        // The argument that was given furthest out counts, and is read with what was in force around it.
        var found: (arguments: Arguments, steps: Range<Int>)?
        var next = arguments
        while let arguments = next {
            for argument in unsafe templates[arguments.template].arguments[arguments.range]
            where argument.name == block.name {
                found = (arguments, argument.steps)
            }
            next = arguments.outer
        }
        guard let found, let first = unsafe templates.baseAddress else {
            return render(template, steps)
        }
        let before = (indentation: indentation, arguments: arguments, count: output.count)
        unsafe indentation += template.pool[block.indentation]
        arguments = found.arguments.outer
        unsafe render(Place(first + found.arguments.template), found.steps)
        indentation = before.indentation
        arguments = before.arguments
        // A block that has lines of its own ends its line, whether or not its argument did.
        if block.isStandalone, output.count > before.count, output.last != 0x0A { output.append(0x0A) }
    }

    /// Renders the template that a tag asks for; where the tag has a line of its own, the template's lines go under
    /// that line's `spaces`, and under those that are in force.
    private mutating func show(
        _ target: Int, of template: Place, _ newArguments: Arguments?, under spaces: Range<Int>?
    ) {
        var place = unsafe template.template.pointee.targets[target].index
        if let path = unsafe template.template.pointee.targets[target].path {
            place = find(path, template)?.name.flatMap(set.place)
        }
        guard let place, templateDepth < Self.deepestTemplates, deepTemplates < Self.mostDeepTemplates else {
            return
        }
        if templateDepth > 16 { deepTemplates += 1 }
        let before = (indentation: indentation, arguments: arguments)
        if let spaces { unsafe indentation += template.pool[spaces] } else { indentation = [] }
        arguments = newArguments
        templateDepth += 1
        render(place)
        templateDepth -= 1
        indentation = before.indentation
        arguments = before.arguments
    }

    // MARK: - Values

    /// What a dotted name stands for; nil where no value in hand has its first name.
    ///
    /// Mutating, since anything else would be handed a copy of the whole renderer.
    private mutating func find(_ path: Template.Path, _ template: Place) -> ValueInHand? {
        guard let first = path.first else { return levels[levels.count - 1].value }
        var index = levels.count - 1
        while index >= 0 {
            if levels[index].bits & first.bit != 0, var value = levels[index].value[first] {
                for place in path.rest {
                    guard let inner = unsafe value[template.keys[place]] else { return nil }
                    value = inner
                }
                return value
            }
            index -= 1
        }
        return nil
    }

    // MARK: - Bytes

    private var isAtLineStart: Bool {
        output.count == start || output[output.count - 1] == 0x0A
    }

    private mutating func write(_ range: Range<Int>, of template: Place, startsLine: Bool) {
        if indentation.isEmpty {
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: template.pool[range]))
        } else {
            unsafe writeIndented(Array(template.pool[range])[...], startsLine: startsLine)
        }
    }

    private mutating func write(_ value: ValueInHand, escaped: Bool) {
        if let html = unsafe value.html { return unsafe output.append(contentsOf: html) }
        switch unsafe value.value.pointee {
        case .null, .list, .object, .table: break
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
