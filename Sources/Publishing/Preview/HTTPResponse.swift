/// What the preview answers: a status, fields and a body.
struct HTTPResponse: Sendable {
    enum Status: Int, Sendable {
        case ok = 200
        case partialContent = 206
        case movedPermanently = 301
        case notModified = 304
        case badRequest = 400
        case notFound = 404
        case methodNotAllowed = 405
        case preconditionFailed = 412
        case rangeNotSatisfiable = 416
        case misdirected = 421
        case headTooLarge = 431
        case unavailable = 503

        var reason: String {
            switch self {
            case .ok: "OK"
            case .partialContent: "Partial Content"
            case .movedPermanently: "Moved Permanently"
            case .notModified: "Not Modified"
            case .badRequest: "Bad Request"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .preconditionFailed: "Precondition Failed"
            case .rangeNotSatisfiable: "Range Not Satisfiable"
            case .misdirected: "Misdirected Request"
            case .headTooLarge: "Request Header Fields Too Large"
            case .unavailable: "Service Unavailable"
            }
        }
    }

    var status: Status
    private(set) var fields: [(name: String, value: String)] = []
    var body: [UInt8]

    init(_ status: Status, body: [UInt8] = []) {
        self.status = status
        self.body = body
    }

    /// A few words as a page of plain text.
    init(_ status: Status, text: String) {
        self.init(status, body: Array((text + "\n").utf8))
        set("Content-Type", "text/plain; charset=utf-8")
    }

    mutating func set(_ name: String, _ value: String) {
        fields.removeAll { $0.name == name }
        fields.append((name, value))
    }

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The bytes to send; for HEAD the same head without the body (RFC 9110, section 9.3.2).
    func bytes(isHead: Bool, keepsConnection: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if status != .notModified { head += "Content-Length: \(body.count)\r\n" }
        head += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
        return Array(head.utf8) + (isHead || status == .notModified ? [] : body)
    }
}
