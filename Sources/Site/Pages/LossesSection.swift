import Incidents
import Syntax

/// What was lost and what became of it: for each token gross, net and at large beside each other, never one of them
/// alone, and minted supply apart from what was stolen.
struct LossesSection {
    let page: RecordPage
    let losses: Losses

    var value: TemplateValue {
        .object([
            .isNothing: .bool(losses == .nothing),
            .isUnknown: .bool(losses == .unknown),
            .isSilent: .bool(losses == .notStated),
            .groups: TemplateValue(groups),
        ])
    }

    private var groups: [TemplateObject] {
        let all = losses.rows
        guard !all.isEmpty else { return [] }
        let labels = page.phrases.losses
        var number = 0
        return LossClass.inOrder.compactMap { lossClass in
            let count = all.count { $0.lossClass == lossClass }
            guard count > 0 else { return nil }
            let rows = count == all.count ? all : all.filter { $0.lossClass == lossClass }
            let balances = LossBalance.balances(of: rows)
            let first = number + 1
            number += balances.count
            return [
                .word: .text(lossClass?.rawValue ?? "unclassed"),
                .title: lossClass.map(page.words.lossGroup.value)
                    ?? page.phrases.value("losses.group_unclassed"),
                .isMinted: .bool(lossClass == .minted),
                .totals: TemplateValue(totals(of: rows)),
                .lines: .each(balances.indices) { line(balances[$0], number: first + $0, labels) },
            ]
        }
    }

    /// The value of a class in one currency, where it adds up more than one row: what went in and what did not.
    private func totals(of rows: [Loss]) -> [TemplateObject] {
        guard rows.count > 1 else { return [] }
        return LossLedger.values(of: rows).compactMap { value in
            guard value.total.count > 1 else { return nil }
            return [
                .value: page.page.value(value.total.quantity, in: .money(value.total.currency)),
                .counted: .text(page.phrases.count("losses.counted", value.total.count)),
                .leftOut: value.leftOut == 0
                    ? .null : .text(page.phrases.count("losses.left_out", value.leftOut)),
                .isDated: .bool(value.total.isDated),
                .isExact: .bool(value.total.isExact),
            ]
        }
    }

    private func line(_ balance: LossBalance, number: Int, _ labels: LossLabels) -> TemplateObject {
        let token = balance.token
        let ticker = token.map(page.page.tokenName)
        let register = ticker.flatMap(page.edition.token)
        let name = ticker ?? page.phrases.text("losses.no_token")
        // A name that was cut short, or that stands for an identifier, has the whole of it beside it.
        let fullName = register?.name ?? (token == name ? nil : token)
        let parts = balance.parts
        // Parts are large, so that none is taken out of its array.
        let tellsFates = parts.indices.contains { place in
            parts[place].kind != .unaccounted && parts[place].quantity?.isKnown == true
        }
        let id = "loss-" + String(number)
        // The picture and the table beside it tell the same figures.
        let told = tellsFates ? parts.indices.map { fate(of: parts[$0].quantity, balance, labels) } : []
        return [
            .id: .text(id),
            .name: .text(name),
            .detail: TemplateValue(fullName == name ? nil : fullName),
            .figures: .list(figures(balance, labels)),
            .picture: tellsFates
                ? TemplateValue(
                    html: DispositionPicture(page: page.page, balance: balance, told: told, id: id)?.bytes)
                : .null,
            .shares: tellsFates ? shares(balance, told) : .null,
            .untold: tellsFates ? .null : TemplateValue(untold(balance)),
            .rows: .each(balance.rows) { row($0, isOnlyOne: balance.rows.count == 1) },
        ]
    }

