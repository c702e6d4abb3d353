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
        var number = 0
        let told = LossClass.inOrder.filter { lossClass in all.contains { $0.lossClass == lossClass } }
        return page.memory.each(told) { lossClass in
            let count = all.count { $0.lossClass == lossClass }
            let rows = count == all.count ? all : all.filter { $0.lossClass == lossClass }
            let balances = LossBalance.balances(of: rows)
            let first = number + 1
            number += balances.count
            return page.memory.object { object in
                object.set(.word, lossClass.map(page.words.lossClass.word) ?? "unclassed")
                object.set(
                    .title,
                    lossClass.map(page.words.lossGroup.value)
                        ?? page.phrases.value("losses.group_unclassed"))
                object.set(.isMinted, .bool(lossClass == .minted))
                object.set(.totals, totals(of: rows))
                object.set(
                    .lines,
                    page.memory.each(balances.indices) {
                        LossLine(balances[$0], number: first + $0, on: page).value
                    })
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
}

extension LossClass {
    /// Every class in the order of a page, behind the losses that have none.
    static let inOrder: [LossClass?] = [nil] + allCases.map { $0 }
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
