/// The head of one HTTP/1.1 request (RFC 9112, section 3): what a preview needs to know of it.
struct HTTPRequest: Sendable, Equatable {
    /// More bytes than this of request line and fields are refused.
    static let longestHead = 16_384

    let method: String
    /// The path and query as they were sent, `/` first.
    let target: String
    let isVersion10: Bool
    private let fields: [(name: String, value: String)]

    /// Nil where the bytes up to the empty line are no request that a browser would send.
    init?(head: [UInt8]) {
        guard let text = String(validating: head, as: UTF8.self) else { return nil }
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        guard let line = lines.popFirst() else { return nil }
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            words[1].utf8.first == UInt8(ascii: "/"), words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0"
        else { return nil }
        method = String(words[0])
        target = String(words[1])
        isVersion10 = words[2] == "HTTP/1.0"
        var fields: [(name: String, value: String)] = []
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
            var value = line[line.index(after: colon)...]
            while let first = value.first, first == " " || first == "\t" { value.removeFirst() }
            while let last = value.last, last == " " || last == "\t" { value.removeLast() }
            fields.append((line[..<colon].lowercased(), String(value)))
        }
        self.fields = fields
    }

    /// The value of a field by its name in small letters; nil where it was not sent.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Whether the browser means to send another request on the same connection.
    var keepsConnection: Bool {
        let wish = self["connection"]?.lowercased()
        return isVersion10 ? wish == "keep-alive" : wish != "close"
    }

    /// Whether a body follows, which nothing here reads.
    var hasBody: Bool {
        self["transfer-encoding"] != nil || (self["content-length"].map { $0 != "0" } ?? false)
    }

    static func == (left: HTTPRequest, right: HTTPRequest) -> Bool {
        left.method == right.method && left.target == right.target
            && left.isVersion10 == right.isVersion10
            && left.fields.elementsEqual(right.fields) { $0 == $1 }
    }
}
