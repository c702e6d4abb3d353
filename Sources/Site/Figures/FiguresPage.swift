import Incidents
import Syntax

/// Losses by year, cause and token with what came back, and how long it took to notice, contain and tell: all incidents
/// that are published and not withdrawn.
struct FiguresPage {
    let edition: Edition
    let index: CatalogueIndex

    var artifacts: [Artifact] {
        let page = Page(edition, path: SiteAddress.figures)
        var frame = PageFrame(
            page: page, title: page.phrases.text("figures.title"),
            description: page.phrases.text("figures.intro"))
        frame.section = "figures"
        var object = frame.object()
        let cards = index.cards.filter { $0.kind == .incident && !$0.isWithdrawn }
        var silent = 0
        var classes = (LossClass.allCases + [nil]).map(LossesOfClass.init)
        var (tokens, durations) = (TokenSection(page: page), DurationSection(page: page))
        for card in cards {
            guard let figures = card.figures(in: index.store) else { continue }
            if figures.lossesAreUntold { silent += 1 }
            for place in classes.indices { classes[place].add(figures, year: card.disclosed.year) }
            tokens.add(figures.losses)
            durations.add(figures.durations)
        }
        let groups = classes.flatMap { losses in
            losses.currencies.sorted().map { (losses: losses, currency: $0) }
        }
        object.set(.count, page.phrases.count("figures.incidents", cards.count))
        object.set(.silent, silent == 0 ? .null : .text(page.phrases.count("figures.silent", silent)))
        object.set(
            .groups,
            TemplateValue(
                groups.enumerated().map { place, group in
                    FigureGroup(page: page, group.losses, currency: group.currency, number: place + 1)
                        .object()
                }))
        object.set(.tokens, tokens.value)
        object.set(.durations, cards.isEmpty ? .null : durations.value)
        return [page.artifact(.figures, object)].compactMap(\.self)
    }
}

/// One class of losses in one currency: by year and by cause.
private struct FigureGroup {
    let page: Page
    let currency: String
    let number: Int
    private let lossClass: LossClass?
    private var years: FigureTable<Int>
    private var causes: FigureTable<CauseCategory?>

    init(page: Page, _ losses: LossesOfClass, currency: String, number: Int) {
        self.page = page
        self.currency = currency
        self.number = number
        lossClass = losses.lossClass
        (years, causes) = (losses.years, losses.causes)
        years.sort { $0 > $1 }
        causes.sort { Self.causeOrder($0) < Self.causeOrder($1) }
    }

    func object() -> TemplateObject {
        let word = lossClass?.rawValue ?? "unclassed"
        let title = page.phrases.text(
            "figures.group", ["what": page.phrases.text("losses.group_" + word), "currency": currency])
        return [
            .id: .text("\(word)-\(currency.lowercased())"),
            .title: .text(title),
            .isMinted: .bool(lossClass == .minted),
            .tables: TemplateValue([
                table(
                    "years", title,
                    years.rows.map { (String($0.key), $0.figures.figures(in: currency), $0.incidents) }),
                table(
                    "causes", title,
                    causes.rows.map { row in
                        (
                            row.key.map { page.words.cause[$0] } ?? page.phrases.text("figures.no_cause"),
                            row.figures.figures(in: currency), row.incidents
                        )
                    }),
            ]),
        ]
    }

    private static func causeOrder(_ cause: CauseCategory?) -> Int {
        cause.flatMap { CauseCategory.allCases.firstIndex(of: $0) } ?? CauseCategory.allCases.count
    }

    private func table(_ name: String, _ title: String, _ rows: [(String, ValueFigures, Int)])
        -> TemplateObject
    {
        let most = rows.compactMap { $0.1.gross.high }.max() ?? .zero
        let heading = page.phrases.text("figures.by_" + name)
        let picture = BarsPicture(
            id: "\(name)-\(number)", title: title + ", " + heading,
            description: rows.map { $0.0 + ": " + gross($0.1) }.joined(separator: "; "),
            rows: rows.map { name, figures, _ in
                BarsPicture.Row(name: name, figure: gross(figures), parts: parts(figures, most))
            })
        return [
            .heading: .text(heading),
            .picture: .html(picture.bytes),
            .rows: TemplateValue(
                rows.map { name, figures, incidents in
                    [
                        .name: .text(name),
                        .count: .text(page.phrases.numbers.text(incidents)),
                        .gross: .text(gross(figures)),
                        .net: .text(net(figures)),
                        .atLarge: .text(atLarge(figures)),
                        .leftOut: figures.leftOut == 0
                            ? .null : .text(page.phrases.count("losses.left_out", figures.leftOut)),
                    ]
                }),
        ]
    }

    private func gross(_ figures: ValueFigures) -> String {
        figures.counted == 0 ? untold : page.text(figures.gross, in: currency)
    }

    /// Where not each row tells what came back, net is at most what is left of gross.
    private func net(_ figures: ValueFigures) -> String {
        guard figures.counted > 0 else { return untold }
        let text = page.text(figures.net, in: currency)
        return figures.tellsAllBack ? text : page.phrases.text("figures.at_most", ["figure": text])
    }

