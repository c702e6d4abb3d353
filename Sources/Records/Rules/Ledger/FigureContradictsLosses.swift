import Diagnostics
import Incidents

/// An amount in the title or the summary is one that the losses tell.
///
/// Figures go around the world by the headline. One that the record's own ledger does not bear out is what others will
/// quote against you.
///
/// ```yaml
/// title: Bridge drained of $8M                        # wrong
/// title: Bridge drained of $4.4M                      # right
/// losses:
///   - {token: ETH, amount: "1500", class: stolen, value: {currency: USD, amount: 4400000}}
/// ```
///
/// A figure fits when it is a row's amount or value, one of its dispositions, the net, a total by class, a total without
/// minted supply, or a figure under `claims`, rounded to the digits that are written: 4.4 million is anything from
/// 4,350,000 on and below 4,500,000. A claim that is superseded, disputed or retracted bears nothing out: its figure stays
/// under `claims`, where its history is told. In the summary only figures are judged that stand nearest to a word such as
/// stolen, drained, lost or minted; those nearest to a word such as bounty, recovered or paid are left alone. Minted supply
/// is never added to what was stolen: a headline that does so is told so.
struct FigureContradictsLosses: Rule {
    static let code = "figure-contradicts-losses"
    static let title = "an amount in the title or the summary is one that the losses tell"
    static let concerns: RecordParts = .incident

    /// More figures than these in one text are a table, and no headline.
    private static let mostFigures = 64

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let incident = file.incident, file.isSound("losses") else { return }
        for (key, text) in [("title", file.record.title), ("summary", file.record.summary)] {
            let figures = FigureReader.figures(in: text)
            guard !figures.isEmpty, file.isSound(.key(key)) else { continue }
            let ledger = LossFigures(file, site.configuration)
            let folded = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            for figure in figures.prefix(Self.mostFigures) {
                let context = FigureContext(of: figure.range, in: folded)
                guard context == .loss || (key == "title" && context == .none) else { continue }
                let path = FieldPath(.key(key))
                if incident.losses.areNone, context == .loss, figure.low > .zero,
                    Self.isMoney(figure, site)
                {
                    let span = file.span(path, range: figure.range)
                    report.add(
                        Self.finding(
                            "\(Self.words(figure, text)) is told as lost, and `losses` says none", at: span,
                            secondary: [Label(file.span("losses"), "nothing was lost, it says")],
                            help: "write the loss under `losses`, or mend the \(key)"))
                } else if let claim = ledger.fallenClaim(behind: figure) {
                    report.add(
                        Self.finding(
                            "\(Self.words(figure, text)) is told by a \(claim.word) claim alone",
                            at: file.span(path, range: figure.range),
                            secondary: [Label(file.span(claim.place), "\(claim.word) here")],
                            help:
                                "write a figure that still holds into the \(key); the older one stays under `claims`"
                        ))
                } else if let comparison = ledger.comparison(for: figure), comparison.contradicts(figure),
                    let place = comparison.place
                {
                    report.add(contradiction(figure, text, path, comparison, place, file))
                }
            }
        }
    }

    private func contradiction(
        _ figure: Figure, _ text: String, _ path: FieldPath, _ comparison: LossFigures.Comparison,
        _ place: FieldPath,
        _ file: RecordFile
    ) -> Diagnostic {
        var notes: [String] = []
        if let sum = comparison.withMinted, figure.fits(sum.low, sum.high) {
            notes.append("it counts minted supply too, which is never added to what was stolen")
        }
        return Self.finding(
            "\(Self.words(figure, text)) is no figure that the losses tell",
            at: file.span(path, range: figure.range),
            secondary: [Label(file.span(place), "the losses say \(comparison.words)")], notes: notes,
            help: "mend the one that is wrong; somebody else's figure stands under `claims`, with who says it"
        )
    }

    private static func isMoney(_ figure: Figure, _ site: SiteUnderCheck) -> Bool {
        if case .word(let word) = figure.unit { return site.hasToken(word) }
        return true
    }

    private static func words(_ figure: Figure, _ text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[figure.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
            .onOneLine
    }
}
