import Digests
import Testing

@Suite("hashes")
struct HashTests {
    @Test("keccak-256 gives the published digests around the edge of a block")
    func keccakVectors() {
        let vectors = [
            (0, "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
            (136, "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e"),
            (135, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446"),
        ]
        for (count, hex) in vectors {
            #expect(Hex.encode(Keccak.hash256([UInt8](repeating: 0x61, count: count))) == hex)
        }
    }

    @Test("keccak-384 of nothing is the digest of Keccak's authors, not SHA3-384's")
    func keccak384OfNothing() {
        #expect(
            Hex.encode(Keccak.hash384([]))
                == "2c23146a63a29acf99e73b88f8c24eaa7dc60aa771780ccc006afbfa8fe2479b"
                + "2dd2b21362337441ac12b515911957ff")
    }

    @Test("a digest in pieces is the digest of the whole")
    func streaming() {
        let bytes = (0..<1000).map { UInt8($0 & 255) }
        for cut in [0, 1, 63, 64, 65, 999, 1000] {
            var stream = SHA256Stream()
            stream.update(bytes[..<cut])
            stream.update(Array(bytes[cut...]))
            #expect(stream.finish() == SHA256Digest(of: bytes))
        }
    }

    @Test("a digest's text is read back, and no other spelling of it")
    func digestText() {
        let digest = SHA256Digest(of: [])
        #expect(digest.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256Digest(text: digest.text) == digest)
        #expect(SHA256Digest(hex: digest.hex) == digest)
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
        for wrong in [
            digest.hex, "sha256:" + digest.hex.uppercased(), digest.text + "0", "sha512:" + digest.hex,
            String(digest.text.dropLast()) + "g", "",
        ] {
            #expect(SHA256Digest(text: wrong) == nil, "\(wrong)")
        }
    }

    @Test("digests sort as their hex does")
    func digestOrder() {
        let digests = (0..<50).map { SHA256Digest(of: [UInt8($0)]) }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }

    @Test("SHA-512 of abc is FIPS 180's")
    func sha512() {
        #expect(
            SHA512Digest(of: Array("abc".utf8)).hex
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    }

    @Test("Kerl gives the hash and the checksums of IOTA's own libraries")
    func kerl() {
        func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
        #expect(
            text(
                Kerl.hash(
                    Array(
                        "EMIDYNHBWMBCXVDEFOFWINXTERALUKYYPPHKP9JJFGJEIUY9MUDVNFZHMMWZUYUSWAIOWEVTHNWMHANBH"
                            .utf8)))
                == "EJEAOOZYSAWFPZQESYDHZCGYNSTWXUMVJOVDWUNZJXDGWCLUFGIMZRMGCAZGKNPLBRLGUNYWKLJTYEAQX")
        for (address, checksum) in [
            (
                "FJHSSHBZTAKQNDTIKJYCZBOZDGSZANCZSWCNWUOCZXFADNOQSYAHEJPXRLOVPNOQFQXXGEGVDGICLMOXX",
                "CHLTDDASB"
            ),
            (
                "9DZXPFSVCSSWXXQPFMWLGFKPBAFTHYMKMZCPFHBVHXPFNJEIJIEEPKXAUBKBNNLIKWHJIYQDFWQVELOCB",
                "JXZKHZYHC"
            ),
            (
                "OTSZGTNPKFSGJLUPUNGGXFBYF9GVUEHOADZZTDEOJPWNEIVBLHOMUWPILAHTQHHVSBKTDVQIAEQOZXGFB",
                "OTPNP9MFW"
            ),
        ] {
            #expect(text(Kerl.checksum(of: Array(address.utf8))) == checksum)
        }
        #expect(Kerl.hash(Array("TRYTES".utf8)) == nil)
        #expect(Kerl.hash([UInt8](repeating: 0x61, count: 81)) == nil)
    }
}
