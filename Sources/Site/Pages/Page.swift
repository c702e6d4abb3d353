import Incidents
import Syntax

/// One page as it is being made: where it will stand, in which language it speaks, and how it writes what pages share.
final class Page {
    let edition: Edition
    let phrases: Phrases
    /// The page's path below the site's address, ending in `/`; empty for the home page.
    let path: String
    /// What leads from the page to the site's root: `./`, `../../`, or the root's own path where the page has no place.
    let root: String
    /// What the page's own values show, which no other page may.
    let memory: TemplateMemory

    /// `room` is how many bytes the page's own values have, roughly.
    init(_ edition: Edition, path: String, language: String? = nil, room: Int = 512) {
        self.edition = edition
        self.path = path
        memory = TemplateMemory(capacity: room)
        phrases = edition.theme.phrases(language ?? edition.site.lang)
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        root = depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    /// A piece of pages that stand in several places, with a mark of its own for the way to the root.
    init(_ edition: Edition, path: String, root: String) {
        self.edition = edition
        self.path = path
        self.root = root
        memory = TemplateMemory()
        phrases = edition.theme.phrases(edition.site.lang)
    }

    /// A page that a server shows in the place of any other.
    init(anywhereIn edition: Edition) {
        self.edition = edition
        path = ""
        memory = TemplateMemory()
        phrases = edition.theme.phrases(edition.site.lang)
        root = edition.address.basePath
    }

    var words: Vocabulary { phrases.words }

    /// The page with what its template makes of these values.
    func bytes(_ kind: PageKind, _ object: consuming TemplateMemory.Row) -> [UInt8] {
        edition.theme.page(kind, object.finish(), memory)
    }

    /// An address of the site as this page links to it.
    func href(_ path: String) -> TemplateValue {
        memory.text {
            $0.append(text: root)
            $0.append(text: path)
        }
    }

    /// A text with what stands before it.
    func text(_ begin: StaticString, _ text: String) -> TemplateValue {
        memory.text {
            $0.append(literal: begin)
            $0.append(text: text)
        }
    }

    /// The host of an address alone: `rekt.news`; nothing for no address.
    func hostName(of url: String?) -> TemplateValue {
        guard let url else { return .null }
        let text = url.utf8Span.span
        let range = WebAddress.hostRange(of: text)
        return memory.text { $0.append(text.extracting(range)) }
    }

    // MARK: - Moments

    /// A `<time>` element: the words in the page's language, and the moment for machines with the writer's offset.
    func time(_ moment: Moment) -> [UInt8] {
        var bytes: [UInt8] = []
        append(moment, to: &bytes)
        return bytes
    }

    /// The same with the day alone in its words.
    func shortTime(_ moment: Moment) -> TemplateValue {
        memory.html { append(moment, isShort: true, to: &$0) }
    }

    private func append(_ moment: Moment, isShort: Bool = false, to bytes: inout [UInt8]) {
        let dates = phrases.dates
        let (begin, end): (StaticString, StaticString) = ("<time datetime=\"", "</time>")
        let longest = begin.utf8CodeUnitCount + Moment.longest + 2 + dates.longest + end.utf8CodeUnitCount
        bytes.append(addingCapacity: longest) { bytes in
            bytes.append(literal: begin)
            moment.append(to: &bytes)
            bytes.append(literal: "\">")
            if isShort {
                dates.appendShort(moment, as: .html, to: &bytes)
            } else {
                dates.append(moment, as: .html, to: &bytes)
            }
            bytes.append(literal: end)
        }
    }

    /// The same for a template: one that the page has shown before, as most are, is not written again.
    func timeValue(_ moment: Moment) -> TemplateValue {
        memory.again(moment.mark) { memory.html { append(moment, to: &$0) } }
    }

    func timeValue(_ moment: Moment?) -> TemplateValue { moment.map { timeValue($0) } ?? .null }

    // MARK: - Figures

    /// `8,550,000 MIOTA`, `between 111 and 821 CIOTX`, or the words for what is not known.
    func text(_ quantity: Quantity, of token: String?) -> String {
        text(quantity, in: .token(token.map(tokenName)))
    }

    /// `$4,400,000`, `between $1 and $2`, or the words for what is not known.
    func text(_ quantity: Quantity, in currency: String) -> String { text(quantity, in: .money(currency)) }

    func text(_ quantity: Quantity, in unit: FigureUnit) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        append(quantity, in: unit, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a figure counts in.
    enum FigureUnit {
        /// A token as people write it; nil where none is told.
        case token(String?)
        case money(String)
    }

    /// A figure for a template.
    func value(_ quantity: Quantity, in unit: FigureUnit) -> TemplateValue {
        memory.text { append(quantity, in: unit, to: &$0) }
    }

    /// Appends a figure, or the words for what is not known.
    func append(_ quantity: Quantity, in unit: FigureUnit, to bytes: inout [UInt8]) {
        switch quantity {
        case .exact(let amount): append(amount, in: unit, to: &bytes)
        case .range(let low, let high):
            let least =
                switch unit {
                case .token: phrases.numbers.text(low)
                case .money(let currency): phrases.text(low, in: currency)
                }
            bytes.append(
                text: phrases.text("losses.range", ["low": least, "high": text(.exact(high), in: unit)]))
        case .unknown: bytes.append(text: phrases.text("losses.not_known"))
        }
    }

    private func append(_ amount: Amount, in unit: FigureUnit, to bytes: inout [UInt8]) {
        switch unit {
        case .money(let currency): phrases.append(amount, in: currency, to: &bytes)
        case .token(let token):
            phrases.numbers.append(amount, to: &bytes)
            guard let token else { return }
            bytes.append(0x20)
            bytes.append(text: token)
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

    func value(_ elapsed: Elapsed) -> TemplateValue {
        memory.text { phrases.elapsed.append(elapsed, to: &$0) }
    }

    /// A word of the format for a style sheet and its text for readers.
    func badge(_ word: String, _ text: String) -> TemplateValue {
        .object([.word: .text(word), .text: .text(text)])
    }
}

extension Moment {
    /// All that the moment is, as two numbers.
    fileprivate var mark: TemplateMemory.Mark {
        let precision =
            switch precision {
            case .year: 0
            case .month: 1
            case .day: 2
            case .second: 3
            }
        let rest =
            UInt64(UInt32(bitPattern: nanoseconds)) << 32 | UInt64(UInt16(bitPattern: offsetMinutes)) << 16
            | UInt64(fractionDigits) << 8 | UInt64(precision)
        return TemplateMemory.Mark(UInt64(bitPattern: start), rest)
    }
}
