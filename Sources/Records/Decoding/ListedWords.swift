import Incidents
import Syntax

/// A vocabulary whose words are found by the bytes of a document.
protocol ListedWord: Sendable, RawRepresentable<String>, CaseIterable {
    static var list: WordList<Self> { get }
}

/// The words of a vocabulary, each at the position of its text.
struct WordList<Word: ListedWord>: Sendable {
    let words: [Word]
    let keys: YAMLKeyTable

    init(_ words: some Collection<Word>) {
        self.words = Array(words)
        keys = YAMLKeyTable(words.map(\.rawValue))
    }
}

extension RecordStatus: ListedWord {
    static let list = WordList<RecordStatus>(allCases)
}

extension IncidentSeverity: ListedWord {
    static let list = WordList<IncidentSeverity>(allCases)
}

extension Voice: ListedWord {
    static let list = WordList<Voice>(allCases)
}

extension Confidence: ListedWord {
    static let list = WordList<Confidence>(allCases)
}

extension Phase: ListedWord {
    static let list = WordList<Phase>(allCases)
}

extension Milestone: ListedWord {
    static let list = WordList<Milestone>(allCases)
}

extension Exposure: ListedWord {
    static let list = WordList<Exposure>(allCases)
}

extension OperationalStatus: ListedWord {
    static let list = WordList<OperationalStatus>(allCases)
}

extension LossClass: ListedWord {
    static let list = WordList<LossClass>(allCases)
}

extension LossOwner: ListedWord {
    static let list = WordList<LossOwner>(allCases)
}

extension CauseCategory: ListedWord {
    static let list = WordList<CauseCategory>(allCases)
}

extension ClaimSubject: ListedWord {
    static let list = WordList<ClaimSubject>(allCases)
}

extension Urgency: ListedWord {
    static let list = WordList<Urgency>(allCases)
}

extension MitigationKind: ListedWord {
    static let list = WordList<MitigationKind>(allCases)
}

extension MitigationStatus: ListedWord {
    static let list = WordList<MitigationStatus>(allCases)
}

extension AccountRole: ListedWord {
    static let list = WordList<AccountRole>(allCases)
}

extension TransactionRole: ListedWord {
    static let list = WordList<TransactionRole>(allCases)
}

extension Involvement: ListedWord {
    static let list = WordList<Involvement>(allCases)
}

extension WithholdingReason: ListedWord {
    static let list = WordList<WithholdingReason>(allCases)
}

extension CorrectionKind: ListedWord {
    static let list = WordList<CorrectionKind>(allCases)
}

extension ReferenceType: ListedWord {
    static let list = WordList<ReferenceType>(allCases)
}

extension Justification: ListedWord {
    static let list = WordList<Justification>(allCases)
}

extension KnownExploitation: ListedWord {
    static let list = WordList<KnownExploitation>(allCases)
}

extension AssuranceWord: ListedWord {
    static let list = WordList<AssuranceWord>(allCases)
}

extension PublisherCategory: ListedWord {
    static let list = WordList<PublisherCategory>(allCases)
}

extension AssetType: ListedWord {
    static let list = WordList<AssetType>(allCases)
}

extension Money.Basis: ListedWord {
    static let list = WordList<Money.Basis>(allCases)
}
