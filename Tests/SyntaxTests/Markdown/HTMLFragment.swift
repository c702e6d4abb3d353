/// What stands in a fragment of HTML, read by a scanner that knows nothing of how it was written.
struct HTMLFragment {
    static let ourAttributes: Set<String> = [
        "id", "class", "href", "rel", "title", "role", "tabindex", "aria-label", "scope", "start", "dir",
    ]

    private(set) var elements: Set<String> = []
    private(set) var attributes: Set<String> = []
    private(set) var ids: [String] = []
    private(set) var isBalanced = true
    private(set) var deepest = 0
    private(set) var deepestLink = 0

    init(_ text: String) {
        var open: [Substring] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            let isEnd = rest.first == "/"
            if isEnd { rest.removeFirst() }
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            rest = rest.dropFirst(name.count)
            elements.insert(String(name))
            readAttributes(&rest)
            if isEnd {
                if open.popLast() != name { isBalanced = false }
            } else if name != "br" && name != "hr" {
                open.append(name)
            }
            deepest = max(deepest, open.count)
            deepestLink = max(deepestLink, open.count { $0 == "a" })
        }
        if !open.isEmpty { isBalanced = false }
    }

    private mutating func readAttributes(_ rest: inout Substring) {
        while rest.first == " " {
            rest.removeFirst()
            let name = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(name.count + 1)
            guard rest.first == "\"" else {
                isBalanced = false
                return
            }
            rest.removeFirst()
            let value = rest.prefix { $0 != "\"" }
            if value.contains("<") { isBalanced = false }
            rest = rest.dropFirst(value.count + 1)
            attributes.insert(String(name))
            if name == "id" { ids.append(String(value)) }
        }
        if rest.first == ">" { rest.removeFirst() } else { isBalanced = false }
    }
}
