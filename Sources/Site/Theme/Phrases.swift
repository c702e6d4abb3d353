import Incidents
import Syntax

/// All texts of a theme in one language: `strings/en.yml` and what lies over it.
final class Phrases: Sendable {
    /// The language as BCP 47, which is the file's name.
    let language: String
    /// The texts as templates read them under `t`: a group is an object, such as `{{t.losses.title}}`.
    let object: TemplateValue
    let numbers: NumberStyle
    let dates: DateStyle
    let elapsed: ElapsedText
    let words: Vocabulary
    let losses: LossLabels
    let promises: PromiseLabels
    /// What the four durations of an incident are called, in their order.
    let spans: [SpanLabel]
    let noSpan: TemplateValue
    let checklist: ChecklistRows
    /// The entries of the table of contents, in the order of `sections`.
    let contents: TemplateConstants
    private let phrases: [String: Phrase]
    // The texts under `currency`, by the currency's code alone.
    private let currencies: [String: Phrase]

    /// `phrases` are by their dotted names, such as `losses.title`.
    init(language: String, _ phrases: [String: Phrase]) {
        self.language = language
        self.phrases = phrases
        currencies = Dictionary(
            phrases.filter { $0.key.hasPrefix("currency.") }
                .map { (String($0.key.dropFirst("currency.".count)), $0.value) },
            uniquingKeysWith: { first, _ in first })
        numbers = NumberStyle(
            group: phrases["number.group"]?.source ?? ",", point: phrases["number.point"]?.source ?? ".")
        dates = DateStyle { phrases[$0] }
        elapsed = ElapsedText(numbers) { phrases[$0] }
        words = Vocabulary { phrases[$0] }
        losses = LossLabels { phrases[$0] }
        promises = PromiseLabels { phrases[$0] }
        spans = SpanLabel.inOrder { phrases[$0] }
        noSpan = phrases["timeline.not_told"]?.value ?? .text("timeline.not_told")
        checklist = ChecklistRows(words, due: phrases["checklist.due_at"])
        object = Self.object(phrases)
        contents = TemplateConstants(
            Self.sections.map { _, id in
                let label = phrases["contents." + id]?.value ?? .text("contents." + id)
                return .object([.href: .constant("#" + id), .label: label])
            })
    }

    /// The sections of a record's page in their order: what each has to have to be there, and where it stands.
    static let sections: [(TemplateKey, id: String)] = [
        (.advice, "do"), (.standing, "standing"), (.summary, "summary"), (.statement, "products"),
        (.advisory, "versions"), (.affected, "affected"), (.losses, "losses"), (.timeline, "timeline"),
        (.cause, "cause"), (.assurances, "assurances"), (.claims, "claims"), (.measures, "measures"),
        (.chain, "chain"), (.questions, "questions"), (.checklist, "checklist"), (.lessons, "lessons"),
        (.updates, "updates"), (.corrections, "corrections"), (.references, "references"),
        (.follow, "follow"), (.standingInLog, "log"),
    ]

    /// A text without places to fill in; the name itself where the theme has no such text.
    func text(_ name: String) -> String { phrases[name]?.source ?? name }

    /// The names of all texts, sorted.
    var names: [String] { phrases.keys.sorted() }

    /// The places of a text that are filled in, sorted.
    func slots(of name: String) -> [String] { phrases[name]?.slots.sorted() ?? [] }

    /// A text without places for a template; the name itself where the theme has no such text.
    func value(_ name: String) -> TemplateValue { phrases[name]?.value ?? .text(name) }

    func has(_ name: String) -> Bool { phrases[name] != nil }

    func text(_ name: String, _ values: KeyValuePairs<String, String>) -> String {
        phrases[name]?.text(values) ?? name
    }

    /// Appends a text with one place filled, any other staying empty; the name itself where the theme has no such text.
    func append(
        _ name: String, to bytes: inout [UInt8], filling slot: String, _ fill: (inout [UInt8]) -> Void
    ) {
        guard let phrase = phrases[name] else { return bytes.append(text: name) }
        phrase.append(to: &bytes, filling: slot, fill)
    }

    /// Appends a text as HTML, each of whose places `fill` fills by its name; the name itself where the theme has no such
    /// text.
    func appendHTML(
        _ name: String, to bytes: inout [UInt8], filling fill: (String, inout [UInt8]) -> Void
    ) {
        guard let phrase = phrases[name] else { return HTMLText.append(name, to: &bytes) }
        phrase.appendHTML(to: &bytes, fill)
    }

