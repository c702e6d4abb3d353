/// One element of a parsed document with all that stands in it.
package struct XMLElement: Sendable {
    /// The name without a prefix.
    package let name: String
    /// The namespace's address; nil for a name in none.
    package let namespace: String?
    /// The attributes in the document's order, a prefix left on the name as in `xml:lang`; `xmlns` is not among them.
    package let attributes: [(name: String, value: String)]
    package let children: [XMLElement]
    /// The element's own text, its references resolved, without the text of its children.
    package let text: String

    /// The value of an attribute; nil where the element has none of that name.
    package func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The children of a name, in whatever namespace.
    package func children(named name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The first child of a name, in whatever namespace.
    package func child(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }
}
