/// Where a link in prose may lead: over `https`, `http` or `mailto`, or within the site; nothing else is a link.
///
/// The address comes out as RFC 3986 has it, percent-encoded, so that a browser reads it as it was judged here: with
/// no white space, backslash or control character that it would mend in its own way.
struct LinkTarget {
    enum Kind {
        case external, mail
        /// A path or query of this site.
        case local
        /// A place on the same page.
        case fragment
    }

    let kind: Kind
    let address: [UInt8]

    /// Judges an address as cmark read it, with character references resolved; `nil` where it must not be a link.
    init?(_ written: [UInt8]) {
        let trimmed = written.trimmingSpaces()
        guard let first = trimmed.first, !trimmed.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            return nil
        }
        guard let end = trimmed.firstIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }),
            trimmed[end] == 0x3A
        else {
            if trimmed.starts(with: "//".utf8) {
                guard trimmed.count > 2, trimmed[trimmed.startIndex + 2] != 0x2F else { return nil }
                kind = .external
                address = Array("https:".utf8) + Self.encoded(trimmed)
            } else {
                kind = first == 0x23 ? .fragment : .local
                address = Self.encoded(trimmed)
            }
            return
        }
        let rest = trimmed[(end + 1)...]
        switch Scheme(trimmed[..<end]) {
        case .web:
            // Browsers read `https:host` too, each in its own way, so the two strokes and a host are asked for.
            guard rest.starts(with: "//".utf8), rest.count > 2, rest[rest.startIndex + 2] != 0x2F else {
                return nil
            }
            kind = .external
        case .mail:
            guard !rest.isEmpty else { return nil }
            kind = .mail
        case nil: return nil
        }
        address = Self.encoded(trimmed)
    }

    /// Whether a text is an address over `https` that leads elsewhere and comes out as it stands; most are.
    static func isWebAddress(_ text: Span<UInt8>) -> Bool {
        text.count > 8 && begins(text, with: "https://") && text[8] != 0x2F && isEncoded(text)
    }

    /// Whether certain letters stand at a place of a text.
    static func begins(_ text: Span<UInt8>, at start: Int = 0, with letters: StaticString) -> Bool {
        let count = letters.utf8CodeUnitCount
        guard text.count - start >= count else { return false }
        for place in 0..<count where unsafe text[start + place] != letters.utf8Start[place] { return false }
        return true
    }

    private enum Scheme {
        case web, mail

        /// Nil for a scheme over which nothing may be linked.
        init?(_ name: ArraySlice<UInt8>) {
            func isCalled(_ scheme: StaticString) -> Bool {
                guard name.count == scheme.utf8CodeUnitCount else { return false }
                return name.indices.allSatisfy { place in
                    let letter = unsafe scheme.utf8Start[place - name.startIndex]
                    return name[place] | 0x20 == letter && name[place] & 0x40 != 0
                }
            }
            if isCalled("https") || isCalled("http") {
                self = .web
            } else if isCalled("mailto") {
                self = .mail
            } else {
                return nil
            }
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func encoded(_ address: ArraySlice<UInt8>) -> [UInt8] {
        if isEncoded(address.span) { return Array(address) }
        var output: [UInt8] = []
        output.reserveCapacity(address.count + 8)
        var hasFragment = false
        for index in address.indices {
            let byte = address[index]
            let isKept: Bool
            switch byte {
            case 0x25:
                let next = address[(index + 1)...].prefix(2)
                isKept = next.count == 2 && next.allSatisfy(\.isHexadecimalDigit)
            case 0x23:
                isKept = !hasFragment
                hasFragment = true
            default: isKept = byte.isAddressByte
            }
            if isKept {
                output.append(byte)
            } else {
                output += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return output
    }

    /// Whether each byte stands for itself; eight are looked at at once, most of which are letters, digits, points,
    /// hyphens and strokes.
    private static func isEncoded(_ address: Span<UInt8>) -> Bool {
        var place = 0
        while place < address.count {
            if place + 8 <= address.count {
                let word = address.word(at: place)
                if (word.letterMarks | word.marks(in: 0x2D...0x3A)).otherMarks == 0 {
                    place += 8
                    continue
                }
            }
            guard address[place].isAddressByte else { return false }
            place += 1
        }
        return true
    }

    // MARK: - Away from its page

    /// The address as it must stand where the page's own address is unknown, as in a feed (RFC 3986, section 5.2);
    /// `base` is the page's absolute address.
    func absolute(on base: [UInt8]) -> [UInt8] {
        guard kind == .local || kind == .fragment else { return address }
        let page = base.prefix { $0 != 0x23 }
        if kind == .fragment { return page + address }
        let withoutQuery = page.prefix { $0 != 0x3F }
        if address.first == 0x3F { return withoutQuery + address }
        // The path begins at the first stroke behind the scheme's two.
        let strokes = withoutQuery.indices.filter { withoutQuery[$0] == 0x2F }
        let hostEnd = strokes.count > 2 ? strokes[2] : withoutQuery.endIndex
        let path = address.prefix { $0 != 0x3F && $0 != 0x23 }
        var segments: [ArraySlice<UInt8>] = []
        if address.first != 0x2F {
            segments = withoutQuery[hostEnd...].split(separator: 0x2F, omittingEmptySubsequences: false)
            if !segments.isEmpty { segments.removeFirst() }
            if !segments.isEmpty { segments.removeLast() }
        }
        let parts = path.split(separator: 0x2F, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part.elementsEqual("..".utf8) {
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append([]) }
            } else if part.elementsEqual(".".utf8) {
                if isLast { segments.append([]) }
            } else if !(index == 0 && part.isEmpty && address.first == 0x2F) {
                segments.append(part)
            }
        }
        return withoutQuery[..<hostEnd] + [0x2F] + segments.joined(separator: [0x2F])
            + address[path.endIndex...]
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self & 0xDF)
    }

    /// Whether RFC 3986 lets the byte stand for itself somewhere behind the host.
    fileprivate var isAddressByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x21, 0x24, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x3B, 0x3D, 0x3A,
            0x40,
            0x2F, 0x3F:
            true
        default: false
        }
    }
}

extension [UInt8] {
    fileprivate func trimmingSpaces() -> ArraySlice<UInt8> {
        guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
            return []
        }
        return self[first...last]
    }
}
