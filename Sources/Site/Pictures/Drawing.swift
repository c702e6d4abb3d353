import Incidents
import Syntax

/// An inline picture in SVG: geometry in attributes, colours through classes of the style sheet, no style of its own.
///
/// Lengths are whole tenths of a unit, so that the same picture has the same bytes on every machine.
struct Drawing {
    private(set) var bytes: [UInt8] = []

    /// Begins a picture of this size with a title and a description, which stand for it where it cannot be seen.
    init(width: Int, height: Int, id: String, style: String, title: String, description: String) {
        self.init(width: width, height: height, id: id, style: style, title: title) {
            HTMLText.append(description, to: &$0)
        }
    }

    /// The same with a description that is written as HTML.
    init(
        width: Int, height: Int, id: String, style: String, title: String,
        describe: (inout [UInt8]) -> Void
    ) {
        bytes.reserveCapacity(2048)
        bytes.append(literal: "<svg class=\"pic ")
        bytes += style.utf8
        bytes.append(literal: "\" viewBox=\"0 0 ")
        add(tenths: width)
        bytes.append(0x20)
        add(tenths: height)
        bytes.append(literal: "\" role=\"img\" aria-labelledby=\"")
        bytes += id.utf8
        bytes.append(literal: "-t ")
        bytes += id.utf8
        bytes.append(literal: "-d\"><title id=\"")
        bytes += id.utf8
        bytes.append(literal: "-t\">")
        HTMLText.append(title, to: &bytes)
        bytes.append(literal: "</title><desc id=\"")
        bytes += id.utf8
        bytes.append(literal: "-d\">")
        describe(&bytes)
        bytes.append(literal: "</desc>")
    }

    mutating func rectangle(
        x: Int, y: Int, width: Int, height: Int, style: StaticString, kind: String? = nil, radius: Int = 0
    ) {
        bytes.append(literal: "<rect")
        attribute(" x=\"", x)
        attribute(" y=\"", y)
        attribute(" width=\"", width)
        attribute(" height=\"", height)
        if radius > 0 { attribute(" rx=\"", radius) }
        add(style, kind)
        bytes.append(literal: "\"/>")
    }

    mutating func line(x1: Int, y1: Int, x2: Int, y2: Int, style: StaticString) {
        bytes.append(literal: "<line")
        attribute(" x1=\"", x1)
        attribute(" y1=\"", y1)
        attribute(" x2=\"", x2)
        attribute(" y2=\"", y2)
        add(style, nil)
        bytes.append(literal: "\"/>")
    }

    mutating func circle(x: Int, y: Int, radius: Int, style: StaticString) {
        bytes.append(literal: "<circle")
        attribute(" cx=\"", x)
        attribute(" cy=\"", y)
        attribute(" r=\"", radius)
        add(style, nil)
        bytes.append(literal: "\"/>")
    }

    enum Anchor {
        case start, middle, end
    }

    /// `squeezedTo` is the width into which a text is set that would be wider; nil leaves it as it is.
    mutating func text(
        _ text: String, x: Int, y: Int, anchor: Anchor = .start, squeezedTo width: Int? = nil,
        style: StaticString, kind: String? = nil
    ) {
        bytes.append(literal: "<text")
        attribute(" x=\"", x)
        attribute(" y=\"", y)
        if let width {
            attribute(" textLength=\"", width)
            bytes.append(literal: " lengthAdjust=\"spacingAndGlyphs\"")
        }
        switch anchor {
        case .start: break
        case .middle: bytes.append(literal: " text-anchor=\"middle\"")
        case .end: bytes.append(literal: " text-anchor=\"end\"")
        }
        add(style, kind)
        bytes.append(literal: "\">")
        HTMLText.append(text, to: &bytes)
        bytes.append(literal: "</text>")
    }

    mutating func finish() -> [UInt8] {
        bytes.append(literal: "</svg>")
        return bytes
    }

    /// The classes, without the quotation mark behind them.
    private mutating func add(_ style: StaticString, _ kind: String?) {
        bytes.append(literal: " class=\"")
        bytes.append(literal: style)
        if let kind {
            bytes.append(0x20)
            bytes += kind.utf8
        }
    }

    /// `begin` is the attribute up to its value, such as ` x="`.
    private mutating func attribute(_ begin: StaticString, _ value: Int) {
        bytes.append(literal: begin)
        add(tenths: value)
        bytes.append(0x22)
    }

    private mutating func add(tenths value: Int) {
        if value < 0 { bytes.append(0x2D) }
        let size = Int(value.magnitude)
        bytes.append(decimal: size / 10)
        if size % 10 > 0 {
            bytes.append(0x2E)
            bytes.append(0x30 + UInt8(size % 10))
        }
    }
}
