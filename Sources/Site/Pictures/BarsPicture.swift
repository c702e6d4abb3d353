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

    /// `description` says in words what the rows show.
    init(id: String, title: String, description: String, rows: [Row]) {
        var drawing = Drawing(
            width: Self.width, height: max(1, rows.count) * Self.rowHeight, id: id, style: "bars",
            title: title,
            description: description)
        for (index, row) in rows.enumerated() {
            let top = index * Self.rowHeight
            drawing.text(row.name, x: 0, y: top + 150, style: "label")
            drawing.text(row.figure, x: Self.width, y: top + 150, anchor: .end, style: "label")
            drawing.line(x1: 0, y1: top + 280, x2: Self.width, y2: top + 280, style: "rule")
            var x = 0
            for part in row.parts where part.share > 0 {
                let width = min(
                    Self.width - x, max(20, DispositionPicture.length(part.share, of: Self.width)))
                guard width > 0 else { break }
                drawing.rectangle(
                    x: x + 5, y: top + 210, width: max(10, width - 10), height: 140,
                    style: "part \(part.kind)",
                    radius: 20)
                x += width
            }
        }
        bytes = drawing.finish()
    }
}
