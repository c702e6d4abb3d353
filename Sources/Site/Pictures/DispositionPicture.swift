import Incidents
import Syntax

/// What became of a loss as one bar: a segment for each part that is told, a dashed rest for what is not.
///
/// Segments carry the numbers of the table's rows, so that no colour has to be told from another.
struct DispositionPicture {
    private static let width = 3600
    private static let height = 280

    let bytes: [UInt8]

    /// Nil where the gross amount is not known: there is nothing to draw to scale. `gross` and `told` are the figures of
    /// all and of the parts in words.
    init?(
        page: Page, balance: LossBalance, gross: TemplateValue, told: [TemplateValue],
        id: (inout [UInt8]) -> Void
    ) {
        guard let whole = balance.gross.quantity?.high, !whole.isZero, balance.gross.unit == .token else {
            return nil
        }
        let (memory, parts, fates) = (page.memory, balance.parts, page.words.fate)
        var drawing = Drawing(
            width: Self.width, height: Self.height, style: "bar", id: id,
            title: {
                page.phrases.losses.picture.appendHTML(to: &$0, filling: "amount") {
                    memory.append(gross, to: &$0)
                }
            },
            describe: {
                for place in told.indices {
                    if place > 0 { $0.append(literal: "; ") }
                    memory.append(fates.value(parts[place].kind), to: &$0)
                    $0.append(literal: ": ")
                    memory.append(told[place], to: &$0)
                }
            })
        var x = 0
        for place in parts.indices where parts[place].kind != .unaccounted {
            guard let amount = parts[place].quantity?.high, !amount.isZero else { continue }
            let width = min(
                max(40, Self.length(amount.share(of: whole), of: Self.width)), Self.width - x)
            guard width > 0 else { break }
            Self.segment(parts[place].number, parts[place].kind.rawValue, x, width, &drawing)
            x += width
        }
        if Self.width - x > 10 {
            let isUnknown = parts.contains { $0.quantity?.isKnown == false }
            let rest = parts.last { $0.kind == .unaccounted }?.number ?? 0
            Self.segment(
                isUnknown ? nil : rest, isUnknown ? "unknown" : "unaccounted", x, Self.width - x, &drawing)
            if isUnknown, Self.width - x > 600 {
                drawing.text(
                    page.phrases.text("losses.not_known"), x: x + (Self.width - x) / 2, y: 180,
                    anchor: .middle,
                    style: "label")
            }
        }
        if case .range(let low, _) = balance.gross.quantity {
            let mark = Self.length(low.share(of: whole), of: Self.width)
            drawing.line(x1: mark, y1: 0, x2: mark, y2: Self.height, style: "mark")
        }
        bytes = drawing.finish()
    }

    private static func segment(
        _ number: Int?, _ kind: String, _ x: Int, _ width: Int, _ drawing: inout Drawing
    ) {
        drawing.rectangle(
            x: x + 10, y: 30, width: max(10, width - 20), height: height - 60, style: "part", kind: kind,
            radius: 30)
        if let number, width >= 140 {
            drawing.text(x: x + width / 2, y: 182, anchor: .middle, style: "number", kind: kind) {
                $0.append(number: number)
            }
        }
    }

    /// A share of a length in whole tenths.
    static func length(_ share: Double, of length: Int) -> Int {
        Int((share * Double(length)).rounded())
    }
}
