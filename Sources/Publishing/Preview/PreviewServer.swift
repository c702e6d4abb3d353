import Diagnostics
import Synchronization
import Syntax
import System

/// Serves the preview to browsers of this machine: HTTP/1.1 over one thread a connection.
///
/// It is no server for readers: it knows one site, answers GET and HEAD alone, and gives up on whoever is slow.
package final class PreviewServer: Sendable {
    /// Beyond this many at once a connection is told to come back.
    private static let mostConnections = 128
    /// A connection on which nothing is asked for is closed after this many seconds.
    private static let patience = 20

    private let socket: ListeningSocket
    private let files: PreviewFiles
    private let state: PreviewState
    private let connections = Atomic<Int>(0)

    init(_ socket: consuming ListeningSocket, files: PreviewFiles, state: PreviewState) {
        self.socket = socket
        self.files = files
        self.state = state
    }

    package var port: UInt16 { socket.port }

    /// The site's address in this preview.
    package var address: String {
        let host = socket.host.contains(":") ? "[\(socket.host)]" : socket.host
        return "http://\(host):\(socket.port)\(files.basePath)"
    }

    private var isLoopback: Bool { socket.host.hasPrefix("127.") || socket.host == "::1" }

    /// Answers browsers until the process ends.
    package func run() {
        while true {
            guard let connection = socket.accept() else {
                // Descriptors ran out: those that wait are served before the next one is taken.
                _ = state.wait(after: state.rings, seconds: 1)
                continue
            }
            guard connections.add(1, ordering: .relaxed).newValue <= Self.mostConnections else {
                connections.subtract(1, ordering: .relaxed)
                let busy = HTTPResponse(.unavailable, text: "Too many connections at once.")
                _ = connection.send(busy.bytes(isHead: false, keepsConnection: false))
                continue
            }
            let box = ConnectionBox(connection)
            let isStarted = DetachedThread.start { [self] in
                serve(box.connection)
                connections.subtract(1, ordering: .relaxed)
            }
            if !isStarted { connections.subtract(1, ordering: .relaxed) }
        }
    }

    /// A connection on its way into a thread of its own.
    private final class ConnectionBox: Sendable {
        let connection: Connection

        init(_ connection: consuming Connection) { self.connection = connection }
    }

    private func serve(_ connection: borrowing Connection) {
        connection.setPatience(seconds: Self.patience)
        var received: [UInt8] = []
        while true {
            guard let end = Self.headEnd(in: received) else {
                guard received.count <= HTTPRequest.longestHead else {
                    let response = HTTPResponse(.headTooLarge, text: "The request is too long.")
                    _ = connection.send(response.bytes(isHead: false, keepsConnection: false))
                    return
                }
                let more = connection.receive(atMost: HTTPRequest.longestHead)
                if more.isEmpty { return }
                received += more
                continue
            }
            let head = Array(received[..<end])
            received.removeFirst(end + 4)
            guard let request = HTTPRequest(head: head) else {
                let response = HTTPResponse(.badRequest, text: "This is no HTTP request.")
                _ = connection.send(response.bytes(isHead: false, keepsConnection: false))
                return
            }
            let keepsConnection = request.keepsConnection && !request.hasBody
            if request.target == PreviewFiles.ownRoot + "events", request.method == "GET", isForUs(request) {
                tellEvents(to: connection)
                return
            }
            let response = answer(request)
            let bytes = response.bytes(isHead: request.method == "HEAD", keepsConnection: keepsConnection)
            guard connection.send(bytes), keepsConnection else { return }
        }
    }

    private static func headEnd(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        for place in 0...bytes.count - 4
        where bytes[place] == 0x0D && bytes[place + 1] == 0x0A && bytes[place + 2] == 0x0D
            && bytes[place + 3] == 0x0A
        {
            return place
        }
        return nil
    }

    // MARK: - Answers

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        var response: HTTPResponse
        if !isForUs(request) {
            response = HTTPResponse(.misdirected, text: "The preview answers under \(address) alone.")
        } else if request.method != "GET" && request.method != "HEAD" {
            response = HTTPResponse(.methodNotAllowed, text: "The preview answers GET and HEAD.")
            response.set("Allow", "GET, HEAD")
        } else if request.target.hasPrefix(PreviewFiles.ownRoot) {
            response = own(request)
        } else {
            response = files.answer(request)
        }
        response.set("Cache-Control", "no-cache")
        response.set("X-Content-Type-Options", "nosniff")
        response.set("Cross-Origin-Resource-Policy", "same-origin")
        return response
    }

    /// Whether the request names this machine as its host: a page of the web whose name was made to lead here, so that
    /// its scripts could read what is not published yet, does not.
    private func isForUs(_ request: HTTPRequest) -> Bool {
        guard isLoopback else { return true }
        guard let host = request["host"] else { return request.isVersion10 }
        let names = ["127.0.0.1", "localhost", "[::1]", socket.host].flatMap { [$0, "\($0):\(socket.port)"] }
        return names.contains(host.lowercased())
    }

    private func own(_ request: HTTPRequest) -> HTTPResponse {
        let name = request.target.dropFirst(PreviewFiles.ownRoot.count).prefix { $0 != "?" }
        switch name {
        case "preview.js":
            var response = HTTPResponse(.ok, body: Array(PreviewScript.script.utf8))
            response.set("Content-Type", MediaType.of("preview.js"))
            return response
        case "preview.css":
            var response = HTTPResponse(.ok, body: Array(PreviewScript.style.utf8))
            response.set("Content-Type", MediaType.of("preview.css"))
            return response
        default: return HTTPResponse(.notFound, text: "There is no such file.")
        }
    }

    /// Tells a page of each build as it comes about (server-sent events), until the page goes away.
    private func tellEvents(to connection: borrowing Connection) {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
            + "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n"
        guard connection.send(Array(head.utf8)) else { return }
        var told: PreviewState.Snapshot?
        while true {
            let rings = state.rings
            let now = state.now
            var message = ""
            if told?.site != now.site { message += "event: site\ndata: \(now.site)\n\n" }
            if told?.findings != now.findings {
                let text = String(
                    decoding: JSONWriter.bytes(of: .string(now.findings), .canonical), as: UTF8.self)
                message += "event: findings\ndata: \(text)\n\n"
            }
            told = now
            // A comment now and then finds out whether somebody still listens.
            guard connection.send(Array((message.isEmpty ? ":\n\n" : message).utf8)) else { return }
            _ = state.wait(after: rings, seconds: 10)
        }
    }
}
