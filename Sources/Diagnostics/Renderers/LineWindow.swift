/// The part of a line that fits the terminal, chosen so that what is marked can be seen.
struct LineWindow {
    /// The visible text, with `…` at each end where something is left out.
    let text: String
    /// The line's column that stands in the window's first.
    private let start: Int
    private let width: Int

    /// `anchors` are columns that must be seen, the first of them surely; `reach` is where the labels beside them end.
    init(of line: DisplayLine, anchors: [Int], reach: Int, width: Int) {
        self.width = width
        let needed = max(line.width, min(reach, line.width + width))
        if needed <= width || line.width <= width / 2 {
            start = 0
            text =
                line.width <= width
                ? line.text(from: 0, to: line.width) : line.text(from: 0, to: width - 1) + "…"
            return
        }
        let first = anchors.min() ?? 0
        // Some words before the mark are kept; the rest of the room goes to the mark and what is said beside it.
        let before = min(first, max(4, min(24, width / 4)))
        let latest = max(0, first - before)
        let start = min(latest, max(0, max(reach, line.width) - width))
        self.start = start
        let end = start + width
        let cutsLeft = start > 0
        let cutsRight = line.width > end
        text =
            (cutsLeft ? "…" : "")
            + line.text(from: cutsLeft ? start + 1 : 0, to: cutsRight ? end - 1 : line.width)
            + (cutsRight ? "…" : "")
    }

    /// The window's column for one of the line's, kept inside the window.
    func column(_ column: Int) -> Int {
        min(max(0, column - start), width)
    }
}
