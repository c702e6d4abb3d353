import Syntax

/// An inline picture in SVG: geometry in attributes, colours through classes of the style sheet, no style of its own.
///
/// Lengths are whole tenths of a unit, so that the same picture has the same bytes on every machine.
struct Drawing {
    private(set) var bytes: [UInt8] = []

    /// Begins a picture of this size with a title and a description, which stand for it where it cannot be seen.
    init(width: Int, height: Int, id: String, style: String, title: String, description: String) {
        bytes.reserveCapacity(1024)
        add("<svg class=\"pic ")
        add(style)
        add("\" viewBox=\"0 0 ")
        add(tenths: width)
        add(" ")
        add(tenths: height)
        add("\" role=\"img\" aria-labelledby=\"")
        add(id)
        add("-t ")
        add(id)
        add("-d\"><title id=\"")
        add(id)
        add("-t\">")
        HTMLText.append(title, to: &bytes)
        add("</title><desc id=\"")
        add(id)
        add("-d\">")
        HTMLText.append(description, to: &bytes)
        add("</desc>")
    }

    mutating func rectangle(x: Int, y: Int, width: Int, height: Int, style: String, radius: Int = 0) {
        add("<rect")
        attribute("x", x)
        attribute("y", y)
        attribute("width", width)
        attribute("height", height)
        if radius > 0 { attribute("rx", radius) }
        close(style)
    }

    mutating func line(x1: Int, y1: Int, x2: Int, y2: Int, style: String) {
        add("<line")
        attribute("x1", x1)
        attribute("y1", y1)
        attribute("x2", x2)
        attribute("y2", y2)
        close(style)
    }

    mutating func circle(x: Int, y: Int, radius: Int, style: String) {
        add("<circle")
        attribute("cx", x)
        attribute("cy", y)
        attribute("r", radius)
        close(style)
    }

    enum Anchor: String {
        case start, middle, end
    }

    /// `squeezedTo` is the width into which a text is set that would be wider; nil leaves it as it is.
    mutating func text(
        _ text: String, x: Int, y: Int, anchor: Anchor = .start, squeezedTo width: Int? = nil, style: String
    ) {
        add("<text")
        attribute("x", x)
        attribute("y", y)
        if let width {
            attribute("textLength", width)
            add(" lengthAdjust=\"spacingAndGlyphs\"")
        }
        if anchor != .start { add(" text-anchor=\"\(anchor.rawValue)\"") }
        add(" class=\"")
        add(style)
        add("\">")
        HTMLText.append(text, to: &bytes)
        add("</text>")
    }

    mutating func finish() -> [UInt8] {
        add("</svg>")
        return bytes
    }

    private mutating func close(_ style: String) {
        add(" class=\"")
        add(style)
        add("\"/>")
    }

    private mutating func attribute(_ name: String, _ value: Int) {
        bytes.append(0x20)
        add(name)
        add("=\"")
        add(tenths: value)
        bytes.append(0x22)
    }

    private mutating func add(tenths value: Int) {
        if value < 0 { bytes.append(0x2D) }
        let size = value.magnitude
        add(String(size / 10))
        if size % 10 > 0 {
            bytes.append(0x2E)
            bytes.append(0x30 + UInt8(size % 10))
        }
    }

    private mutating func add(_ text: String) { bytes += text.utf8 }
}
