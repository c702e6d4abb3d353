import Diagnostics

/// All templates of a theme, compiled together so that every partial and parent is found before a page is rendered.
package struct TemplateSet: Sendable {
    /// The templates for pages that have the same texts under a key.
    struct Filling: Sendable {
        let key: TemplateKey
        let texts: TemplateTable
        let templates: [Template]
    }

    let templates: [Template]
    /// Where pages found the names that steps ask for.
    let guesses: TemplateGuesses
    private let places: [String: Int]
    private var fillings: [Filling] = []

    /// Compiles every template and tells what is wrong with them.
    ///
    /// A source's key is what tags call it: `incident` for `incident.mustache`, `parts/header` for a file in a folder.
    /// Findings are `template-syntax` for tags that do not fit together, `template-missing` for a partial or parent
    /// that no source has, and `template-loop` for templates that show each other whatever the data says. Even with
    /// findings the set renders: what is missing, and what would never end, is empty.
    package init(sources: [String: SourceFile], into report: inout Report) {
        var templates: [Template] = []
        for (name, file) in sources.sorted(by: { $0.key < $1.key }) {
            templates.append(TemplateCompiler.compile(name, file, into: &report))
        }
        places = Dictionary(uniqueKeysWithValues: templates.enumerated().map { ($1.name, $0) })
        for index in templates.indices {
            for target in templates[index].targets.indices {
                templates[index].targets[target].index = places[templates[index].targets[target].name]
                Self.reportMissing(templates[index].targets[target], among: places.keys, into: &report)
            }
        }
        Self.cutLoops(in: &templates, into: &report)
        var stepCount = 0
        for index in templates.indices {
            templates[index].firstStep = stepCount
            stepCount += templates[index].steps.count
        }
        guesses = TemplateGuesses(stepCount: stepCount)
        self.templates = templates
    }

    /// Every template's name in the order of its letters.
    package var names: [String] { templates.map(\.name) }

    /// The dotted names that a template's own tags read, in the order of their letters; those of its partials and
    /// parents are theirs. Empty where there is no such template.
    package func keys(of name: String) -> [String] {
        place(of: name).map { templates[$0].readNames.sorted() } ?? []
    }

    /// The partials and parents that a template's own tags ask for by name, in the order of their letters.
    package func references(of name: String) -> [String] {
        guard let place = place(of: name) else { return [] }
        return Set(templates[place].targets.filter { $0.path == nil }.map(\.name)).sorted()
    }

    /// Appends a page to `output`; answers `false`, and appends nothing, where there is no such template. `memory` is the
    /// one that the page's values stand in.
    package func render(
        _ name: String, _ object: TemplateObject, _ memory: TemplateMemory? = nil, into output: inout [UInt8]
    ) -> Bool {
        render(name, .object(object), memory, into: &output)
    }

    /// Appends a page about any value, which `{{.}}` names, to `output`; answers `false`, and appends nothing, where
    /// there is no such template.
    package func render(
        _ name: String, _ value: TemplateValue, _ memory: TemplateMemory? = nil, into output: inout [UInt8]
    ) -> Bool {
        guard let place = place(of: name) else { return false }
        TemplateRenderer.render(place, of: self, value, memory ?? TemplateMemory(), into: &output)
        return true
    }

    func place(of name: String) -> Int? {
        places[name]
    }

    // MARK: - Texts that many pages share

    /// Writes texts into the templates beforehand, for all pages that have this very table under this key: they come out
    /// as they would otherwise, in less time.
    package mutating func fill(_ key: TemplateKey, with texts: TemplateTable) {
        let filled = templates.map { $0.filled(key, from: texts) }
        fillings.append(Filling(key: key, texts: texts, templates: filled))
    }

    /// The templates that were made for a page's texts.
    func filling(for value: ValueInHand, _ memory: MemoryInHand) -> Filling? {
        let names = value.names(in: memory)
        return fillings.first { names[$0.key]?.table === $0.texts }
    }

    // MARK: - Findings

    private static func reportMissing(
        _ target: Template.Target, among names: some Collection<String>, into report: inout Report
    ) {
        guard target.index == nil, target.path == nil else { return }
        let near = NearMiss.nearest(to: target.name, among: names.sorted())
        report.add(
            Diagnostic(
                "template-missing", .error,
                "`\(target.name)` is not among the templates: a partial or parent is a file",
                at: target.span,
                help: near.map { "did you mean `\($0)`?" }
                    ?? "add `\(target.name).mustache` to the templates",
                fixes: near.map { [Fix("write `\($0)`", edits: [.init(target.span, $0)], isSafe: false)] }
                    ?? []))
    }

    /// Takes out every reference that would show a template inside itself whatever the data says.
    private static func cutLoops(in templates: inout [Template], into report: inout Report) {
        // Done once every template that it leads to is done; a template on the way that is met again closes a loop.
        var isDone = Array(repeating: false, count: templates.count)
        var isOnTheWay = isDone
        func follow(_ place: Int) {
            isOnTheWay[place] = true
            for number in templates[place].targets.indices {
                let target = templates[place].targets[number]
                guard target.isUnconditional, let next = target.index else { continue }
                if isOnTheWay[next] {
                    templates[place].targets[number].index = nil
                    report.add(
                        Diagnostic(
                            "template-loop", .error, "`\(target.name)` shows itself without end",
                            at: target.span,
                            help: "put the tag into a section, so that the data says where it ends"))
                } else if !isDone[next] {
                    follow(next)
                }
            }
            isOnTheWay[place] = false
            isDone[place] = true
        }
        for place in templates.indices where !isDone[place] { follow(place) }
    }
}
