import Incidents
import Syntax

/// An inline picture in SVG: geometry in attributes, colours through classes of the style sheet, no style of its own.
///
/// Lengths are whole tenths of a unit, so that the same picture has the same bytes on every machine.
struct Drawing {
    private(set) var bytes: [UInt8] = []

    /// Begins a picture of this size with a title and a description, which stand for it where it cannot be seen.
    init(width: Int, height: Int, id: String, style: StaticString, title: String, description: String) {
        self.init(width: width, height: height, id: id, style: style, title: title) {
            HTMLText.append(description, to: &$0)
        }
    }

    /// The same with a description that is written as HTML.
    init(
        width: Int, height: Int, id: String, style: StaticString, title: String,
        describe: (inout [UInt8]) -> Void
    ) {
        self.init(
            width: width, height: height, style: style, id: { $0.append(text: id) },
            title: { HTMLText.append(title, to: &$0) }, describe: describe)
    }

    /// The same with its name and its title written as HTML.
    init(
        width: Int, height: Int, style: StaticString, id: (inout [UInt8]) -> Void,
        title: (inout [UInt8]) -> Void, describe: (inout [UInt8]) -> Void
    ) {
        bytes.reserveCapacity(3072)
        bytes.append(literal: "<svg class=\"pic ")
        bytes.append(literal: style)
        bytes.append(literal: "\" viewBox=\"0 0 ")
        add(tenths: width)
        bytes.append(0x20)
        add(tenths: height)
        bytes.append(literal: "\" role=\"img\" aria-labelledby=\"")
        id(&bytes)
        bytes.append(literal: "-t ")
        id(&bytes)
        bytes.append(literal: "-d\"><title id=\"")
        id(&bytes)
        bytes.append(literal: "-t\">")
        title(&bytes)
        bytes.append(literal: "</title><desc id=\"")
        id(&bytes)
        bytes.append(literal: "-d\">")
        describe(&bytes)
        bytes.append(literal: "</desc>")
    }

    mutating func rectangle(
        x: Int, y: Int, width: Int, height: Int, style: StaticString, kind: String? = nil, radius: Int = 0
    ) {
        element("<rect", style, kind, end: "\"/>") { tag in
            tag.append(" x=\"", tenths: x)
            tag.append("\" y=\"", tenths: y)
            tag.append("\" width=\"", tenths: width)
            tag.append("\" height=\"", tenths: height)
            if radius > 0 { tag.append("\" rx=\"", tenths: radius) }
        }
    }

    mutating func line(x1: Int, y1: Int, x2: Int, y2: Int, style: StaticString) {
        element("<line", style, end: "\"/>") { tag in
            tag.append(" x1=\"", tenths: x1)
            tag.append("\" y1=\"", tenths: y1)
            tag.append("\" x2=\"", tenths: x2)
            tag.append("\" y2=\"", tenths: y2)
        }
    }

    mutating func circle(x: Int, y: Int, radius: Int, style: StaticString) {
        element("<circle", style, end: "\"/>") { tag in
            tag.append(" cx=\"", tenths: x)
            tag.append("\" cy=\"", tenths: y)
            tag.append("\" r=\"", tenths: radius)
        }
    }

    enum Anchor {
        case start, middle, end
    }

    /// `squeezedTo` is the width into which a text is set that would be wider; nil leaves it as it is.
    mutating func text(
        _ text: String, x: Int, y: Int, anchor: Anchor = .start, squeezedTo width: Int? = nil,
        style: StaticString, kind: String? = nil
    ) {
        self.text(x: x, y: y, anchor: anchor, squeezedTo: width, style: style, kind: kind) {
            HTMLText.append(text, to: &$0)
        }
    }

    /// A text that is written as HTML.
    mutating func text(
        x: Int, y: Int, anchor: Anchor = .start, squeezedTo width: Int? = nil,
        style: StaticString, kind: String? = nil, _ write: (inout [UInt8]) -> Void
    ) {
        element("<text", style, kind, end: "\">") { tag in
            tag.append(" x=\"", tenths: x)
            tag.append("\" y=\"", tenths: y)
            if let width {
                tag.append("\" textLength=\"", tenths: width)
                tag.append(literal: "\" lengthAdjust=\"spacingAndGlyphs")
            }
            switch anchor {
            case .start: break
            case .middle: tag.append(literal: "\" text-anchor=\"middle")
            case .end: tag.append(literal: "\" text-anchor=\"end")
            }
        }
        write(&bytes)
        bytes.append(literal: "</text>")
    }

    mutating func finish() -> [UInt8] {
        bytes.append(literal: "</svg>")
        return bytes
    }

    /// No element's tag takes more bytes beside its classes: the names of its attributes, and five lengths.
    private static let longestTag = 256

    /// Writes an element's tag in one piece; `place` writes the attributes before its classes, the last one's closing
    /// quotation mark left out, and `end` closes the mark of the classes.
    @inline(__always)
    private mutating func element(
        _ name: StaticString, _ style: StaticString, _ kind: String? = nil, end: StaticString,
        _ place: (inout OutputSpan<UInt8>) -> Void
    ) {
        let room = Self.longestTag + style.utf8CodeUnitCount + (kind?.utf8.count ?? 0)
        bytes.append(addingCapacity: room) { tag in
            tag.append(literal: name)
            place(&tag)
            tag.append(literal: "\" class=\"")
            tag.append(literal: style)
            if let kind {
                tag.append(0x20)
                tag.append(text: kind)
            }
            tag.append(literal: end)
        }
    }

    private mutating func add(tenths value: Int) {
        bytes.append(addingCapacity: 24) { $0.append(tenths: value) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends an attribute's beginning up to its value, and that: a length, which takes at most 23 bytes.
    @inline(__always)
    fileprivate mutating func append(_ begin: StaticString, tenths value: Int) {
        append(literal: begin)
        append(tenths: value)
    }
}
