/// The part of a second that keeps the items of one second apart, in microseconds.
///
/// Atom readers want `updated` to differ between entries (RFC 4287, section 4.2.15, and the W3C's validator). The part is
/// made from the record's id and from the item's place among its own kind, never from what else is published, so that
/// it stays as it is when other words come.
struct FeedTick {
    private static let slots: UInt64 = 10_000
    private static let ticksOfSlot: UInt64 = 100

    private let slot: UInt64
    private let start: UInt64

    /// The parts of a record's items: 10,000 slots for records, a hundred words in each. Records of one organisation and
    /// year lie in slots of their own.
    init(record id: String) {
        var recordNumber: UInt64 = 0
        var prefix = id.utf8[...]
        if let hyphen = id.utf8.lastIndex(of: 0x2D), let digits = UInt64(id[id.index(after: hyphen)...]) {
            prefix = id.utf8[..<hyphen]
            recordNumber = digits
        }
        let hash = Self.hash(prefix, from: Self.basis)
        slot = ((hash ^ hash >> 32) % Self.slots + recordNumber % Self.slots) % Self.slots
        start = Self.hash(id.utf8, from: Self.basis)
    }

    /// The part of the `number`th word.
    func of(number: Int) -> Int32 {
        Int32((slot * Self.ticksOfSlot + UInt64(number)) % (Self.slots * Self.ticksOfSlot))
    }

    /// The part of something that is told apart by its id within the record alone.
    func of(id: String) -> Int32 {
        let hash = Self.hash(id.utf8, from: Self.hash(CollectionOfOne(0x2F), from: start))
        return Int32((hash ^ hash >> 32) % (Self.slots * Self.ticksOfSlot))
    }

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a, 64 bits: the same on every machine.
    private static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64) -> UInt64 {
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
