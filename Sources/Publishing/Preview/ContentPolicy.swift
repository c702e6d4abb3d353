/// A page's Content-Security-Policy, widened by just what the preview adds to the page: a script, a style sheet and a
/// connection, all of the preview's own address.
struct ContentPolicy: Sendable, Equatable {
    private var directives: [(name: String, sources: [String])] = []

    init(_ text: String) {
        for part in text.split(separator: ";") {
            let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }).map(String.init)
            guard let name = words.first?.lowercased(), !directives.contains(where: { $0.name == name })
            else {
                continue
            }
            directives.append((name, Array(words.dropFirst())))
        }
    }

    /// The policy with `'self'` allowed where the preview needs it.
    var forPreview: ContentPolicy {
        var policy = self
        for name in ["script-src", "style-src", "connect-src"] { policy.allowOwn(name) }
        return policy
    }

    private mutating func allowOwn(_ name: String) {
        let index: Int
        if let own = directives.firstIndex(where: { $0.name == name }) {
            index = own
        } else if let fallback = directives.first(where: { $0.name == "default-src" }) {
            directives.append((name, fallback.sources))
            index = directives.count - 1
        } else {
            return
        }
        directives[index].sources.removeAll { $0.lowercased() == "'none'" }
        if !directives[index].sources.contains("'self'") { directives[index].sources.append("'self'") }
    }

    var text: String {
        directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
    }

    static func == (left: ContentPolicy, right: ContentPolicy) -> Bool { left.text == right.text }
}
