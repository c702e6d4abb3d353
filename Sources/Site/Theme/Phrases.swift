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
    let words: Vocabulary
    private let phrases: [String: Phrase]

    /// `texts` are by their dotted names, such as `losses.title`.
    init(language: String, texts: [String: String]) {
        self.language = language
        phrases = texts.mapValues(Phrase.init)
        numbers = NumberStyle(group: texts["number.group"] ?? ",", point: texts["number.point"] ?? ".")
        dates = DateStyle(texts)
        words = Vocabulary { texts[$0] }
        object = .object(Self.object(texts))
    }

    /// A text without places to fill in; the name itself where the theme has no such text.
    func text(_ name: String) -> String { phrases[name]?.source ?? name }

    /// The names of all texts, sorted.
    var names: [String] { phrases.keys.sorted() }

    /// The places of a text that are filled in, sorted.
    func slots(of name: String) -> [String] { phrases[name]?.slots.sorted() ?? [] }

    func has(_ name: String) -> Bool { phrases[name] != nil }

    func text(_ name: String, _ values: KeyValuePairs<String, String>) -> String {
        phrases[name]?.text(values) ?? name
    }

    /// A text as HTML, its places filled with HTML that is safe already.
    func html(_ name: String, _ values: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
        phrases[name]?.html(values) ?? []
    }

    /// A text that counts: `name.one` for 1, else `name.other`, with the number as `{n}`.
    func count(_ name: String, _ number: Int) -> String {
        text(number == 1 ? name + ".one" : name + ".other", ["n": numbers.text(number)])
    }

    private static func object(_ texts: [String: String]) -> TemplateObject {
        var groups: [(name: String, texts: [(TemplateKey, TemplateValue)])] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let point = name.firstIndex(of: ".") else { continue }
            let group = String(name[..<point])
            let key = TemplateKey(String(name[name.index(after: point)...]))
            if groups.last?.name != group { groups.append((group, [])) }
            groups[groups.count - 1].texts.append((key, .text(text)))
        }
        return TemplateObject(groups.map { (TemplateKey($0.name), .object(TemplateObject($0.texts))) })
    }
}

/// What a language calls the words of the record format.
struct Vocabulary: Sendable {
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

    init(_ text: (String) -> String?) {
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
    }
}
