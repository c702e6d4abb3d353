import CLibXML2

/// Writes one XML 1.0 document, or a fragment of one, in UTF-8 through libxml2's writer into memory.
///
/// Texts and attribute values may be any `String`: markup is escaped, and characters that XML forbids become U+FFFD.
/// Names are the program's own. An element left open is closed at the end; one closed too often is a bug of ours, and
/// memory running out stops the program, as everywhere in Swift.
@safe
package struct XMLWriter: ~Copyable {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    private var isDocument = false

    /// - Parameter isIndented: whether elements that hold elements stand on lines of their own, two spaces a level.
    package init(isIndented: Bool = false) {
        LibXML2.prepare()
        guard let buffer = unsafe xmlBufferCreate(), let writer = unsafe xmlNewTextWriterMemory(buffer, 0)
        else {
            preconditionFailure("memory ran out")
        }
        unsafe self.buffer = unsafe buffer
        unsafe self.writer = unsafe writer
        unsafe xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
        if isIndented {
            unsafe xmlTextWriterSetIndent(writer, 1)
            unsafe xmlTextWriterSetIndentString(writer, "  ")
        }
    }

    deinit {
        // The writer flushes into the buffer as it goes, so it goes first.
        unsafe xmlFreeTextWriter(writer)
        unsafe xmlBufferFree(buffer)
    }

    /// Writes `<?xml version="1.0" encoding="UTF-8"?>`; without it what is written is a fragment.
    package mutating func startDocument() {
        isDocument = true
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Writes a processing instruction with pseudo-attributes, such as `xml-stylesheet` with `type` and `href`.
    package mutating func processingInstruction(_ target: String, attributes: [(String, String)]) {
        var bytes = Array("<?\(target)".utf8)
        for (name, value) in attributes {
            bytes.append(contentsOf: " \(name)=\"".utf8)
            appendXMLEscaped(value, to: &bytes, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: "?>\n".utf8)
        raw(bytes)
    }

    /// Opens an element; namespaces are declared as `xmlns` attributes, and prefixes stand in the names.
    package mutating func startElement(_ name: String, attributes: [(String, String)] = []) {
        check(unsafe name.withCString(encodedAs: UTF8.self) { unsafe xmlTextWriterStartElement(writer, $0) })
        for (name, value) in attributes { attribute(name, value) }
    }

    /// Adds an attribute to the element that was opened last, before anything is written into it.
    package mutating func attribute(_ name: String, _ value: String) {
        let value = XMLCharacters.cleaned(value)
        check(
            unsafe name.withCString(encodedAs: UTF8.self) { name in
                unsafe value.withCString(encodedAs: UTF8.self) { value in
                    unsafe xmlTextWriterWriteAttribute(writer, name, value)
                }
            })
    }

    /// Writes character data; HTML in a feed goes in like this too, escaped rather than in CDATA.
    package mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        let text = XMLCharacters.cleaned(text)
        check(unsafe text.withCString(encodedAs: UTF8.self) { unsafe xmlTextWriterWriteString(writer, $0) })
    }

    /// Closes the element that was opened last.
    package mutating func endElement() {
        check(unsafe xmlTextWriterEndElement(writer))
    }

    /// Writes an element that holds nothing but a text.
    package mutating func element(_ name: String, _ content: String, attributes: [(String, String)] = []) {
        startElement(name, attributes: attributes)
        text(content)
        endElement()
    }

    /// Copies well-formed XML that was written before, such as a feed's entry kept from the last build.
    package mutating func raw(_ fragment: [UInt8]) {
        guard !fragment.isEmpty else { return }
        check(
            unsafe fragment.withUnsafeBufferPointer {
                unsafe xmlTextWriterWriteRawLen(writer, $0.baseAddress, Int32($0.count))
            })
    }

    /// The bytes written, every element closed; a document ends with a line end.
    package consuming func finish() -> [UInt8] {
        // Ending the document adds a line end of its own unless indentation has put one there.
        check(unsafe isDocument ? xmlTextWriterEndDocument(writer) : endFragment())
        check(unsafe xmlTextWriterFlush(writer))
        guard let content = unsafe xmlBufferContent(buffer) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    private mutating func raw(_ fragment: String) {
        raw(Array(fragment.utf8))
    }

    private func endFragment() -> Int32 {
        while unsafe xmlTextWriterEndElement(writer) >= 0 {}
        return 0
    }

    private func check(_ written: Int32) {
        precondition(written >= 0, "an element was closed that was not open, or memory ran out")
    }
}
