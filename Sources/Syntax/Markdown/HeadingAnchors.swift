/// The names under which a text's headings can be linked, in the order of the headings.
///
/// A name is the heading's letters and digits in lower case, in any script, with hyphens between words. A name that
/// was taken before gets a number, so that none occurs twice in one text.
struct HeadingAnchors {
    private(set) var names: [String] = []
    private var taken: Set<String> = []
    private var lastNumbers: [String: Int] = [:]

    init() {}

    /// Reads the headings of a whole text; paragraphs are not looked into.
    init(in root: MarkdownNode) {
        var search = HeadingSearch()
        search.walk(root)
        for heading in search.headings { add(MarkdownPlainText.line(of: heading)) }
    }

    func contains(_ name: String) -> Bool {
        taken.contains(name)
    }

    private mutating func add(_ heading: String) {
        let slug = Self.slug(heading)
        var name = slug
        while !taken.insert(name).inserted {
            lastNumbers[slug, default: 1] += 1
            name = "\(slug)-\(lastNumbers[slug, default: 1])"
        }
        names.append(name)
    }

    private static func slug(_ heading: String) -> String {
        var slug = ""
        var isBetweenWords = false
        for scalar in heading.unicodeScalars {
            guard scalar.isWordPart else {
                isBetweenWords = true
                continue
            }
            if isBetweenWords, !slug.isEmpty { slug += "-" }
            isBetweenWords = false
            slug += scalar.properties.lowercaseMapping
        }
        return slug.isEmpty ? "section" : slug
    }
}

private struct HeadingSearch: MarkdownWalker {
    var headings: [MarkdownNode] = []

    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) -> Bool {
        switch kind {
        case .heading:
            headings.append(node)
            return false
        case .quote, .list, .item, .footnote: return true
        default: return false
        }
    }

    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) {}
}

extension Unicode.Scalar {
    /// Letters, digits and the marks that belong to them.
    fileprivate var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0..<0x80: return false
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber: return true
        default: return properties.isAlphabetic
        }
    }
}
