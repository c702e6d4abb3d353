import TestKit
import Testing

@testable import Syntax

@Suite("Addresses that pages link to")
struct WebAddressTests {
    @Test("what comes out as it stands is told as every address is")
    func quickly() {
        let parts = [
            "https://", "http://", "HTTPS://", "mailto:", "//", "/", "example.org", "a@b.org", "?q=1",
            "#part", "%41",
            "%4", " ", "\t", "é", "\\", "javascript:", ":", "", "x",
        ]
        var random = SeededRandom(seed: 71)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...4, using: &random))
                .map { _ in parts[Int.random(in: parts.indices, using: &random)] }.joined()
            #expect(WebAddress.safe(text) == WebAddress.judged(text), "\(text)")
        }
    }

    @Test(
        "an address is shown without its scheme, and its host alone",
        arguments: [
            ("https://example.org/", "example.org", "example.org"),
            ("http://example.org/a/b?c#d", "example.org/a/b?c#d", "example.org"),
            ("mailto:desk@example.org", "desk@example.org", "desk@example.org"),
            ("https://example.org?c", "example.org?c", "example.org"),
            ("example.org#d", "example.org#d", "example.org"),
            ("https:///", "", ""), ("https://http://a/b", "a/b", "a"), ("", "", ""),
        ])
    func shown(url: String, shown: String, host: String) {
        #expect(WebAddress.shown(url) == shown)
        let text = url.utf8Span.span
        #expect(
            String(
                decoding: url.utf8.dropFirst(WebAddress.hostRange(of: text).lowerBound)
                    .prefix(WebAddress.hostRange(of: text).count), as: UTF8.self) == host)
    }
}
