import Testing

@testable import Publishing

@Suite("pages as the preview shows them")
struct PreviewPageTests {
    private func page(_ html: String) -> (text: String, policy: String?) {
        let page = PreviewPage(Array(html.utf8), root: "/own/")
        return (String(decoding: page.bytes, as: UTF8.self), page.policy)
    }

    @Test("the script goes into the head, and the page's policy becomes one that allows it")
    func policyMoves() {
        let (text, policy) = page(
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; img-src 'self'\">"
                + "<title>a</title></head><body>b</body>")
        #expect(!text.contains("http-equiv"))
        #expect(text.hasPrefix("<head><title>a</title><link rel=\"stylesheet\" href=\"/own/preview.css\">"))
        #expect(text.hasSuffix("<script defer src=\"/own/preview.js\"></script></head><body>b</body>"))
        #expect(
            policy
                == "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'"
        )
    }

    @Test(
        "a policy that allows everything needed is left as it is, and one without a default grows no directive"
    )
    func policyStays() {
        #expect(
            ContentPolicy("script-src 'self' https://a.example; style-src 'none'").forPreview.text
                == "script-src 'self' https://a.example; style-src 'self'")
        #expect(ContentPolicy("img-src *").forPreview.text == "img-src *")
    }

    @Test("a page without a head or a policy is shown with the script behind it")
    func bare() {
        let (text, policy) = page("words")
        #expect(text.hasPrefix("words<link"))
        #expect(policy == nil)
    }

    @Test("every kind of file that a site holds has its media type")
    func mediaTypes() {
        #expect(MediaType.of("index.html") == "text/html; charset=utf-8")
        #expect(MediaType.of("tags/a/feed.json") == "application/feed+json")
        #expect(MediaType.of("incidents/a/record.json") == "application/json")
        #expect(MediaType.of("atom.xml") == "application/xml; charset=utf-8")
        #expect(MediaType.of("commitments.ICS") == "text/calendar; charset=utf-8")
        #expect(MediaType.of("log/checkpoint") == "text/plain; charset=utf-8")
        #expect(MediaType.of(".hidden") == "application/octet-stream")
    }
}
