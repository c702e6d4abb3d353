import System
import TestKit
import Testing

@testable import Publishing

@Suite("a preview while the site is being written")
struct PreviewServerTests {
    private static let record = """
        id: ABC-2026-0001
        kind: incident
        title: Withdrawals are paused
        summary: Withdrawals are paused while we look.
        status: investigating
        severity: high
        disclosed: 2026-02-21T09:00:00Z
        advice: none
        assets:
          - asset: app
            exposure: affected
        updates:
          - id: u1
            at: 2026-02-21T09:00:00Z
            status: investigating
            body: We are looking.
            next_update: 2026-02-21T12:00:00Z

        """

    private let scratch: ScratchFolder
    private let preview: Preview

    init() throws {
        scratch = try ScratchFolder()
        try Disk.makeFolder(scratch.path(of: "incidents"))
        try scratch.write(
            "title: Site\nurl: https://site.example/\nassets:\n  - id: app\n    name: App\n    type: application\n",
            to: "aboveboard.yml")
        try scratch.write(Self.record, to: "incidents/pause.yml")
        preview = try Preview(of: Project(folder: scratch.path), options: Publisher.Options(), port: 0)
        let server = preview.server
        #expect(DetachedThread.start { server.run() })
    }

    /// Sends a request and reads until the other end closes, or until `isEnough`.
    private func exchange(_ text: String, until isEnough: (String) -> Bool = { _ in false }) throws -> String
    {
        let connection = Connection.open(port: preview.server.port)
        guard let connection else {
            Issue.record("nobody listens")
            return ""
        }
        connection.setPatience(seconds: 20)
        let isSent = connection.send(Array(text.utf8))
        #expect(isSent)
        var received: [UInt8] = []
        while !isEnough(String(decoding: received, as: UTF8.self)) {
            let more = connection.receive(atMost: 65_536)
            if more.isEmpty { break }
            received += more
        }
        return String(decoding: received, as: UTF8.self)
    }

    private func get(_ target: String, method: String = "GET", host: String = "localhost") throws -> String {
        try exchange("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
    }

    @Test("a template that was saved is shown, also with the record that was saved after it")
    func savedTemplate() throws {
        let own = "<p class=own>Ours</p>"
        func page(title: String = "Withdrawals are paused") throws -> String {
            try scratch.write(
                Self.record.replacing("title: Withdrawals are paused", with: "title: " + title),
                to: "incidents/pause.yml")
            _ = try preview.build().get()
            return try get("/incidents/pause/")
        }
        #expect(try !page().contains(own))
        try scratch.write(own, to: "templates/record/summary.mustache")
        #expect(try page().contains(own))
        let later = try page(title: "Withdrawals stay paused")
        #expect(later.contains("Withdrawals stay paused"))
        #expect(later.contains(own))
        try Disk.remove(scratch.path(of: "templates/record/summary.mustache"))
        #expect(try !page().contains(own))
    }

    @Test("pages, heads and refusals come over the wire as HTTP has them")
    func wire() throws {
        _ = try preview.build().get()
        let page = try get("/incidents/pause/")
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(page.contains("Withdrawals are paused"))
        let head = try get("/incidents/pause/", method: "HEAD")
        #expect(head.hasSuffix("\r\n\r\n"))
        let length = page.split(separator: "\r\n").first { $0.hasPrefix("Content-Length") }
        #expect(length.map { head.contains($0) } == true)
        #expect(try get("/", method: "POST").contains("Allow: GET, HEAD"))
        #expect(try get("/", host: "evil.example").hasPrefix("HTTP/1.1 421 "))
        #expect(try exchange("nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
        let endless = String(repeating: "a", count: HTTPRequest.longestHead + 1)
        #expect(try exchange("GET /\(endless)").hasPrefix("HTTP/1.1 431 "))
    }

    @Test("a connection takes one request after another, also in one piece")
    func keepAlive() throws {
        _ = try preview.build().get()
        let one = "HEAD /style.css HTTP/1.1\r\nHost: localhost\r\n"
        let answers = try exchange(one + "\r\n" + one + "Connection: close\r\n\r\n")
        #expect(answers.split(separator: "HTTP/1.1 200 OK").count == 2)
    }

    @Test(
        "a page hears of each build that changed the site, and of the errors of one that did not come about")
    func events() throws {
        _ = try preview.build().get()
        let events = "GET /.aboveboard/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let first = try exchange(events) { $0.contains("event: findings") }
        #expect(first.contains("event: site\ndata: 1\n"))
        #expect(first.contains("event: findings\ndata: \"\"\n"))

        // Nothing changed: no page is reloaded.
        _ = try preview.build().get()
        try scratch.write(Self.record + "colour: red\n", to: "incidents/pause.yml")
        #expect(try preview.build().get().summary == nil)
        let second = try exchange(events) { $0.contains("event: findings") }
        #expect(second.contains("event: site\ndata: 1\n"))
        #expect(second.contains("colour"))
        #expect(try get("/incidents/pause/").contains("Withdrawals are paused"))

        try scratch.write(
            Self.record.split(separator: "are paused").joined(separator: "were paused"),
            to: "incidents/pause.yml")
        _ = try preview.build().get()
        let third = try exchange(events) { $0.contains("event: findings") }
        #expect(third.contains("event: site\ndata: 2\n"))
        #expect(third.contains("event: findings\ndata: \"\"\n"))
    }

    @Test("a date that is typed far ahead is told as `check` tells it")
    func farAhead() throws {
        let ahead = Self.record + "timeline:\n  - {at: 2999-02-21, text: An alert.}\n"
        try scratch.write(ahead, to: "incidents/pause.yml")
        let round = try preview.build().get()
        #expect(round.summary == nil)
        #expect(round.report.sorted.contains { $0.code == "future-moment" })
    }

    @Test("before the first site there is a page that waits for it")
    func nothingYet() throws {
        let page = try get("/")
        #expect(page.hasPrefix("HTTP/1.1 404 "))
        #expect(page.contains("preview.js"))
    }

    @Test("a port that is taken is told as such")
    func takenPort() throws {
        #expect {
            _ = try Preview(
                of: Project(folder: scratch.path), options: Publisher.Options(), port: preview.server.port)
        } throws: { ($0 as? NetworkFailure)?.isTaken == true }
    }
}