    /// Where not each row tells it, at least what is told is at large; nothing told is no figure.
    private func atLarge(_ figures: ValueFigures) -> String {
        if figures.tellsAllAtLarge, figures.counted > 0 { return page.text(figures.atLarge, in: currency) }
        guard figures.atLarge.high?.isZero == false else { return untold }
        return page.phrases.text("figures.at_least", ["figure": page.text(figures.atLarge, in: currency)])
    }

    private var untold: String { page.phrases.text("figures.not_told") }

    private func parts(_ figures: ValueFigures, _ most: Amount) -> [(kind: String, share: Double)] {
        func share(_ quantity: Quantity) -> Double { quantity.high?.share(of: most) ?? 0 }
        let told = share(figures.back) + share(figures.frozen) + share(figures.atLarge)
        return [
            ("returned", share(figures.back)), ("frozen", share(figures.frozen)),
            ("at_large", share(figures.atLarge)), ("unaccounted", max(0, share(figures.gross) - told)),
        ]
    }
}

/// Each token's losses in its own units.
private struct TokenSection {
    let page: Page

    private var tokens: [TokenFigures] = []
    private var places: [String: Int] = [:]

    init(page: Page) {
        self.page = page
    }

    /// Adds the losses of one incident.
    mutating func add(_ losses: [Loss]) {
        var seen: Set<Int> = []
        for row in losses {
            guard let token = row.token, row.quantity.isKnown else { continue }
            let key = token + " " + (row.lossClass?.rawValue ?? "")
            let place = places[key] ?? tokens.count
            if place == tokens.count {
                tokens.append(TokenFigures(token: token, lossClass: row.lossClass))
                places[key] = place
            }
            tokens[place].sum.add(row)
            if seen.insert(place).inserted { tokens[place].incidents += 1 }
        }
    }

    var value: TemplateValue {
        let sorted = tokens.sorted { left, right in
            let (a, b) = (page.tokenName(left.token), page.tokenName(right.token))
            return a == b ? (left.lossClass?.rawValue ?? "") < (right.lossClass?.rawValue ?? "") : a < b
        }
        return .rows(sorted.map(row))
    }

    private func row(_ figures: TokenFigures) -> TemplateObject {
        let (gross, net) = (figures.sum.total, figures.sum.net)
        return [
            .name: .text(page.tokenName(figures.token)),
            .kind: page.words.lossClass.badge(figures.lossClass),
            .count: .text(page.phrases.numbers.text(figures.incidents)),
            .gross: .text(page.text(gross, of: nil)),
            .net: .text(text(net)),
            .atLarge: .text(text(figures.sum[.atLarge])),
            .share: TemplateValue(share(net, of: gross)),
        ]
    }

    private func text(_ figure: LossBalance.Figure) -> String {
        guard let quantity = figure.quantity else { return page.phrases.text("losses.not_stated") }
        let text = page.text(quantity, of: nil)
        return figure.isInPart ? page.phrases.text("losses.in_part", ["figure": text]) : text
    }

    /// What was recovered and returned, of all.
    private func share(_ net: LossBalance.Figure, of gross: Quantity) -> String? {
        guard case .exact(let whole) = gross, case .exact(let net)? = net.quantity,
            let back = whole.subtracting(net), let millionths = back.millionths(of: whole)
        else { return nil }
        return ShareText(perMille: Int((millionths + 500) / 1000), isMore: !back.isZero).text(page.phrases)
    }
}

/// How long it took, for all incidents.
private struct DurationSection {
    let page: Page

    private var counts = ["detect", "contain", "disclose", "resolve"].map(DurationCounts.init)

    init(page: Page) {
        self.page = page
    }

    /// Adds those of one incident.
    mutating func add(_ durations: Durations) {
        counts[0].add(durations.timeToDetect)
        counts[1].add(durations.timeToContain)
        counts[2].add(durations.timeToDisclose)
        counts[3].add(durations.timeToResolve)
    }

    var value: TemplateValue {
        .object([
            .heads: TemplateValue(counts.map { page.phrases.text("timeline." + $0.name) }),
            .plots: TemplateValue(
                counts.map {
                    [
                        .title: .text(page.phrases.text("timeline." + $0.name)),
                        .meaning: .text(page.phrases.text("timeline.\($0.name)_meaning")),
                        .picture: .html(picture($0)),
                    ]
                }),
            .rows: TemplateValue(
                DurationCounts.Bucket.allCases.map { bucket in
                    [
                        .name: .text(page.phrases.text("figures.bucket_" + bucket.rawValue)),
                        .cells: TemplateValue(counts.map { page.phrases.numbers.text($0[bucket]) }),
                    ]
                }),
        ])
    }

    private func picture(_ counts: DurationCounts) -> [UInt8] {
        let most = max(1, DurationCounts.Bucket.allCases.map { counts[$0] }.max() ?? 1)
        let rows = DurationCounts.Bucket.allCases.map { bucket in
            BarsPicture.Row(
                name: page.phrases.text("figures.bucket_" + bucket.rawValue),
                figure: page.phrases.numbers.text(counts[bucket]),
                parts: [
                    (bucket == .notTold ? "unaccounted" : "frozen", Double(counts[bucket]) / Double(most))
                ])
        }
        return BarsPicture(
            id: "time-" + counts.name, title: page.phrases.text("timeline." + counts.name),
            description: rows.map { $0.name + ": " + $0.figure }.joined(separator: "; "), rows: rows
        ).bytes
    }
}
