/// The Keccak sponge with its first padding (0x01), before FIPS 202 changed it: what Ethereum and IOTA hash with.
package enum Keccak {
    /// Keccak-256: the 32-byte hash that EIP-55 and every EVM chain mean by "keccak".
    package static func hash256(_ bytes: some Collection<UInt8>) -> [UInt8] {
        sponge(bytes, rate: 136, length: 32)
    }

    /// Keccak-384: the 48-byte hash inside IOTA's Kerl.
    package static func hash384(_ bytes: some Collection<UInt8>) -> [UInt8] {
        sponge(bytes, rate: 104, length: 48)
    }

    private static func sponge(_ bytes: some Collection<UInt8>, rate: Int, length: Int) -> [UInt8] {
        var state = [UInt64](repeating: 0, count: 25)
        var scratch = [UInt64](repeating: 0, count: 25)
        var filled = 0
        for byte in bytes {
            state[filled >> 3] ^= UInt64(byte) << UInt64((filled & 7) << 3)
            filled += 1
            if filled == rate {
                permute(&state, &scratch)
                filled = 0
            }
        }
        state[filled >> 3] ^= 0x01 << UInt64((filled & 7) << 3)
        state[(rate - 1) >> 3] ^= 0x80 << 56
        permute(&state, &scratch)
        return (0..<length).map { UInt8(truncatingIfNeeded: state[$0 >> 3] >> UInt64(($0 & 7) << 3)) }
    }

    /// Keccak-f[1600] over both buffers of the caller, so that no round allocates.
    private static func permute(_ a: inout [UInt64], _ b: inout [UInt64]) {
        for constant in roundConstants {
            let c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20]
            let c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21]
            let c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22]
            let c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23]
            let c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24]
            let d0 = c4 ^ (c1 << 1 | c1 >> 63)
            let d1 = c0 ^ (c2 << 1 | c2 >> 63)
            let d2 = c1 ^ (c3 << 1 | c3 >> 63)
            let d3 = c2 ^ (c4 << 1 | c4 >> 63)
            let d4 = c3 ^ (c0 << 1 | c0 >> 63)
            for row in stride(from: 0, to: 25, by: 5) {
                move(a[row] ^ d0, from: row, into: &b)
                move(a[row + 1] ^ d1, from: row + 1, into: &b)
                move(a[row + 2] ^ d2, from: row + 2, into: &b)
                move(a[row + 3] ^ d3, from: row + 3, into: &b)
                move(a[row + 4] ^ d4, from: row + 4, into: &b)
            }
            for row in stride(from: 0, to: 25, by: 5) {
                let (b0, b1, b2, b3, b4) = (b[row], b[row + 1], b[row + 2], b[row + 3], b[row + 4])
                a[row] = b0 ^ (~b1 & b2)
                a[row + 1] = b1 ^ (~b2 & b3)
                a[row + 2] = b2 ^ (~b3 & b4)
                a[row + 3] = b3 ^ (~b4 & b0)
                a[row + 4] = b4 ^ (~b0 & b1)
            }
            a[0] ^= constant
        }
    }

    @inline(__always)
    private static func move(_ lane: UInt64, from index: Int, into b: inout [UInt64]) {
        let turn = rotations[index]
        b[destinations[index]] = turn == 0 ? lane : lane << turn | lane >> (64 - turn)
    }

    /// How far the lane at x + 5y turns (rho).
    private static let rotations: [UInt64] = [
        0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14,
    ]

    /// Where the lane at x + 5y goes: to y + 5·((2x + 3y) mod 5) (pi).
    private static let destinations: [Int] = [
        0, 10, 20, 5, 15, 16, 1, 11, 21, 6, 7, 17, 2, 12, 22, 23, 8, 18, 3, 13, 14, 24, 9, 19, 4,
    ]

    private static let roundConstants: [UInt64] = [
        0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808A, 0x8000_0000_8000_8000,
        0x0000_0000_0000_808B, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
        0x0000_0000_0000_008A, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000A,
        0x0000_0000_8000_808B, 0x8000_0000_0000_008B, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
        0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800A, 0x8000_0000_8000_000A,
        0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
    ]
}
