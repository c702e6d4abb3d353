import Testing

@testable import Publishing

@Suite("requests and what they ask for")
struct HTTPRequestTests {
    private func read(_ text: String) -> HTTPRequest? { HTTPRequest(head: Array(text.utf8)) }

    @Test("a request's fields are found whatever the case of their names, without the blanks around them")
    func fields() throws {
        let request = try #require(read("GET /a?b HTTP/1.1\r\nHost: x\r\nIf-None-Match: \t\"e\" \r\n"))
        #expect(request.target == "/a?b")
        #expect(request["if-none-match"] == "\"e\"")
        #expect(request["range"] == nil)
        #expect(request.keepsConnection)
    }

    @Test(
        "what is no request is refused",
        arguments: [
            "", "GET", "GET /", "GET / HTTP/2", "get / HTTP/1.1", "GET  / HTTP/1.1", "GET http://x/ HTTP/1.1",
            "GET / HTTP/1.1\r\nno colon",
        ])
    func refused(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test("a connection stays open as each version of the protocol has it")
    func connection() throws {
        #expect(try #require(read("GET / HTTP/1.1\r\nConnection: close")).keepsConnection == false)
        #expect(try #require(read("GET / HTTP/1.0")).keepsConnection == false)
        #expect(try #require(read("GET / HTTP/1.0\r\nConnection: Keep-Alive")).keepsConnection)
    }

    @Test(
        "a range is read as RFC 9110 has it",
        arguments: [
            ("bytes=0-0", ByteRange.part(0..<1)), ("bytes=2-", .part(2..<10)), ("bytes=-3", .part(7..<10)),
            ("bytes=-99", .part(0..<10)), ("bytes=5-99", .part(5..<10)), ("bytes=10-", .outside),
            ("bytes=-0", .outside), ("bytes=3-2", .whole), ("bytes=0-1,3-4", .whole), ("lines=0-1", .whole),
            ("bytes=", .whole), ("bytes=a-b", .whole), ("bytes=99999999999999999999-", .whole),
        ])
    func range(_ field: String, _ expected: ByteRange) {
        #expect(ByteRange(field, of: 10) == expected)
    }

    @Test("HTTP's dates are written and read back to the second")
    func dates() {
        #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.second("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(HTTPDate.second("Sunday, 06-Nov-94 08:49:37 GMT") == nil)
        #expect(HTTPDate.second("yesterday") == nil)
    }
}
