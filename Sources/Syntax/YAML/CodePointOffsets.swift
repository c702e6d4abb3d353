/// The way from libyaml's places, counted in code points behind a byte-order mark, to UTF-8 offsets into the file.
struct CodePointOffsets {
    private static let stride = 16

    private let bytes: [UInt8]
    private let base: Int
    /// The offset of every sixteenth code point; empty where all bytes are ASCII and one is as long as the other.
    private var checkpoints: [Int32] = []

    init(_ bytes: [UInt8], from base: Int, isASCII: Bool) {
        self.bytes = bytes
        self.base = base
        guard !isASCII else { return }
        checkpoints.reserveCapacity((bytes.count - base) / Self.stride + 1)
        var count = 0
        for offset in base..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
            if count % Self.stride == 0 { checkpoints.append(Int32(truncatingIfNeeded: offset)) }
            count += 1
        }
    }

    /// The offset of a code point; a place behind the end is the end.
    func offset(of place: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(base + place, bytes.count) }
        let checkpoint = place / Self.stride
        guard checkpoint < checkpoints.count else { return bytes.count }
        var offset = Int(checkpoints[checkpoint])
        for _ in 0..<place % Self.stride {
            guard offset < bytes.count else { break }
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}
