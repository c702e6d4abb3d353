// Texts that stand in templates by their names, written in before any page is made.
extension Template {
    /// The template with the texts that `texts` has under `key` in the place of the tags that name them, joined with the
    /// words around them. Each step keeps its place; those that were joined are passed over.
    func filled(_ key: TemplateKey, from texts: TemplateTable) -> Template {
        var filled = self
        let bounds = bounds
        var place = 0
        while place < steps.count {
            guard let (first, startsLine) = words(at: place, key, texts) else {
                place += 1
                continue
            }
            var words = Array(first)
            var next = place + 1
            while next < steps.count, !bounds[next],
                case (let more, false)? = self.words(at: next, key, texts)
            {
                words += more
                next += 1
            }
            let start = filled.pool.count
            filled.pool += words
            filled.steps[place] = .text(start..<filled.pool.count, startsLine: startsLine, next: next)
            place = next
        }
        return filled
    }

    /// Where the content of a section, a block or an argument begins or ends, so that rendering may begin or end there.
    private var bounds: [Bool] {
        var bounds = [Bool](repeating: false, count: steps.count + 1)
        for (place, step) in steps.enumerated() {
            switch step {
            case .section(_, let end), .inverted(_, let end), .parent(_, let end), .block(_, let end):
                bounds[place + 1] = true
                bounds[end] = true
            case .text, .lineStart, .value, .unescapedValue, .partial: break
            }
        }
        for argument in arguments {
            bounds[argument.steps.lowerBound] = true
            bounds[argument.steps.upperBound] = true
        }
        return bounds
    }

    /// What a step writes on every page, and whether it begins a line; nil for a step that is no text of one line.
    private func words(
        at place: Int, _ key: TemplateKey, _ texts: TemplateTable
    ) -> (ArraySlice<UInt8>, startsLine: Bool)? {
        let value: TemplateValue?
        var isEscaped = false
        switch steps[place] {
        case .text(let range, let startsLine, _): return (pool[range], startsLine)
        case .value(let path):
            value = text(path, key, texts)
            isEscaped = true
        case .unescapedValue(let path): value = text(path, key, texts)
        default: return nil
        }
        var bytes: [UInt8] = []
        switch value {
        case .html(let html): bytes = html
        case .text(let text) where isEscaped: HTMLText.append(text, to: &bytes)
        case .text(let text): bytes = Array(text.utf8)
        default: return nil
        }
        // Lines of a value are not indented, and those of a template are.
        return bytes.contains(0x0A) ? nil : (bytes[...], false)
    }

    private func text(_ path: Path, _ key: TemplateKey, _ texts: TemplateTable) -> TemplateValue? {
        guard path.first == key, !path.rest.isEmpty else { return nil }
        var value = TemplateValue.table(texts)
        for place in path.rest {
            switch value {
            case .table(let table): value = table[keys[place]] ?? .null
            case .object(let object): value = object[keys[place]] ?? .null
            default: return nil
            }
        }
        return value
    }
}
