/// Rows of bars on one scale, each with its name above it and its figure at the end of that line.
struct BarsPicture {
    struct Row {
        let name: String
        let figure: String
        /// Parts of the whole width, each with what it is called in the style sheet.
        let parts: [(kind: String, share: Double)]
    }

    private static let width = 3600
    private static let rowHeight = 400

    let bytes: [UInt8]

    /// A row whose name and figure do not fit beside each other has its figure on a line of its own.
    private static let lineHeight = 160

    /// `description` says in words what the rows show.
    init(id: String, title: String, description: String, rows: [Row]) {
        let isLong = rows.map { Self.width(of: $0.name) + Self.width(of: $0.figure) > Self.width - 150 }
        let height = rows.count * Self.rowHeight + isLong.count { $0 } * Self.lineHeight
        var drawing = Drawing(
            width: Self.width, height: max(Self.rowHeight, height), id: id, style: "bars", title: title,
            description: description)
        var top = 0
        for (row, isLong) in zip(rows, isLong) {
            drawing.text(row.name, x: 0, y: top + 150, style: "label")
            if isLong { top += Self.lineHeight }
            drawing.text(
                row.figure, x: Self.width, y: top + 150, anchor: .end,
                squeezedTo: Self.width(of: row.figure) > Self.width ? Self.width : nil, style: "label")
            drawing.line(x1: 0, y1: top + 280, x2: Self.width, y2: top + 280, style: "rule")
            Self.draw(row.parts, top: top + 210, &drawing)
            top += Self.rowHeight
        }
        bytes = drawing.finish()
    }

    private static func draw(_ parts: [(kind: String, share: Double)], top: Int, _ drawing: inout Drawing) {
        var x = 0
        for part in parts where part.share > 0 {
            let width = min(
                Self.width - x, max(20, DispositionPicture.length(part.share, of: Self.width)))
            guard width > 0 else { break }
            drawing.rectangle(
                x: x + 5, y: top, width: max(10, width - 10), height: 140, style: "part",
                kind: part.kind, radius: 20)
            x += width
        }
    }

    /// About how wide a text of 12 units is, in tenths: no font is at hand, and most letters of most fonts are slimmer.
    private static func width(of text: String) -> Int { text.unicodeScalars.count * 62 }
}
