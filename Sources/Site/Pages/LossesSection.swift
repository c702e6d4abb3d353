import Incidents
import Syntax

/// What was lost and what became of it: for each token gross, net and at large beside each other, never one of them
/// alone, and minted supply apart from what was stolen.
struct LossesSection {
    let page: RecordPage
    let losses: Losses

    var value: TemplateValue {
        page.memory.object { object in
            object.set(.isNothing, .bool(losses.areNone))
            object.set(.isUnknown, .bool(losses.areUnknown))
            object.set(.isSilent, .bool(!losses.areStated))
            object.set(.groups, groups)
        }
    }

    private var groups: TemplateValue {
        let all = losses.rows
        guard !all.isEmpty else { return .null }
        let labels = page.phrases.losses
        var number = 0
        let told = LossClass.inOrder.filter { lossClass in all.contains { $0.lossClass == lossClass } }
        return page.memory.each(told) { lossClass in
            let count = all.count { $0.lossClass == lossClass }
            let rows = count == all.count ? all : all.filter { $0.lossClass == lossClass }
            let balances = LossBalance.balances(of: rows)
            let first = number + 1
            number += balances.count
            return page.memory.object { object in
                object.set(.word, lossClass?.rawValue ?? "unclassed")
                object.set(
                    .title,
                    lossClass.map(page.words.lossGroup.value)
                        ?? page.phrases.value("losses.group_unclassed"))
                object.set(.isMinted, .bool(lossClass == .minted))
                object.set(.totals, totals(of: rows))
                object.set(
                    .lines,
                    page.memory.each(balances.indices) { line(balances[$0], number: first + $0, labels) })
            }
        }
    }

    /// The value of a class in one currency, where it adds up more than one row: what went in and what did not.
    private func totals(of rows: [Loss]) -> TemplateValue {
        guard rows.count > 1 else { return .null }
        return page.memory.each(LossLedger.values(of: rows).filter { $0.total.count > 1 }) { value in
            page.memory.object { object in
                object.set(.value, page.page.value(value.total.quantity, in: .money(value.total.currency)))
                object.set(.counted, page.phrases.count("losses.counted", value.total.count))
                object.set(
                    .leftOut,
                    value.leftOut == 0
                        ? .null : .text(page.phrases.count("losses.left_out", value.leftOut)))
                object.set(.isDated, .bool(value.total.isDated))
                object.set(.isExact, .bool(value.total.isExact))
            }
        }
    }

    private func line(_ balance: LossBalance, number: Int, _ labels: LossLabels) -> TemplateValue {
        let token = balance.token
        let ticker = token.map(page.page.tokenName)
        let registered = ticker.flatMap { page.edition.token($0)?.name }
        let name = ticker ?? page.phrases.text("losses.no_token")
        // A name that was cut short, or that stands for an identifier, has the whole of it beside it.
        let fullName = registered ?? (token == name ? nil : token)
        let parts = balance.parts
        // Parts are large, so that none is taken out of its array.
        let tellsFates = parts.indices.contains { place in
            parts[place].kind != .unaccounted && parts[place].quantity?.isKnown == true
        }
        let id = "loss-" + String(number)
        // The picture and the table beside it tell the same figures.
        let told = tellsFates ? parts.indices.map { fate(of: parts[$0].quantity, balance, labels) } : []
        return page.memory.object { object in
            object.set(.id, id)
            object.set(.name, name)
            object.set(.detail, fullName == name ? nil : fullName)
            object.set(.figures, figures(balance, labels))
            object.set(
                .picture,
                tellsFates
                    ? TemplateValue(
                        html: DispositionPicture(page: page.page, balance: balance, told: told, id: id)?.bytes
                    )
                    : .null)
            object.set(.shares, tellsFates ? shares(balance, told) : .null)
            object.set(.untold, tellsFates ? .null : TemplateValue(untold(balance)))
            object.set(.rows, page.memory.each(balance.rows.indices) { row($0, of: balance.rows) })
        }
    }

