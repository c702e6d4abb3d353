import Incidents
import Syntax

/// One token's loss: gross, net and at large beside each other, what became of it as a picture and a table of the same
/// figures, and the rows of the record that it is made of.
struct LossLine {
    private let page: RecordPage
    private let memory: TemplateMemory
    private let labels: LossLabels
    private let balance: LossBalance
    /// From 1 among the lines of the page.
    private let number: Int
    /// How people write the token.
    private let ticker: String?
    // The figures in words, which the picture and the tables tell alike; those of the parts where any fate has one.
    private let gross: TemplateValue
    private let told: [TemplateValue]

    init(_ balance: LossBalance, number: Int, on page: RecordPage) {
        self.balance = balance
        self.number = number
        self.page = page
        memory = page.memory
        labels = page.phrases.losses
        let ticker = balance.token.map(page.page.tokenName)
        self.ticker = ticker
        gross = Self.value(balance.gross, ticker, on: page)
        let notStated = labels.notStated
        told =
            balance.tellsFates
            ? balance.parts.map { part in
                part.quantity.map { page.page.value($0, in: .token(ticker)) } ?? notStated
            } : []
    }

    var value: TemplateValue {
        let registered = ticker.flatMap { page.edition.tokenName($0) }
        let name = ticker ?? page.phrases.text("losses.no_token")
        // A name that was cut short, or that stands for an identifier, has the whole of it beside it.
        let fullName = registered ?? (balance.token == name ? nil : balance.token)
        return memory.object { object in
            object.set(.id, memory.text { writeID(to: &$0) })
            object.set(.name, name)
            object.set(.detail, fullName == name ? nil : fullName)
            object.set(.figures, figures)
            object.set(.picture, TemplateValue(html: picture))
            object.set(.shares, shares)
            object.set(.untold, told.isEmpty ? TemplateValue(untold) : .null)
            object.set(.rows, memory.each(balance.rows.indices) { row($0) })
        }
    }

    private func writeID(to bytes: inout [UInt8]) {
        bytes.append(literal: "loss-")
        bytes.append(number: number)
    }

    /// Where no fate has a figure: which of them are not known, and of which nobody has said anything.
    private var untold: [String] {
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

    // MARK: - Figures

    /// Gross, net and at large, each with what it counts.
    private var figures: TemplateValue {
        memory.list(count: 3) { place in
            switch place {
            case 0:
                let meaning = balance.rows.first?.lossClass.map(page.words.lossGross.value)
                return figure(labels.gross, meaning ?? labels.gross.meaning, balance.gross, gross)
            case 1:
                let net = Self.value(balance.net, ticker, on: page)
                return figure(labels.net, labels.net.meaning, balance.net, net)
            default:
                let atLarge = Self.value(balance.atLarge, ticker, on: page)
                return figure(labels.atLarge, labels.atLarge.meaning, balance.atLarge, atLarge)
            }
        }
    }

    private func figure(
        _ label: LossLabels.Figure, _ meaning: TemplateValue, _ figure: LossBalance.Figure,
        _ value: TemplateValue
    ) -> TemplateValue {
        memory.object { object in
            object.set(.word, label.word)
            object.set(.label, label.label)
            object.set(.meaning, meaning)
            object.set(.value, value)
            object.set(.isKnown, .bool(figure.quantity?.isKnown == true))
        }
    }

    private static func value(
        _ figure: LossBalance.Figure, _ ticker: String?, on page: RecordPage
    ) -> TemplateValue {
        let labels = page.phrases.losses
        guard let quantity = figure.quantity else { return labels.notStated }
        let unit: Page.FigureUnit =
            if case .money(let currency) = figure.unit { .money(currency) } else { .token(ticker) }
        guard figure.isInPart else { return page.page.value(quantity, in: unit) }
        return page.memory.text {
            labels.inPart.append(to: &$0, filling: "figure") {
                page.page.append(quantity, in: unit, to: &$0)
            }
        }
    }

    // MARK: - What became of it

    private var picture: [UInt8]? {
        guard !told.isEmpty else { return nil }
        return DispositionPicture(
            page: page.page, balance: balance, gross: gross, told: told, id: { writeID(to: &$0) })?.bytes
    }

    /// The picture's figures as rows of a table, with the number that stands in the picture.
    private var shares: TemplateValue {
        let (parts, fates) = (balance.parts, page.words.fate)
        return memory.rows(told.indices) { place in
            memory.object { object in
                object.set(.number, .int(parts[place].number))
                object.set(.word, fates.word(parts[place].kind))
                object.set(.label, fates.value(parts[place].kind))
                object.set(.value, told[place])
                let isMore = parts[place].isMoreThanNothing
                object.set(
                    .share,
                    parts[place].share.map { share in
                        memory.text {
                            ShareText(perMille: share, isMore: isMore).append(page.phrases, to: &$0)
                        }
                    } ?? .null)
            }
        }
    }

    // MARK: - The rows of the record

    private func row(_ place: Int) -> TemplateValue {
        let row = balance.rows[place]
        return memory.object { object in
            object.set(.owner, page.words.lossOwner.badge(row.owner))
            object.set(
                .amount,
                balance.rows.count == 1 ? .null : page.page.value(row.quantity, in: .token(ticker)))
            let value = row.value.map { page.money($0) } ?? .null
            object.set(.value, value)
            object.set(.hasNoValue, .bool(!value.isTruthy))
            object.set(.confidence, page.words.confidence.badge(row.confidence))
            object.set(.source, page.source(row.source))
            object.set(.detail, page.prose(row.detail, headingOffset: 4))
        }
    }
}
