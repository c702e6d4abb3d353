/// A page of the site as the preview shows it: with the script that reloads it, and with a policy that lets it.
///
/// The files of the site itself are never changed.
struct PreviewPage {
    /// The page's bytes to send.
    let bytes: [UInt8]
    /// The policy to send as a field; nil where the page has none.
    let policy: String?

    private static let meta = Array("<meta http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    private static let headEnd = Array("</head>".utf8)

    /// `root` is where the preview's own files stand: `/.aboveboard/`.
    init(_ page: [UInt8], root: String) {
        var page = page
        var policy: String?
        // A policy in the page and one in a field both count, so the page's own has to go.
        if let start = Self.place(of: Self.meta, in: page) {
            let content = page[(start + Self.meta.count)...]
            if let quote = content.firstIndex(of: UInt8(ascii: "\"")),
                let close = page[quote...].firstIndex(of: UInt8(ascii: ">"))
            {
                let text = Self.unescaped(String(decoding: content[..<quote], as: UTF8.self))
                policy = ContentPolicy(text).forPreview.text
                page.removeSubrange(start...close)
            }
        }
        let addition = Array(
            "<link rel=\"stylesheet\" href=\"\(root)preview.css\"><script defer src=\"\(root)preview.js\"></script>"
                .utf8)
        page.insert(contentsOf: addition, at: Self.place(of: Self.headEnd, in: page) ?? page.count)
        bytes = page
        self.policy = policy
    }

    private static func place(of words: [UInt8], in page: [UInt8]) -> Int? {
        guard page.count >= words.count else { return nil }
        var start = page.startIndex
        while let found = page[start...].firstIndex(of: words[0]), found + words.count <= page.count {
            if page[found..<found + words.count].elementsEqual(words) { return found }
            start = found + 1
        }
        return nil
    }

    /// The references that our own pages write into attributes.
    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        let names: [(String, Character)] = [
            ("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
        ]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            if let (name, character) = names.first(where: { rest.hasPrefix($0.0) }) {
                result.append(character)
                rest = rest.dropFirst(name.count)
            } else {
                result.append("&")
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
