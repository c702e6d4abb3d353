import Testing

@testable import XMLReading

@Suite("XML read")
struct XMLDocumentTests {
    private func parse(_ text: String) throws -> XMLElement {
        try XMLDocument.parse(Array(text.utf8))
    }

    @Test("names, namespaces, attributes, texts and children are kept")
    func tree() throws {
        let root = try parse(
            """
            <?xml version="1.0"?><!-- c --><a:feed xmlns:a="urn:a" xmlns="urn:b" xml:lang="en" x="1&#9;&amp;2">
            one<e/><![CDATA[ <two> ]]>&lt;three&gt;<e>é</e></a:feed>
            """)
        #expect(root.name == "feed")
        #expect(root.namespace == "urn:a")
        #expect(root.attributes.map(\.name) == ["xml:lang", "x"])
        #expect(root.attribute("x") == "1\t&2")
        #expect(root.text == "\none <two> <three>")
        #expect(root.children.map(\.name) == ["e", "e"])
        #expect(root.children.map(\.namespace) == ["urn:b", "urn:b"])
        #expect(root.children.map(\.text) == ["", "é"])
    }

    @Test(
        "what is not well-formed is told with its line",
        arguments: [
            ("<a>\n<b></a>", 2), ("<a>\n\n&nope;</a>", 3), ("<a", 1), ("<a b='1' b='2'/>", 1),
            ("<a/><b/>", 1), ("text", 1),
            ("<a>\u{1}</a>", 1),
        ])
    func malformed(text: String, line: Int) {
        let error = #expect(throws: XMLSyntaxError.self) { try parse(text) }
        #expect(error?.line == line)
        #expect(error?.message.isEmpty == false)
    }

    @Test(
        "nothing at all and bytes that are no UTF-8 are no document",
        arguments: [
            [], [0x20], [0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E], [0xFF, 0xFE, 0x3C, 0x00], [0x00],
        ] as [[UInt8]])
    func noDocument(bytes: [UInt8]) {
        #expect(throws: XMLSyntaxError.self) { try XMLDocument.parse(bytes) }
    }

    @Test(
        "a document type is refused, and with it every entity",
        arguments: [
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
            "<?xml version=\"1.0\"?>\n<!-- <a> --><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>",
            "<?pi <a> ?><!DOCTYPE a><a/>", "\u{FEFF}<!DOCTYPE a><a/>",
        ])
    func documentTypes(text: String) {
        let error = #expect(throws: XMLSyntaxError.self) { try parse(text) }
        #expect(error?.message == "document type declaration is not read")
    }

    @Test("the words of a document type may stand in a comment, an instruction or a text")
    func documentTypeWords() throws {
        let root = try parse("<?pi <!DOCTYPE a> ?><!-- <!DOCTYPE a> --><a>&lt;!DOCTYPE a></a>")
        #expect(root.text == "<!DOCTYPE a>")
    }

    @Test("nesting past the limit is refused", arguments: [129, 100_000])
    func deepNesting(depth: Int) {
        let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        #expect(throws: XMLSyntaxError.self) { try parse(text) }
    }

    @Test("nesting up to the limit is read")
    func nestingWithinLimit() throws {
        let text = String(repeating: "<a>", count: 128) + String(repeating: "</a>", count: 128)
        #expect(try parse(text).children.count == 1)
    }
}
