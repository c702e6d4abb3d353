import Testing
import XMLReading

@testable import Syntax

@Suite("XML written and read back")
struct XMLWriterTests {
    static let texts = [
        "plain", "a < b && c > d", "\"double\" and 'single'", "]]>", "<![CDATA[x]]>", "&amp;", "&#0;",
        "<!-- x -->",
        "é 漢 😀 👩‍👩‍👧", "\u{202E}right to left\u{202C}", "\u{200F}עברית", "tab\there", "line\nend", "cr\rlf\r\n",
        " spaces ",
        "\u{85}\u{2028}\u{7F}\u{9F}", "\u{FEFF}mark", "\u{10FFFF}",
    ]

    @Test("any text comes back as it was, between tags and in attributes", arguments: texts)
    func roundTrip(text: String) throws {
        var writer = XMLWriter()
        writer.startDocument()
        writer.startElement("entry", attributes: [("note", text)])
        writer.element("title", text)
        writer.endElement()
        let root = try XMLDocument.parse(writer.finish())
        #expect(root.attribute("note") == text)
        #expect(root.child("title")?.text == text)
    }

    @Test(
        "characters that XML forbids become U+FFFD and nothing else is lost",
        arguments: ["\0", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
    func forbidden(character: String) throws {
        var writer = XMLWriter()
        writer.startDocument()
        writer.startElement("a", attributes: [("b", "x\(character)y")])
        writer.text("é\(character)\(character)z")
        let root = try XMLDocument.parse(writer.finish())
        #expect(root.attribute("b") == "x\u{FFFD}y")
        #expect(root.text == "é\u{FFFD}\u{FFFD}z")
    }

    @Test(
        "escaped text stands between tags and in quotes of either kind",
        arguments: texts + ["\0\u{1}\u{FFFE}\u{FFFF}\u{FFFD}"])
    func escapedText(text: String) throws {
        var bytes = Array("<r a=\"".utf8)
        appendXMLEscaped(text, to: &bytes, inAttribute: true)
        bytes += Array("\" b='".utf8)
        appendXMLEscaped(text, to: &bytes, inAttribute: true)
        bytes += Array("'>".utf8)
        appendXMLEscaped(text, to: &bytes)
        bytes += Array("</r>".utf8)
        let root = try XMLDocument.parse(bytes)
        let expected = XMLCharacters.cleaned(text)
        #expect(root.attribute("a") == expected)
        #expect(root.attribute("b") == expected)
        #expect(root.text == expected)
    }

    @Test(
        "HTML in a section comes back as it was, wherever in it a section's end stands",
        arguments: texts + [
            "]]", "]]]>", "]]>]]>", "]]]]>>", "]>", "a]]", "]]&gt;", "\0\u{1}\u{FFFE}\u{FFFF}",
        ])
    func section(html: String) throws {
        for shift in 0..<9 {
            let text = String(repeating: "x", count: shift) + html
            var bytes = Array("<r>".utf8)
            bytes.append(literal: XMLSection.start)
            XMLSection.append(Array(text.utf8), to: &bytes)
            bytes.append(literal: XMLSection.end)
            bytes += Array("</r>".utf8)
            // XML and HTML take each kind of line end for a line feed.
            let expected = XMLCharacters.cleaned(text).unicodeScalars.map { $0 == "\r" ? "\n" : $0 }
            #expect(
                try XMLDocument.parse(bytes).text == String(String.UnicodeScalarView(expected)))
        }
    }

    @Test("a document is the same bytes every time")
    func bytes() {
        var writer = XMLWriter()
        writer.startDocument()
        writer.processingInstruction(
            "xml-stylesheet", attributes: [("type", "text/xsl"), ("href", "a?>&\"b.xsl")])
        writer.startElement(
            "rss", attributes: [("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")])
        writer.startElement("channel")
        writer.element("title", "A & B")
        writer.startElement("atom:link")
        writer.attribute("href", "https://example.org/?a=1&b=2")
        writer.endElement()
        let text = String(decoding: writer.finish(), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <?xml-stylesheet type="text/xsl" href="a?&gt;&amp;&quot;b.xsl"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A &amp; B</title>\
                <atom:link href="https://example.org/?a=1&amp;b=2"/></channel></rss>

                """)
    }

    @Test("texts between tags, in attributes and in instructions are escaped each in its own way")
    func places() {
        let text = "a\"b'c<d>e&f\ng\rh\ti é 漢 😀 \u{FFFD}\u{FFFE}\u{1}\u{85}"
        var writer = XMLWriter()
        writer.processingInstruction("p", attributes: [("a", text)])
        writer.startElement("r", attributes: [("a", text)])
        writer.text(text)
        let written = String(decoding: writer.finish(), as: UTF8.self)
        let quoted = "a&quot;b&#39;c&lt;d&gt;e&amp;f&#10;g&#13;h&#9;i é 漢 😀 \u{FFFD}\u{FFFD}\u{FFFD}\u{85}"
        let numbered =
            "a&quot;b'c&lt;d&gt;e&amp;f&#10;g&#13;h&#9;i &#xE9; &#x6F22; &#x1F600; &#xFFFD;&#xFFFD;&#xFFFD;&#x85;"
        let plain = "a&quot;b'c&lt;d&gt;e&amp;f\ng&#13;h\ti é 漢 😀 \u{FFFD}\u{FFFD}\u{FFFD}\u{85}"
        #expect(written == "<?p a=\"\(quoted)\"?>\n<r a=\"\(numbered)\">\(plain)</r>")
    }

    @Test("indentation puts elements on lines of their own and leaves texts alone")
    func indented() {
        var writer = XMLWriter(isIndented: true)
        writer.startDocument()
        writer.startElement("feed")
        writer.element("title", "two\nlines")
        writer.startElement("entry")
        writer.element("id", "1")
        writer.endElement()
        writer.endElement()
        let text = String(decoding: writer.finish(), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed>
                  <title>two
                lines</title>
                  <entry>
                    <id>1</id>
                  </entry>
                </feed>

                """)
    }

    @Test("a fragment is copied into a document as it is")
    func fragments() throws {
        var entry = XMLWriter()
        entry.startElement("entry")
        entry.element("title", "é & ü")
        let fragment = entry.finish()
        #expect(String(decoding: fragment, as: UTF8.self) == "<entry><title>é &amp; ü</title></entry>")

        var feed = XMLWriter()
        feed.startDocument()
        feed.startElement("feed", attributes: [("xmlns", "http://www.w3.org/2005/Atom")])
        feed.raw(fragment)
        feed.raw(fragment)
        let root = try XMLDocument.parse(feed.finish())
        #expect(root.children(named: "entry").map { $0.child("title")?.text } == ["é & ü", "é & ü"])
        #expect(root.children.allSatisfy { $0.namespace == "http://www.w3.org/2005/Atom" })
    }

    @Test("many threads write at once and write the same")
    func threads() async {
        let results = await withTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var writer = XMLWriter()
                    writer.startDocument()
                    writer.startElement("r")
                    for index in 0..<500 {
                        writer.element("e", "é & \(index)", attributes: [("n", "\(index)")])
                    }
                    return writer.finish()
                }
            }
            return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(results.count == 1)
    }
}

extension XMLCharacters {
    /// The text with each forbidden character replaced by U+FFFD.
    fileprivate static func cleaned(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
    }
}
