/// The part of a second that keeps the items of one second apart, in microseconds.
///
/// Atom readers want `updated` to differ between entries (RFC 4287, section 4.2.15, and the W3C's validator). The part is
/// made from the record's id and from the item's place among its own kind, never from what else is published, so that
/// it stays as it is when other words come.
enum FeedTick {
    private static let slots: UInt64 = 10_000
    private static let ticksOfSlot: UInt64 = 100

    /// The part of the `number`th word of a record: 10,000 slots for records, a hundred words in each. Records of one
    /// organisation and year lie in slots of their own.
    static func of(record id: String, number: Int) -> Int32 {
        var prefix = Substring(id)
        var recordNumber: UInt64 = 0
        if let hyphen = id.lastIndex(of: "-"), let digits = UInt64(id[id.index(after: hyphen)...]) {
            prefix = id[..<hyphen]
            recordNumber = digits
        }
        let slot = (hash(prefix) % slots + recordNumber % slots) % slots
        return Int32((slot * ticksOfSlot + UInt64(number)) % (slots * ticksOfSlot))
    }

    /// The part of something that is told apart by its whole id alone.
    static func of(id: String) -> Int32 {
        Int32(hash(Substring(id)) % (slots * ticksOfSlot))
    }

    /// FNV-1a, 64 bits: the same on every machine.
    private static func hash(_ text: Substring) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