    private func fate(of quantity: Quantity?, _ balance: LossBalance, _ labels: LossLabels) -> [UInt8] {
        guard let quantity else { return Array(labels.notStated.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        page.page.append(quantity, in: .token(balance.token), to: &bytes)
        return bytes
    }

    /// Where no fate has a figure: which of them are not known, and of which nobody has said anything.
    private func untold(_ balance: LossBalance) -> [String] {
        let fates = balance.parts.filter { $0.kind != .unaccounted }
        return [
            ("losses.fates_unknown", fates.filter { $0.quantity != nil }),
            ("losses.fates_silent", fates.filter { $0.quantity == nil }),
        ]
        .compactMap { name, parts in
            guard !parts.isEmpty else { return nil }
            let words = parts.map { page.words.fate[$0.kind] }
            return page.phrases.text(
                name, ["parts": words.joined(separator: page.phrases.text("number.list"))])
        }
    }

    /// Gross, net and at large, each with what it counts.
    private func figures(_ balance: LossBalance, _ labels: LossLabels) -> [TemplateValue] {
        func figure(
            _ word: TemplateValue, _ label: TemplateValue, _ meaning: TemplateValue,
            _ figure: LossBalance.Figure
        ) -> TemplateValue {
            .object([
                .word: word, .label: label, .meaning: meaning,
                .value: value(figure, balance, labels),
                .isKnown: .bool(figure.quantity?.isKnown == true),
            ])
        }
        let gross = balance.rows.first?.lossClass.map(page.words.lossGross.value) ?? labels.grossUnclassed
        return [
            figure("gross", labels.gross, gross, balance.gross),
            figure("net", labels.net, labels.netMeaning, balance.net),
            figure("at_large", labels.atLarge, labels.atLargeMeaning, balance.atLarge),
        ]
    }

    private func value(
        _ figure: LossBalance.Figure, _ balance: LossBalance, _ labels: LossLabels
    ) -> TemplateValue {
        guard let quantity = figure.quantity else { return .text(labels.notStated) }
        let unit: Page.FigureUnit =
            if case .money(let currency) = figure.unit { .money(currency) } else { .token(balance.token) }
        guard figure.isInPart else { return page.page.value(quantity, in: unit) }
        return .text(page.phrases.text("losses.in_part", ["figure": page.page.text(quantity, in: unit)]))
    }

    /// The picture's figures as rows of a table, with the number that stands in the picture.
    private func shares(_ balance: LossBalance, _ told: [[UInt8]]) -> TemplateValue {
        let parts = balance.parts
        return .rows(told.indices) { place in
            let (kind, isMore) = (parts[place].kind, parts[place].isMoreThanNothing)
            return [
                .number: .int(parts[place].number),
                .word: .text(kind.rawValue),
                .label: page.words.fate.value(kind),
                .value: .bytes(told[place]),
                .share: parts[place].share.map { share in
                    page.page.memory.text {
                        ShareText(perMille: share, isMore: isMore).append(page.phrases, to: &$0)
                    }
                } ?? .null,
            ]
        }
    }

    private func row(_ loss: Loss, isOnlyOne: Bool) -> TemplateObject {
        [
            .owner: page.words.lossOwner.badge(loss.owner),
            .amount: isOnlyOne ? .null : page.page.value(loss.quantity, in: .token(loss.token)),
            .value: loss.value.map(page.money) ?? .null,
            .hasNoValue: .bool(loss.value == nil),
            .confidence: page.words.confidence.badge(loss.confidence),
            .source: page.source(loss.source),
            .detail: page.prose(loss.detail, headingOffset: 4),
        ]
    }
}

extension LossClass {
    /// Every class in the order of a page, behind the losses that have none.
    static let inOrder: [LossClass?] = [nil] + allCases.map { $0 }
}

/// What the lines of all losses say alike in a language.
struct LossLabels: Sendable {
    let gross, net, netMeaning, atLarge, atLargeMeaning, grossUnclassed: TemplateValue
    let notStated: String
    let share, shareBelow: Phrase
    /// What stands before a share's tenths.
    let point: [UInt8]

    /// `phrase` finds a text of the theme by its dotted name.
    init(_ phrase: (String) -> Phrase?) {
        func value(_ name: String) -> TemplateValue { phrase(name)?.value ?? .text(name) }
        gross = value("losses.gross")
        net = value("losses.net")
        netMeaning = value("losses.net_meaning")
        atLarge = value("losses.at_large")
        atLargeMeaning = value("losses.at_large_meaning")
        grossUnclassed = value("losses.gross_unclassed")
        notStated = phrase("losses.not_stated")?.source ?? "losses.not_stated"
        share = phrase("losses.share") ?? Phrase("losses.share")
        shareBelow = phrase("losses.share_below") ?? Phrase("losses.share_below")
        point = Array((phrase("number.point")?.source ?? "number.point").utf8)
    }
}

extension RecordPage {
    /// A value with what makes it checkable: its moment or that it has none, how it was come by, and who says so.
    func money(_ money: Money) -> TemplateValue {
        .object([
            .text: page.value(money.quantity, in: .money(money.currency)),
            .at: page.timeValue(money.at),
            .basis: money.basis.map(words.basis.value) ?? .null,
            .source: source(money.source),
        ])
    }
}
