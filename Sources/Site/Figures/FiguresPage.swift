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
        let records = index.cards.filter { !$0.isWithdrawn }.compactMap(FiguredRecord.init)
        object.set(.count, .text(page.phrases.count("figures.incidents", records.count)))
        let silent = records.count(where: \.figures.lossesAreUntold)
        object.set(.silent, silent == 0 ? .null : .text(page.phrases.count("figures.silent", silent)))
        var number = 0
        var groups: [TemplateObject] = []
        for (lossClass, currency) in sums(records) {
            number += 1
            groups.append(
                FigureGroup(page: page, lossClass: lossClass, currency: currency, number: number).object(
                    records))
        }
        object.set(.groups, TemplateValue(groups))
        object.set(.tokens, TokenSection(page: page).value(records))
        object.set(.durations, DurationSection(page: page).value(records))
        return [page.artifact(.figures, object)].compactMap(\.self)
    }

    /// Which classes and currencies have a value anywhere, in the order of the classes and of the currencies' codes.
    private func sums(_ records: [FiguredRecord]) -> [(LossClass?, String)] {
        var found: Set<[String]> = []
        for record in records {
            for row in record.figures.losses {
                if let value = row.value, value.quantity.isKnown {
                    found.insert([row.lossClass?.rawValue ?? "", value.currency])
                }
            }
        }
        let classes = LossClass.allCases.map(Optional.some) + [nil]
        return classes.flatMap { lossClass in
            found.filter { $0[0] == lossClass?.rawValue ?? "" }.map { $0[1] }.sorted().map { (lossClass, $0) }
        }
    }
}

/// An incident's figures, unpacked for the page alone.
private struct FiguredRecord {
    let year: Int
    let figures: RecordCard.IncidentFigures

    /// Nil where the record is no incident.
    init?(_ card: RecordCard) {
        guard let figures = card.figures else { return nil }
        year = card.disclosed.year
        self.figures = figures
    }
}

/// One class of losses in one currency: by year and by cause.
private struct FigureGroup {
    let page: Page
    let lossClass: LossClass?
    let currency: String
    let number: Int

    func object(_ records: [FiguredRecord]) -> TemplateObject {
        var years = FigureTable<Int>(lossClass: lossClass, currency: currency)
        var causes = FigureTable<CauseCategory?>(lossClass: lossClass, currency: currency)
        for record in records {
            years.add(record.figures.losses, under: record.year)
            causes.add(record.figures.losses, under: record.figures.cause)
        }
        years.sort { $0 > $1 }
        causes.sort { causeOrder($0) < causeOrder($1) }
        let word = lossClass?.rawValue ?? "unclassed"
        let title = page.phrases.text(
            "figures.group", ["what": page.phrases.text("losses.group_" + word), "currency": currency])
        return [
            .id: .text("\(word)-\(currency.lowercased())"),
            .title: .text(title),
            .isMinted: .bool(lossClass == .minted),
            .tables: TemplateValue([
                table("years", title, years.rows.map { (String($0.key), $0.figures, $0.incidents) }),
                table(
                    "causes", title,
                    causes.rows.map { row in
                        (
                            row.key.map { page.words.cause[$0] } ?? page.phrases.text("figures.no_cause"),
                            row.figures, row.incidents
                        )
                    }),
            ]),
        ]
    }

    private func causeOrder(_ cause: CauseCategory?) -> Int {
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

    func value(_ records: [FiguredRecord]) -> TemplateValue {
        var tokens: [TokenFigures] = []
        var places: [String: Int] = [:]
        for record in records {
            var seen: Set<Int> = []
            for row in record.figures.losses {
                guard let token = row.token, row.quantity.isKnown else { continue }
                let key = token + " " + (row.lossClass?.rawValue ?? "")
                let place =
                    places[key]
                    ?? {
                        tokens.append(TokenFigures(token: token, lossClass: row.lossClass))
                        places[key] = tokens.count - 1
                        return tokens.count - 1
                    }()
                tokens[place].rows.append(row)
                if seen.insert(place).inserted { tokens[place].incidents += 1 }
            }
        }
        let sorted = tokens.sorted { left, right in
            let (a, b) = (page.tokenName(left.token), page.tokenName(right.token))
            return a == b ? (left.lossClass?.rawValue ?? "") < (right.lossClass?.rawValue ?? "") : a < b
        }
        return .rows(sorted.compactMap(row))
    }

    private func row(_ figures: TokenFigures) -> TemplateObject? {
        guard let balance = LossBalance.balances(of: figures.rows).first, let gross = balance.gross.quantity
        else {
            return nil
        }
        return [
            .name: .text(page.tokenName(figures.token)),
            .kind: page.words.lossClass.badge(figures.lossClass),
            .count: .text(page.phrases.numbers.text(figures.incidents)),
            .gross: .text(page.text(gross, of: nil)),
            .net: .text(text(balance.net)),
            .atLarge: .text(text(balance.atLarge)),
            .share: TemplateValue(share(balance, of: gross)),
        ]
    }

    private func text(_ figure: LossBalance.Figure) -> String {
        guard let quantity = figure.quantity else { return page.phrases.text("losses.not_stated") }
        let text = page.text(quantity, of: nil)
        return figure.isInPart ? page.phrases.text("losses.in_part", ["figure": text]) : text
    }

    /// What was recovered and returned, of all.
    private func share(_ balance: LossBalance, of gross: Quantity) -> String? {
        guard case .exact(let whole) = gross, case .exact(let net)? = balance.net.quantity,
            let back = whole.subtracting(net), let millionths = back.millionths(of: whole)
        else { return nil }
        return ShareText(perMille: Int((millionths + 500) / 1000), isMore: !back.isZero).text(page.phrases)
    }
}

/// How long it took, for all incidents.
private struct DurationSection {
    let page: Page

    func value(_ records: [FiguredRecord]) -> TemplateValue {
        guard !records.isEmpty else { return .null }
        var counts = ["detect", "contain", "disclose", "resolve"].map(DurationCounts.init)
        for record in records {
            let durations = record.figures.durations
            counts[0].add(durations.timeToDetect)
            counts[1].add(durations.timeToContain)
            counts[2].add(durations.timeToDisclose)
            counts[3].add(durations.timeToResolve)
        }
        return .object([
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
