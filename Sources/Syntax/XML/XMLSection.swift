/// HTML as a CDATA section of XML 1.0 holds it (2.7): the bytes that it has, but for what would end the section and for
/// characters that XML forbids.
package enum XMLSection {
    package static let start: StaticString = "<![CDATA["
    package static let end: StaticString = "]]>"

    /// Appends what stands between the start and the end of a section: `]]>` is shared out between two sections, forbidden
    /// characters are U+FFFD, and a carriage return, which XML takes for a line feed (2.11) as HTML does, is one.
    package static func append(_ html: [UInt8], to bytes: inout [UInt8]) {
        unsafe html.withUnsafeBufferPointer { unsafe bytes.append($0, as: Escapes()) }
    }

    struct Escapes: TextEscapes {
        @inline(__always)
        func marks(in eight: UInt64) -> UInt64 {
            eight.controls | eight.marks(of: 0x5D) | eight.marks(of: 0xEF)
        }

        @inline(__always)
        func arePlain(_ sixteen: SIMD16<UInt8>) -> Bool {
            // Lines are many, and their ends stay as they are.
            let controls = (sixteen .< .each(0x20)) .& (sixteen .!= .each(0x0A))
            return !(controls .| (sixteen .== .each(0x5D)) .| (sixteen .== .each(0xEF))).isAny
        }

        func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape {
            let byte = unsafe text[place]
            switch byte {
            case 0x09, 0x0A: return Escape(byte)
            case 0x0D: return Escape(0x0A)
            case 0x5D: return unsafe Self.bracket(text, at: place)
            case 0xEF: return unsafe XMLEscapes.noncharacter(text, at: place) ?? Escape(byte)
            default: return Escape("\u{FFFD}")
            }
        }

        /// The brackets of `]]>` as `]]]]><![CDATA[>`, in two pieces of at most eight bytes.
        private static func bracket(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Escape {
            func stands(_ byte: UInt8, _ distance: Int) -> Bool {
                unsafe text.indices.contains(place + distance) && text[place + distance] == byte
            }
            if stands(0x5D, 1), stands(0x3E, 2) { return Escape("]]]]><![") }
            guard stands(0x5D, -1), stands(0x3E, 1) else { return Escape(0x5D) }
            var escape = Escape("CDATA[>")
            escape.taken = 2
            return escape
        }
    }
}
