import Syntax

/// Something for each case of an enumeration, found by the case's number: no case is compared with another.
struct CaseTable<Case: CaseIterable & Sendable, Entry: Sendable>: Sendable {
    /// In the order of the cases.
    let entries: [Entry]
    private let places: [UInt8?]

    init(_ entry: (Case) -> Entry) {
        entries = Case.allCases.map(entry)
        var places = [UInt8?](repeating: nil, count: 256)
        for (place, value) in Case.allCases.enumerated() {
            places[caseNumber(value)] = UInt8(truncatingIfNeeded: place)
        }
        self.places = places
    }

    /// Where a case's entry stands; nil for a case that is none of those that the enumeration lists.
    func place(of value: Case) -> Int? { places[caseNumber(value)].map(Int.init) }
}