    /// A text as HTML, its places filled with HTML that is safe already.
    func html(_ name: String, _ values: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
        phrases[name]?.html(values) ?? []
    }

    /// An amount of money as the language writes it: `$4,400,000`, or `12 XAU` for a currency without a text.
    func text(_ amount: Amount, in currency: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        append(amount, in: currency, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the letters of `text`.
    func append(_ amount: Amount, in currency: String, to bytes: inout [UInt8]) {
        if let phrase = currencies[currency] {
            phrase.append(to: &bytes) { numbers.append(amount, to: &$0) }
        } else {
            numbers.append(amount, to: &bytes)
            bytes.append(0x20)
            bytes.append(text: currency)
        }
    }

    /// A text that counts: `name.one` for 1, else `name.other`, with the number as `{n}`.
    func count(_ name: String, _ number: Int) -> String {
        text(number == 1 ? name + ".one" : name + ".other", ["n": numbers.text(number)])
    }

    private static func object(_ phrases: [String: Phrase]) -> TemplateValue {
        var groups: [(name: Substring, texts: [(TemplateKey, TemplateValue)])] = []
        for name in phrases.keys.sorted() {
            guard let phrase = phrases[name], let point = name.utf8.firstIndex(of: UInt8(ascii: "."))
            else { continue }
            if groups.last?.name != name[..<point] { groups.append((name[..<point], [])) }
            let key = TemplateKey(String(name[name.utf8.index(after: point)...]))
            groups[groups.count - 1].texts.append((key, phrase.value))
        }
        return .constant(groups.map { (TemplateKey(String($0.name)), .constant($0.texts)) })
    }
}

/// What a language calls the words of the record format.
final class Vocabulary: Sendable {
    let kind: WordList<RecordKind>
    let status: WordList<RecordStatus>
    let severity: WordList<IncidentSeverity>
    let confidence: WordList<Confidence>
    let phase: WordList<Phase>
    let milestone: WordList<Milestone>
    let exposure: WordList<Exposure>
    let operation: WordList<OperationalStatus>
    let lossClass: WordList<LossClass>
    let lossOwner: WordList<LossOwner>
    let disposition: WordList<Disposition>
    let fate: WordList<LossBalance.Fate>
    let lossGroup: WordList<LossClass>
    let lossGross: WordList<LossClass>
    let basis: WordList<Money.Basis>
    let statusMeaning: WordList<RecordStatus>
    let cause: WordList<CauseCategory>
    let subject: WordList<ClaimSubject>
    let urgency: WordList<Urgency>
    let mitigationKind: WordList<MitigationKind>
    let mitigation: WordList<MitigationStatus>
    let account: WordList<AccountRole>
    let transaction: WordList<TransactionRole>
    let involvement: WordList<Involvement>
    let withheld: WordList<WithholdingReason>
    let correction: WordList<CorrectionKind>
    let reference: WordList<ReferenceType>
    let justification: WordList<Justification>
    let exploitation: WordList<KnownExploitation>
    let assurance: WordList<AssuranceWord>
    let asset: WordList<AssetType>
    let question: WordList<StageQuestion>
    let checklistState: WordList<ChecklistState>

    init(_ text: (String) -> Phrase?) {
        kind = WordList("kind", text)
        status = WordList("status", text)
        severity = WordList("severity", text)
        confidence = WordList("confidence", text)
        phase = WordList("phase", text)
        milestone = WordList("milestone", text)
        exposure = WordList("exposure", text)
        operation = WordList("operation", text)
        lossClass = WordList("loss_class", text)
        lossOwner = WordList("loss_owner", text)
        disposition = WordList("disposition", text)
        fate = WordList("disposition", text)
        lossGroup = WordList(begin: "losses.group_", text)
        lossGross = WordList(begin: "losses.gross_", text)
        basis = WordList("basis", text)
        statusMeaning = WordList("status_meaning", text)
        cause = WordList("cause", text)
        subject = WordList("subject", text)
        urgency = WordList("urgency", text)
        mitigationKind = WordList("mitigation_kind", text)
        mitigation = WordList("mitigation", text)
        account = WordList("account", text)
        transaction = WordList("transaction", text)
        involvement = WordList("involvement", text)
        withheld = WordList("withheld", text)
        correction = WordList("correction_kind", text)
        reference = WordList("reference_type", text)
        justification = WordList("justification", text)
        exploitation = WordList("exploitation", text)
        assurance = WordList("assurance", text)
        asset = WordList("asset_type", text)
        question = WordList("stage_question", text)
        checklistState = WordList("checklist", text)
    }
}
