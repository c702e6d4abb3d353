/// A record's address as a page may link to it.
package enum WebAddress {
    /// The address percent-encoded as RFC 3986 has it; nil for anything but `https`, `http` and `mailto`, so that no
    /// text of a writer becomes a script or a way into the site.
    package static func safe(_ text: String) -> String? {
        guard let target = LinkTarget(Array(text.utf8)) else { return nil }
        switch target.kind {
        case .external, .mail: return String(decoding: target.address, as: UTF8.self)
        case .local, .fragment: return nil
        }
    }
}
