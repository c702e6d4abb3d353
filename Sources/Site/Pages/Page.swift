import Incidents
import Syntax

/// One page as it is being made: where it will stand, in which language it speaks, and how it writes what pages share.
final class Page: Sendable {
    let edition: Edition
    let phrases: Phrases
    /// The page's path below the site's address, ending in `/`; empty for the home page.
    let path: String
    /// What leads from the page to the site's root: `./`, `../../`, or the root's own path where the page has no place.
    let root: String

    init(_ edition: Edition, path: String, language: String? = nil) {
        self.edition = edition
        self.path = path
        phrases = edition.theme.phrases(language ?? edition.site.lang)
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        root = depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    /// A piece of pages that stand in several places, with a mark of its own for the way to the root.
    init(_ edition: Edition, path: String, root: String) {
        self.edition = edition
        self.path = path
        self.root = root
        phrases = edition.theme.phrases(edition.site.lang)
    }

    /// A page that a server shows in the place of any other.
    init(anywhereIn edition: Edition) {
        self.edition = edition
        path = ""
        phrases = edition.theme.phrases(edition.site.lang)
        root = edition.address.basePath
    }

    var words: Vocabulary { phrases.words }

    /// An address of the site as this page links to it.
    func href(_ path: String) -> TemplateValue { .text(root + path) }

    // MARK: - Moments

    /// A `<time>` element: the words in the page's language, and the moment for machines with the writer's offset.
    func time(_ moment: Moment) -> [UInt8] {
        time(moment) { phrases.dates.append(moment, as: .html, to: &$0) }
    }

    /// The same with the day alone in its words.
    func shortTime(_ moment: Moment) -> [UInt8] {
        time(moment) { phrases.dates.appendShort(moment, as: .html, to: &$0) }
    }

    private func time(_ moment: Moment, _ words: (inout OutputSpan<UInt8>) -> Void) -> [UInt8] {
        let (begin, end): (StaticString, StaticString) = ("<time datetime=\"", "</time>")
        let longest =
            begin.utf8CodeUnitCount + Moment.longest + 2 + phrases.dates.longest + end.utf8CodeUnitCount
        return [UInt8](capacity: longest) { bytes in
            bytes.append(literal: begin)
            moment.append(to: &bytes)
            bytes.append(literal: "\">")
            words(&bytes)
            bytes.append(literal: end)
        }
    }

    func timeValue(_ moment: Moment?) -> TemplateValue {
        TemplateValue(html: moment.map { time($0) })
    }

    // MARK: - Figures

    /// `8,550,000 MIOTA`, `between 111 and 821 CIOTX`, or the words for what is not known.
    func text(_ quantity: Quantity, of token: String?) -> String {
        func figure(_ amount: Amount) -> String {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(48)
            phrases.numbers.append(amount, to: &bytes)
            if let token {
                bytes.append(0x20)
                bytes += tokenName(token).utf8
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        switch quantity {
        case .exact(let amount): return figure(amount)
        case .range(let low, let high):
            return phrases.text(
                "losses.range", ["low": phrases.numbers.text(low), "high": figure(high)])
        case .unknown: return phrases.text("losses.not_known")
        }
    }

    /// `$4,400,000`, `between $1 and $2`, or the words for what is not known.
    func text(_ quantity: Quantity, in currency: String) -> String {
        switch quantity {
        case .exact(let amount): return phrases.text(amount, in: currency)
        case .range(let low, let high):
            return phrases.text(
                "losses.range",
                ["low": phrases.text(low, in: currency), "high": phrases.text(high, in: currency)])
        case .unknown: return phrases.text("losses.not_known")
        }
    }

    /// How people write a token: a ticker as it is; of an identifier, the ticker that the register or the chain has
    /// for it, else its contract's address cut short.
    func tokenName(_ token: String) -> String {
        guard token.utf8.contains(UInt8(ascii: "/")) else { return token }
        if let ticker = edition.ticker(of: token) { return ticker }
        guard let id = try? TokenID(parsing: token) else { return token }
        if id.namespace == "slip44", let ticker = edition.chains[id.chain]?.token { return ticker }
        guard id.reference.utf8.count > 14 else { return id.reference }
        return id.reference.prefix(6) + "…" + id.reference.suffix(4)
    }

    func elapsed(_ elapsed: Elapsed) -> String { phrases.elapsed.text(elapsed) }

    /// A word of the format for a style sheet and its text for readers.
    func badge(_ word: String, _ text: String) -> TemplateValue {
        .object([.word: .text(word), .text: .text(text)])
    }
}
