/// A text with «marks» around the places where findings must sit; the marks themselves are taken out.
package struct MarkedText: Sendable {
    package let text: String
    /// What stood between marks, as UTF-8 offsets of `text`, in the order in which they open.
    package let marks: [Range<Int>]

    package init(_ marked: String) {
        var bytes: [UInt8] = []
        var open: [(index: Int, start: Int)] = []
        var marks: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«":
                open.append((marks.count, bytes.count))
                marks.append(bytes.count..<bytes.count)
            case "»":
                guard let last = open.popLast() else { continue }
                marks[last.index] = last.start..<bytes.count
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.marks = marks
    }
}
