/// A picture as PNG (ISO/IEC 15948): true colour, each row told by its difference from the one above it.
///
/// The compressor knows only runs of one byte, which is all that flat shapes need, and the fixed codes of DEFLATE
/// (RFC 1951, section 3.2.6).
enum PNGImage {
    static func bytes(of raster: Raster) -> [UInt8] {
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        var header = bigEndian(UInt32(raster.width)) + bigEndian(UInt32(raster.height))
        // Eight bits a channel, true colour, the one compression, the one set of filters, not interlaced.
        header += [8, 2, 0, 0, 0]
        chunk("IHDR", header, to: &png)
        chunk("IDAT", zlib(filteredRows(of: raster)), to: &png)
        chunk("IEND", [], to: &png)
        return png
    }

    private static func filteredRows(of raster: Raster) -> [UInt8] {
        let stride = raster.width * 3
        let nothing = [UInt8](repeating: 0, count: stride)
        var rows: [UInt8] = []
        rows.reserveCapacity((stride + 1) * raster.height)
        var above = nothing[...]
        for number in 0..<raster.height {
            let row = raster.pixels[number * stride..<(number + 1) * stride]
            rows.append(2)
            // Most rows of flat shapes are the one above them.
            if row == above { rows += nothing } else { rows += zip(row, above).lazy.map { $0 &- $1 } }
            above = row
        }
        return rows
    }

    private static func chunk(_ type: String, _ data: [UInt8], to png: inout [UInt8]) {
        png += bigEndian(UInt32(data.count))
        let body = Array(type.utf8) + data
        png += body
        png += bigEndian(crc(body))
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    // MARK: - zlib (RFC 1950)

    private static func zlib(_ data: [UInt8]) -> [UInt8] {
        var stream = BitStream(bytes: [0x78, 0x01])
        // One last block with the fixed codes.
        stream.append(0b011, count: 3)
        var index = 0
        while index < data.count {
            let byte = data[index]
            stream.append(literal: byte)
            index += 1
            var run = 0
            while run < 258, index + run < data.count, data[index + run] == byte { run += 1 }
            if run >= 3 {
                stream.append(runOf: run)
                index += run
            }
        }
        stream.append(symbol: 256)
        return stream.finished + bigEndian(adler(data))
    }

    private static func adler(_ data: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        var rest = data[...]
        while !rest.isEmpty {
            // As many bytes as leave both sums below 2^32.
            for byte in rest.prefix(5552) {
                a += UInt32(byte)
                b += a
            }
            (a, b) = (a % 65_521, b % 65_521)
            rest = rest.dropFirst(5552)
        }
        return b << 16 | a
    }

    private static func crc(_ data: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return crc ^ 0xFFFF_FFFF
    }
}

/// Bits in DEFLATE's order: the lowest of each byte first, codes from their highest bit.
private struct BitStream {
    var bytes: [UInt8]
    private var buffer: UInt32 = 0
    private var count = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var finished: [UInt8] { count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: buffer)] }

    mutating func append(_ bits: UInt32, count added: Int) {
        buffer |= bits << UInt32(count)
        count += added
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: buffer))
            buffer >>= 8
            count -= 8
        }
    }

    private mutating func append(code: UInt32, count: Int) {
        for bit in stride(from: count - 1, through: 0, by: -1) { append(code >> UInt32(bit) & 1, count: 1) }
    }

    mutating func append(literal byte: UInt8) { append(symbol: Int(byte)) }

    mutating func append(symbol: Int) {
        switch symbol {
        case ..<144: append(code: UInt32(0x30 + symbol), count: 8)
        case ..<256: append(code: UInt32(0x190 + symbol - 144), count: 9)
        case ..<280: append(code: UInt32(symbol - 256), count: 7)
        default: append(code: UInt32(0xC0 + symbol - 280), count: 8)
        }
    }

    /// A match of 3 to 258 bytes at distance 1.
    mutating func append(runOf length: Int) {
        let bases = [
            3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
            163, 195, 227, 258,
        ]
        let place = bases.lastIndex { $0 <= length } ?? 0
        append(symbol: 257 + place)
        // Eight codes stand for one length each; from then on four codes share a number of extra bits, and the last has none.
        let extraBits = place < 8 || place == 28 ? 0 : place / 4 - 1
        if extraBits > 0 { append(UInt32(length - bases[place]), count: extraBits) }
        append(code: 0, count: 5)
    }
}
