/// One rendering of one page: the values in hand, innermost last, and the bytes so far.
///
/// Templates that show each other without end are cut, so that a page always ends: at 64 templates inside one another,
/// at 256 sections, blocks and templates inside one another, and, where more than 16 templates are inside one another,
/// after 65,536 templates.
@safe struct TemplateRenderer: ~Copyable {
    private static let deepestTemplates = 64
    private static let deepestContent = 256
    private static let mostDeepTemplates = 65_536

    /// A template of the set, which outlives the rendering, with its steps, letters and keys where they stand.
    @safe private struct Place {
        let template: UnsafePointer<Template>
        let steps: UnsafeBufferPointer<Template.Step>
        let pool: UnsafeBufferPointer<UInt8>
        let keys: UnsafeBufferPointer<TemplateKey>
        let firstStep: Int

        init(_ template: UnsafePointer<Template>) {
            unsafe self.template = unsafe template
            unsafe steps = unsafe template.pointee.steps.withUnsafeBufferPointer { unsafe $0 }
            unsafe pool = unsafe template.pointee.pool.withUnsafeBufferPointer { unsafe $0 }
            unsafe keys = unsafe template.pointee.keys.withUnsafeBufferPointer { unsafe $0 }
            firstStep = unsafe template.pointee.firstStep
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

    private var output: TemplateOutput
    private let set: TemplateSet
    // The set's templates, or the same with texts filled in where nothing in hand hides them: steps have the same
    // places in both.
    private var templates: UnsafeBufferPointer<Template>
    private let unfilled: UnsafeBufferPointer<Template>
    private let filledKey: TemplateKey?
    // What the page's own values show.
    private let memory: MemoryInHand
    private var levels: TemplateLevels
    private var indentation: [UInt8] = []
    private var arguments: Arguments?
    private var templateDepth = 0
    private var contentDepth = 0
    private var deepTemplates = 0

    /// Appends the template at a place of the set, filled with a value, to `output`; `memory` is the one that the page's
    /// own values stand in.
    static func render(
        _ place: Int, of set: TemplateSet, _ value: TemplateValue, _ memory: TemplateMemory,
        into output: inout [UInt8]
    ) {
        memory.withContent { memory in
            unsafe withUnsafePointer(to: value) { value in
                unsafe render(place, of: set, ValueInHand(value), memory, into: &output)
            }
        }
    }

    private static func render(
        _ place: Int, of set: TemplateSet, _ value: ValueInHand, _ memory: MemoryInHand,
        into output: inout [UInt8]
    ) {
        let filling = set.filling(for: value, memory)
        unsafe set.templates.withUnsafeBufferPointer { templates in
            unsafe (filling?.templates ?? set.templates).withUnsafeBufferPointer { filled in
                TemplateOutput.write(to: &output) { written in
                    var renderer = unsafe TemplateRenderer(
                        set, templates, filled, filling?.key, value, memory, written)
                    renderer.render(place)
                    set.guesses.keep(renderer.levels.guessed)
                    return renderer.output
                }
            }
        }
    }

    private init(
        _ set: TemplateSet, _ templates: UnsafeBufferPointer<Template>,
        _ filled: UnsafeBufferPointer<Template>,
        _ filledKey: TemplateKey?, _ value: ValueInHand, _ memory: MemoryInHand,
        _ output: consuming TemplateOutput
    ) {
        levels = TemplateLevels(value, memory, set.guesses.take())
        self.memory = memory
        self.output = output
        self.set = set
        unsafe self.templates = unsafe filled
        unsafe unfilled = unsafe templates
        self.filledKey = filledKey
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
                if !indentation.isEmpty, output.isAtLineStart { output.append(indentation[...]) }
            case .value(let path):
                if let value = find(path, of: index, template) {
                    value.write(to: &output, from: memory, isEscaped: true)
                }
            case .unescapedValue(let path):
                if let value = find(path, of: index, template) {
                    value.write(to: &output, from: memory, isEscaped: false)
                }
            case .section(let path, let end):
                if let value = find(path, of: index, template), value.isTruthy {
                    renderSection(value, template, index..<end)
                }
                index = end
            case .inverted(let path, let end):
                if find(path, of: index, template)?.isTruthy != true { render(template, index..<end) }
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

    /// Renders steps about a value that is no empty one, or about each of its items.
    private mutating func renderSection(_ value: ValueInHand, _ template: Place, _ steps: Range<Int>) {
        if let items = value.items {
            for index in items {
                if let item = value.item(index, in: memory) { renderContent(item, template, steps) }
            }
        } else {
            renderContent(value, template, steps)
        }
    }

    /// Renders steps about a value.
    private mutating func renderContent(_ value: ValueInHand, _ template: Place, _ steps: Range<Int>) {
        let names = levels.enter(value)
        defer { levels.leave() }
        guard let filledKey, names[filledKey] != nil,
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
        if block.isStandalone, output.count > before.count, !output.isAtLineStart { output.append(0x0A) }
    }

    /// Renders the template that a tag asks for; where the tag has a line of its own, the template's lines go under
    /// that line's `spaces`, and under those that are in force.
    private mutating func show(
        _ target: Int, of template: Place, _ newArguments: Arguments?, under spaces: Range<Int>?
    ) {
        var place = unsafe template.template.pointee.targets[target].index
        if let path = unsafe template.template.pointee.targets[target].path {
            place = find(path, of: 0, template)?.name(in: memory).flatMap(set.place)
        }
        guard let place, templateDepth < Self.deepestTemplates, deepTemplates < Self.mostDeepTemplates else {
            return
        }
        if templateDepth > 16 { deepTemplates += 1 }
        let outer = arguments
        arguments = newArguments
        templateDepth += 1
        if indentation.isEmpty, spaces?.isEmpty ?? true {
            render(place)
        } else {
            let before = indentation
            indentation = spaces.map { unsafe before + template.pool[$0] } ?? []
            render(place)
            indentation = before
        }
        templateDepth -= 1
        arguments = outer
    }

    // MARK: - Values

    /// What a name that a step asks for stands for; see `TemplateLevels`.
    @inline(__always)
    private mutating func find(_ path: Template.Path, of step: Int, _ template: Place) -> ValueInHand? {
        unsafe levels.find(path, template.keys, for: template.firstStep &+ step)
    }

    // MARK: - Bytes

    private mutating func write(_ range: Range<Int>, of template: Place, startsLine: Bool) {
        if indentation.isEmpty {
            unsafe output.append(UnsafeBufferPointer(rebasing: template.pool[range]))
        } else {
            unsafe writeIndented(Array(template.pool[range])[...], startsLine: startsLine)
        }
    }

    /// Writes text with the indentation before each of its lines that is not empty.
    private mutating func writeIndented(_ text: ArraySlice<UInt8>, startsLine: Bool) {
        var isLineStart = startsLine && output.isAtLineStart
        var index = text.startIndex
        while index < text.endIndex {
            let end = text[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
            let isEmpty = text[index] == 0x0A || (text[index] == 0x0D && index + 2 == end)
            if isLineStart, !isEmpty { output.append(indentation[...]) }
            output.append(text[index..<end])
            isLineStart = true
            index = end
        }
    }
}
