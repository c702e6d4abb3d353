/// Writes one XML 1.0 document, or a fragment of one, in UTF-8.
///
/// Texts and attribute values may be any `String`: markup is escaped, and characters that XML forbids become U+FFFD.
/// Names are the program's own. An element left open is closed at the end; one closed too often is a bug of ours.
package struct XMLWriter {
    private struct Element {
        let name: StaticString
        /// Whether it holds elements, which its end tag stands below.
        var holdsElements = false
    }

    private var bytes: [UInt8] = []
    private var open: [Element] = []
    /// Whether the start tag that was written last still takes attributes.
    private var isInTag = false
    private var isDocument = false
    private let isIndented: Bool

    /// - Parameter isIndented: whether elements that hold elements stand on lines of their own, two spaces a level.
    package init(isIndented: Bool = false) {
        self.isIndented = isIndented
    }

    /// Writes `<?xml version="1.0" encoding="UTF-8"?>`; without it what is written is a fragment.
    package mutating func startDocument() {
        isDocument = true
        bytes.append(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Writes a processing instruction with pseudo-attributes, such as `xml-stylesheet` with `type` and `href`.
    package mutating func processingInstruction(
        _ target: StaticString, attributes: [(name: StaticString, value: String)]
    ) {
        bytes.append(literal: "<?")
        bytes.append(literal: target)
        for (name, value) in attributes {
            bytes.append(literal: " ")
            bytes.append(literal: name)
            bytes.append(literal: "=\"")
            appendXMLEscaped(value, to: &bytes, inAttribute: true)
            bytes.append(literal: "\"")
        }
        bytes.append(literal: "?>\n")
    }

    /// Opens an element; namespaces are declared as `xmlns` attributes, and prefixes stand in the names.
    package mutating func startElement(
        _ name: StaticString, attributes: [(name: StaticString, value: String)] = []
    ) {
        finishTag()
        if isIndented, let last = open.indices.last {
            if !open[last].holdsElements { bytes.append(literal: "\n") }
            open[last].holdsElements = true
            indent()
        }
        bytes.append(literal: "<")
        bytes.append(literal: name)
        open.append(Element(name: name))
        isInTag = true
        for (name, value) in attributes { attribute(name, value) }
    }

    /// Adds an attribute to the element that was opened last, before anything is written into it.
    package mutating func attribute(_ name: StaticString, _ value: String) {
        precondition(isInTag, "an attribute stands outside a start tag")
        bytes.append(literal: " ")
        bytes.append(literal: name)
        bytes.append(literal: "=\"")
        XMLEscapes.appendQuoted(value, to: &bytes)
        bytes.append(literal: "\"")
    }

    /// Lets well-formed attributes be written, each with the blank before it, for elements of which there are thousands.
    package mutating func attributes(_ write: (inout [UInt8]) -> Void) {
        precondition(isInTag, "attributes stand outside a start tag")
        write(&bytes)
    }

    /// Writes character data.
    package mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        finishTag()
        XMLEscapes(.quotedContent).append(text, to: &bytes)
    }

    /// Closes the element that was opened last.
    package mutating func endElement() {
        precondition(!open.isEmpty, "an element was closed that was not open")
        let element = open.removeLast()
        if isInTag {
            bytes.append(literal: "/>")
            isInTag = false
        } else {
            if element.holdsElements { indent() }
            bytes.append(literal: "</")
            bytes.append(literal: element.name)
            bytes.append(literal: ">")
        }
        if isIndented { bytes.append(literal: "\n") }
    }

    /// Writes an element that holds nothing but a text.
    package mutating func element(
        _ name: StaticString, _ content: String, attributes: [(name: StaticString, value: String)] = []
    ) {
        startElement(name, attributes: attributes)
        text(content)
        endElement()
    }

    /// Copies well-formed XML that was written before, such as a feed's entry kept from the last build.
    package mutating func raw(_ fragment: [UInt8]) {
        guard !fragment.isEmpty else { return }
        raw { $0 += fragment }
    }

    /// Lets well-formed XML be written at the end of what was written so far.
    package mutating func raw(_ write: (inout [UInt8]) -> Void) {
        finishTag()
        write(&bytes)
    }

    /// The same into room for so many bytes.
    @inline(__always)
    package mutating func raw(room count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        finishTag()
        bytes.append(addingCapacity: count, initializingWith: write)
    }

    /// Makes room for so many bytes behind what was written.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Takes the bytes written so far away, for a document that is made part by part; elements that are open stay open.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// The bytes written, every element closed; a document ends with a line end. Nothing is written behind it.
    package mutating func finish() -> [UInt8] {
        while !open.isEmpty { endElement() }
        if isDocument, !isIndented { bytes.append(literal: "\n") }
        return take()
    }

    private mutating func finishTag() {
        guard isInTag else { return }
        bytes.append(literal: ">")
        isInTag = false
    }

    private mutating func indent() {
        for _ in open.indices { bytes.append(literal: "  ") }
    }
}
