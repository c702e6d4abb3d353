import CLibXML2

/// Reads XML 1.0 in UTF-8 back into a tree, with nothing fetched, no entity declared and a bounded depth.
///
/// Feeds are read back through it by what checks them; it is not made for speed.
package enum XMLDocument {
    /// The deepest nesting of elements that is read.
    static let maxDepth = 128

    /// The root element of a document.
    ///
    /// A document type declaration is refused before the parser sees it: entities, the way to other files and to
    /// exponential growth, can be declared nowhere else.
    package static func parse(_ bytes: [UInt8]) throws(XMLSyntaxError) -> XMLElement {
        LibXML2.prepare()
        guard !declaresDocumentType(bytes) else {
            throw XMLSyntaxError(message: "document type declaration is not read", line: 0)
        }
        guard let tree = ParsedTree(bytes) else {
            throw XMLSyntaxError(message: "document is too long or memory ran out", line: 0)
        }
        return try tree.root()
    }

    /// Whether `<!` of a document type stands before the root element, behind comments and instructions only.
    private static func declaresDocumentType(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while let opening = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[opening...]
            let end: [UInt8]
            if rest.starts(with: "<!--".utf8) {
                end = Array("-->".utf8)
            } else if rest.starts(with: "<?".utf8) {
                end = Array("?>".utf8)
            } else {
                return rest.starts(with: "<!".utf8)
            }
            rest = rest.dropFirst(end.count == 3 ? 4 : 2)
            while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
        }
        return false
    }

    /// A parser of libxml2 with the document that it made, freed together.
    @safe
    private struct ParsedTree: ~Copyable {
        private let context: xmlParserCtxtPtr
        private let document: xmlDocPtr?

        init?(_ bytes: [UInt8]) {
            guard let length = Int32(exactly: bytes.count), let context = unsafe xmlNewParserCtxt() else {
                return nil
            }
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            unsafe self.context = unsafe context
            unsafe document = unsafe bytes.withUnsafeBytes { raw in
                unsafe xmlCtxtReadMemory(
                    context, raw.assumingMemoryBound(to: CChar.self).baseAddress, length, nil, "UTF-8",
                    Int32(options))
            }
        }

        deinit {
            if let document = unsafe document { unsafe xmlFreeDoc(document) }
            unsafe xmlFreeParserCtxt(context)
        }

        func root() throws(XMLSyntaxError) -> XMLElement {
            guard let root = unsafe xmlDocGetRootElement(document) else {
                let error = unsafe context.pointee.lastError
                let words = unsafe error.message.map { unsafe String(cString: $0) } ?? "no element"
                let message = words.split(separator: "\n").first.map(String.init) ?? words
                throw unsafe XMLSyntaxError(message: message, line: Int(error.line))
            }
            return unsafe try element(root, depth: 1)
        }

        @unsafe
        private func element(_ node: xmlNodePtr, depth: Int) throws(XMLSyntaxError) -> XMLElement {
            guard depth <= XMLDocument.maxDepth else {
                throw unsafe XMLSyntaxError(
                    message: "elements nest deeper than \(XMLDocument.maxDepth) levels",
                    line: Int(xmlGetLineNo(node)))
            }
            var children: [XMLElement] = []
            var text = ""
            var next = unsafe node.pointee.children
            while let child = unsafe next {
                switch unsafe child.pointee.type {
                case XML_ELEMENT_NODE: children.append(unsafe try element(child, depth: depth + 1))
                case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += unsafe string(child.pointee.content)
                default: break
                }
                unsafe next = unsafe child.pointee.next
            }
            return unsafe XMLElement(
                name: string(node.pointee.name),
                namespace: node.pointee.ns.map { unsafe string($0.pointee.href) },
                attributes: attributes(of: node), children: children, text: text)
        }

        @unsafe
        private func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
            var attributes: [(name: String, value: String)] = []
            var next = unsafe node.pointee.properties
            while let attribute = unsafe next {
                var name = unsafe string(attribute.pointee.name)
                if let prefix = unsafe attribute.pointee.ns?.pointee.prefix {
                    name = unsafe string(prefix) + ":" + name
                }
                var value = ""
                var part = unsafe attribute.pointee.children
                while let text = unsafe part {
                    value += unsafe string(text.pointee.content)
                    unsafe part = unsafe text.pointee.next
                }
                attributes.append((name, value))
                unsafe next = unsafe attribute.pointee.next
            }
            return attributes
        }

        @unsafe
        private func string(_ text: UnsafePointer<xmlChar>?) -> String {
            unsafe text.map { unsafe String(cString: $0) } ?? ""
        }
    }
}
