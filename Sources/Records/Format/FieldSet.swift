/// Fields of one mapping, by their positions among its fields.
struct FieldSet: Sendable, Equatable {
    private var bits: UInt64 = 0

    init() {}

    init(_ positions: some Sequence<Int>) {
        for position in positions { insert(position) }
    }

    var isEmpty: Bool { bits == 0 }
    var count: Int { bits.nonzeroBitCount }

    /// No mapping of the format has more than 64 fields.
    mutating func insert(_ position: Int) {
        precondition(position < UInt64.bitWidth)
        bits |= 1 << UInt64(position)
    }

    /// Takes out the first position; nil where none is left.
    mutating func popFirst() -> Int? {
        guard bits != 0 else { return nil }
        let position = bits.trailingZeroBitCount
        bits &= bits - 1
        return position
    }

    func contains(_ position: Int) -> Bool { bits & 1 << UInt64(position) != 0 }
    func isSuperset(of other: FieldSet) -> Bool { bits & other.bits == other.bits }

    func intersection(_ other: FieldSet) -> FieldSet {
        var both = self
        both.bits &= other.bits
        return both
    }
}
