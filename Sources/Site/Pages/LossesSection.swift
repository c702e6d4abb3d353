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
        var number = 0
        return ([LossClass?.none] + LossClass.allCases).compactMap { lossClass in
            let rows = losses.rows.filter { $0.lossClass == lossClass }
            guard !rows.isEmpty else { return nil }
            let balances = LossBalance.balances(of: rows)
            let word = lossClass?.rawValue ?? "unclassed"
            return [
                .word: .text(word),
                .title: .text(page.phrases.text("losses.group_" + word)),
                .isMinted: .bool(lossClass == .minted),
                .totals: TemplateValue(totals(of: rows)),
                .lines: TemplateValue(
                    balances.map { balance in
                        number += 1
                        return line(balance, number: number)
                    }),
            ]
        }
    }

    /// The value of a class in one currency, where it adds up more than one row: what went in and what did not.
    private func totals(of rows: [Loss]) -> [TemplateObject] {
        LossLedger(rows).values.compactMap { value in
            guard value.total.count > 1 else { return nil }
            return [
                .value: .text(page.page.text(value.total.quantity, in: value.total.currency)),
                .counted: .text(page.phrases.count("losses.counted", value.total.count)),
                .leftOut: value.leftOut == 0
                    ? .null : .text(page.phrases.count("losses.left_out", value.leftOut)),
                .isDated: .bool(value.total.isDated),
                .isExact: .bool(value.total.isExact),
            ]
        }
    }

    private func line(_ balance: LossBalance, number: Int) -> TemplateObject {
        let token = balance.token
        let register = token.flatMap { page.edition.token(page.page.tokenName($0)) }
        let name = token.map(page.page.tokenName) ?? page.phrases.text("losses.no_token")
        // A name that was cut short, or that stands for an identifier, has the whole of it beside it.
        let fullName = register?.name ?? (token == name ? nil : token)
        let tellsFates = balance.parts.contains { $0.kind != .unaccounted && $0.quantity?.isKnown == true }
        return [
            .id: .text("loss-\(number)"),
            .name: .text(name),
            .detail: TemplateValue(fullName == name ? nil : fullName),
            .figures: TemplateValue(figures(balance)),
            .picture: tellsFates
                ? TemplateValue(
                    html: DispositionPicture(page: page.page, balance: balance, id: "loss-\(number)")?.bytes)
                : .null,
            .shares: tellsFates ? .rows(shares(balance)) : .null,
            .untold: tellsFates ? .null : TemplateValue(untold(balance)),
            .rows: TemplateValue(balance.rows.map { row($0, isOnlyOne: balance.rows.count == 1) }),
        ]
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
            let words = parts.map { page.phrases.text("disposition.\($0.kind.rawValue)") }
            return page.phrases.text(
                name, ["parts": words.joined(separator: page.phrases.text("number.list"))])
        }
    }

    /// Gross, net and at large, each with what it counts.
    private func figures(_ balance: LossBalance) -> [TemplateObject] {
        let word = balance.rows[0].lossClass?.rawValue ?? "unclassed"
        func figure(_ name: String, _ figure: LossBalance.Figure) -> TemplateObject {
            let meaning = name == "gross" ? "losses.gross_\(word)" : "losses.\(name)_meaning"
            return [
                .word: .text(name),
                .label: .text(page.phrases.text("losses." + name)),
                .meaning: .text(page.phrases.text(meaning)),
                .value: .text(text(figure, balance)),
                .isKnown: .bool(figure.quantity?.isKnown == true),
            ]
        }
        return [
            figure("gross", balance.gross), figure("net", balance.net), figure("at_large", balance.atLarge),
        ]
    }

    private func text(_ figure: LossBalance.Figure, _ balance: LossBalance) -> String {
        guard let quantity = figure.quantity else { return page.phrases.text("losses.not_stated") }
        let text =
            if case .money(let currency) = figure.unit {
                page.page.text(quantity, in: currency)
            } else {
                page.page.text(quantity, of: balance.token)
            }
        return figure.isInPart ? page.phrases.text("losses.in_part", ["figure": text]) : text
    }

    /// The picture's figures as rows of a table, with the number that stands in the picture.
    private func shares(_ balance: LossBalance) -> [TemplateObject] {
        guard balance.parts.contains(where: { $0.kind != .unaccounted && $0.quantity != nil }) else {
            return []
        }
        return balance.parts.map { part in
            [
                .number: .text(String(part.number)),
                .word: .text(part.kind.rawValue),
                .label: .text(page.phrases.text("disposition." + part.kind.rawValue)),
                .value: .text(
                    part.quantity.map { page.page.text($0, of: balance.token) }
                        ?? page.phrases.text("losses.not_stated")),
                .share: TemplateValue(
                    part.share.map {
                        ShareText(perMille: $0, isMore: part.isMoreThanNothing).text(page.phrases)
                    }),
            ]
        }
    }

    private func row(_ loss: Loss, isOnlyOne: Bool) -> TemplateObject {
        [
            .owner: loss.owner.map { page.page.badge($0.rawValue, page.words.lossOwner[$0]) } ?? .null,
            .amount: isOnlyOne ? .null : .text(page.page.text(loss.quantity, of: loss.token)),
            .value: loss.value.map(money) ?? .null,
            .hasNoValue: .bool(loss.value == nil),
            .confidence: page.page.badge(loss.confidence),
            .source: page.source(loss.source),
            .detail: page.prose(loss.detail, headingOffset: 4),
        ]
    }

    /// A value with what makes it checkable: its moment or that it has none, how it was come by, and who says so.
    func money(_ money: Money) -> TemplateValue {
        page.money(money)
    }
}

extension RecordPage {
    func money(_ money: Money) -> TemplateValue {
        .object([
            .text: .text(page.text(money.quantity, in: money.currency)),
            .at: page.timeValue(money.at),
            .basis: money.basis.map { .text(phrases.text("basis." + $0.rawValue)) } ?? .null,
            .source: source(money.source),
        ])
    }
}