    private func fate(of quantity: Quantity?, _ balance: LossBalance, _ labels: LossLabels) -> TemplateValue {
        quantity.map { page.page.value($0, in: .token(balance.token)) } ?? labels.notStated
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
    private func figures(_ balance: LossBalance, _ labels: LossLabels) -> TemplateValue {
        func figure(
            _ word: TemplateValue, _ label: TemplateValue, _ meaning: TemplateValue,
            _ figure: LossBalance.Figure
        ) -> TemplateValue {
            page.memory.object { object in
                object.set(.word, word)
                object.set(.label, label)
                object.set(.meaning, meaning)
                object.set(.value, value(figure, balance, labels))
                object.set(.isKnown, .bool(figure.quantity?.isKnown == true))
            }
        }
        let gross = balance.rows.first?.lossClass.map(page.words.lossGross.value) ?? labels.grossUnclassed
        return page.memory.list(count: 3) { place in
            switch place {
            case 0: figure("gross", labels.gross, gross, balance.gross)
            case 1: figure("net", labels.net, labels.netMeaning, balance.net)
            default: figure("at_large", labels.atLarge, labels.atLargeMeaning, balance.atLarge)
            }
        }
    }

    private func value(
        _ figure: LossBalance.Figure, _ balance: LossBalance, _ labels: LossLabels
    ) -> TemplateValue {
        guard let quantity = figure.quantity else { return labels.notStated }
        let unit: Page.FigureUnit =
            if case .money(let currency) = figure.unit { .money(currency) } else { .token(balance.token) }
        guard figure.isInPart else { return page.page.value(quantity, in: unit) }
        return .text(page.phrases.text("losses.in_part", ["figure": page.page.text(quantity, in: unit)]))
    }

    /// The picture's figures as rows of a table, with the number that stands in the picture.
    private func shares(_ balance: LossBalance, _ told: [TemplateValue]) -> TemplateValue {
        let parts = balance.parts
        return page.memory.rows(told.indices) { place in
            let (kind, isMore) = (parts[place].kind, parts[place].isMoreThanNothing)
            return page.memory.object { object in
                object.set(.number, .int(parts[place].number))
                object.set(.word, kind.rawValue)
                object.set(.label, page.words.fate.value(kind))
                object.set(.value, told[place])
                object.set(
                    .share,
                    parts[place].share.map { share in
                        page.memory.text {
                            ShareText(perMille: share, isMore: isMore).append(page.phrases, to: &$0)
                        }
                    } ?? .null)
            }
        }
    }

    /// The row at a place; rows are large, so that none is taken out of its array.
    private func row(_ place: Int, of rows: ArraySlice<Loss>) -> TemplateValue {
        page.memory.object { object in
            object.set(.owner, page.words.lossOwner.badge(rows[place].owner))
            object.set(
                .amount,
                rows.count == 1
                    ? .null : page.page.value(rows[place].quantity, in: .token(rows[place].token)))
            let value = rows[place].value.map { page.money($0) } ?? .null
            object.set(.value, value)
            object.set(.hasNoValue, .bool(!value.isTruthy))
            object.set(.confidence, page.words.confidence.badge(rows[place].confidence))
            object.set(.source, page.source(rows[place].source))
            object.set(.detail, page.prose(rows[place].detail, headingOffset: 4))
        }
    }
}

extension LossClass {
    /// Every class in the order of a page, behind the losses that have none.
    static let inOrder: [LossClass?] = [nil] + allCases.map { $0 }
}

/// What the lines of all losses say alike in a language.
final class LossLabels: Sendable {
    let gross, net, netMeaning, atLarge, atLargeMeaning, grossUnclassed, notStated: TemplateValue
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
        notStated = value("losses.not_stated")
        share = phrase("losses.share") ?? Phrase("losses.share")
        shareBelow = phrase("losses.share_below") ?? Phrase("losses.share_below")
        point = Array((phrase("number.point")?.source ?? "number.point").utf8)
    }
}

extension RecordPage {
    /// A value with what makes it checkable: its moment or that it has none, how it was come by, and who says so.
    func money(_ money: Money) -> TemplateValue {
        page.memory.object { object in
            object.set(.text, page.value(money.quantity, in: .money(money.currency)))
            object.set(.at, page.timeValue(money.at))
            object.set(.basis, money.basis.map(words.basis.value) ?? .null)
            object.set(.source, source(money.source))
        }
    }
}
