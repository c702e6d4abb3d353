import Incidents
import Testing

@testable import Site

@Suite("tables with an entry for each case")
struct CaseTableTests {
    private enum One: CaseIterable { case only }

    private enum Listed: String, CaseIterable {
        case first, second, unlisted, third

        static let allCases: [Listed] = [.third, .first, .second]
    }

    private func expectOwnEntries<Case: CaseIterable & Sendable & Equatable>(_: Case.Type) {
        let table = CaseTable<Case, Case> { $0 }
        for value in Case.allCases {
            #expect(table.place(of: value).map { table.entries[$0] } == value)
        }
    }

    @Test("each case has its own entry")
    func ownEntries() {
        expectOwnEntries(One.self)
        expectOwnEntries(Listed.self)
        expectOwnEntries(RecordStatus.self)
        expectOwnEntries(StageQuestion.self)
        expectOwnEntries(CauseCategory.self)
        expectOwnEntries(LossBalance.Fate.self)
    }

    @Test("a case that is not listed has none, and keeps the format's own word")
    func unlisted() {
        #expect(CaseTable<Listed, Int> { _ in 0 }.place(of: .unlisted) == nil)
        let words = WordList<Listed>("listed") { $0 == "listed.first" ? Phrase("The first") : nil }
        #expect(words[.first] == "The first")
        #expect(words[.third] == "third")
        #expect(words[.unlisted] == "unlisted")
    }
}
