/// A record's address as a page may link to it.
package enum WebAddress {
    /// The address percent-encoded as RFC 3986 has it; nil for anything but `https`, `http` and `mailto`, so that no
    /// text of a writer becomes a script or a way into the site.
    package static func safe(_ text: String) -> String? {
        if LinkTarget.isWebAddress(text.utf8Span.span) { return text }
        return judged(text)
    }

    /// The same without the quick look for what most addresses are; a test holds both against each other.
    static func judged(_ text: String) -> String? {
        guard let target = LinkTarget(Array(text.utf8)) else { return nil }
        switch target.kind {
        case .external, .mail: return String(decoding: target.address, as: UTF8.self)
        case .local, .fragment: return nil
        }
    }

    /// The address without its scheme and a final slash, which is what a reader compares with his own browser.
    package static func shown(_ url: String) -> String {
        let range = shownRange(of: url.utf8Span.span)
        return String(decoding: url.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }

    /// Where the host stands in an address: behind its scheme, up to a path, a question or a fragment.
    package static func hostRange(of url: Span<UInt8>) -> Range<Int> {
        let range = shownRange(of: url)
        let end = range.first { url[$0] == 0x2F || url[$0] == 0x3F || url[$0] == 0x23 }
        return range.lowerBound..<(end ?? range.upperBound)
    }

    private static func shownRange(of url: Span<UInt8>) -> Range<Int> {
        var (start, end) = (0, url.count)
        func pass(_ scheme: StaticString) {
            if LinkTarget.begins(url, at: start, with: scheme) { start += scheme.utf8CodeUnitCount }
        }
        pass("https://")
        pass("http://")
        pass("mailto:")
        if start < end, url[end - 1] == 0x2F { end -= 1 }
        return start..<end
    }
}
