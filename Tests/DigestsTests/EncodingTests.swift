import Digests
import TestKit
import Testing

@Suite("encodings")
struct EncodingTests {
    @Test("bytes of any length come back from hex, base 64 and base 58")
    func roundTrips() {
        var random = SeededRandom(seed: 58)
        for length in 0..<80 {
            for zeros in [0, 1, 3] {
                let bytes =
                    [UInt8](repeating: 0, count: zeros)
                    + (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
                #expect(Hex.decode(Hex.encode(bytes)) == bytes)
                #expect(Base64.decode(Base64.encode(bytes)) == bytes)
                #expect(Base58.decode(Base58.encode(bytes)) == bytes)
                #expect(Base58Check.decode(Base58Check.encode(bytes)) == bytes)
                #expect(Bech32(prefix: "x", bytes: bytes, variant: .bech32m).bytes() == bytes)
            }
        }
    }

    @Test("base 64 gives RFC 4648's examples")
    func base64Vectors() {
        let vectors = [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ]
        for (plain, coded) in vectors {
            #expect(Base64.encode(Array(plain.utf8)) == coded)
            #expect(Base64.decode(coded) == Array(plain.utf8))
        }
    }

    @Test("base 64 has one text for each run of bytes")
    func base64IsStrict() {
        for wrong in [
            "Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Z===", "====", "Zm9v====", "Zm-_", "Zg==Zg==",
            "=",
        ] {
            #expect(Base64.decode(wrong) == nil, "\(wrong)")
        }
    }

    @Test("base 58 refuses the four letters that look like others")
    func base58Alphabet() {
        for letter in ["0", "O", "I", "l", " ", "é"] { #expect(Base58.decode("1" + letter) == nil) }
        #expect(Base58.decode("") == [])
        #expect(Base58.encode(Array("Hello World!".utf8)) == "2NEpo7TZRRrLZSi2U")
    }

    @Test("hex refuses odd counts and letters past f")
    func hexIsStrict() {
        for wrong in ["a", "ag", "0x", "aa a", "٠٠"] { #expect(Hex.decode(wrong) == nil) }
        #expect(Hex.decode("aBCd") == [0xAB, 0xCD])
    }
}

@Suite("bech32")
struct Bech32Tests {
    @Test(
        "the valid texts of BIP 173 and BIP 350 are read and written back",
        arguments: [
            ("A12UEL5L", Bech32.Variant.bech32),
            (
                "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
                .bech32
            ),
            ("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", .bech32),
            ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", .bech32),
            ("?1ezyfcl", .bech32),
            ("A1LQFN3A", .bech32m),
            ("abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx", .bech32m),
            ("split1checkupstagehandshakeupstreamerranterredcaperredlc445v", .bech32m),
            ("?1v759aa", .bech32m),
        ])
    func valid(text: String, variant: Bech32.Variant) throws {
        let read = try Bech32(parsing: Array(text.utf8))
        #expect(read.variant == variant)
        #expect(read.text == text.lowercased())
    }

    @Test("each way to be wrong has its own fault")
    func faults() {
        func fault(_ text: String) -> Bech32.Fault? {
            do throws(Bech32.Fault) {
                _ = try Bech32(parsing: Array(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(fault("A12uEL5L") == .mixedCase(at: 3))
        #expect(fault("pzry9x0s0muk") == .noSeparator)
        #expect(fault("1pzry9x0s0muk") == .noSeparator)
        #expect(fault("li1dgmt3") == .noSeparator)
        #expect(fault("x1b4n0q5v") == .foreignCharacter(at: 2))
        #expect(fault("a 1qpzry9x8") == .foreignCharacter(at: 1))
        #expect(fault("a12uel5q") == .badChecksum)
    }

    @Test("one mistyped character is found where it stands")
    func likelyError() {
        let good = Array("io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp".utf8)
        for position in 3..<good.count {
            var bad = good
            bad[position] = bad[position] == 0x71 ? 0x70 : 0x71
            let slip = Bech32.likelyError(in: bad)
            #expect(slip == Substitution(position: position, found: bad[position], expected: good[position]))
            #expect(slip?.applied(to: bad) == good)
        }
    }

    @Test("two mistyped characters are not guessed at")
    func noGuess() {
        var bad = Array("io1jh3ql40amx5dn5t5claw0slea3gmh0ek8flwlp".utf8)
        (bad[5], bad[20]) = (0x71, 0x71)
        #expect(Bech32.likelyError(in: bad) == nil)
    }

    @Test("a last group with bits to spare is refused")
    func padding() {
        #expect(Bech32(prefix: "x", values: [0, 0], variant: .bech32).bytes() == [0])
        #expect(Bech32(prefix: "x", values: [0, 1], variant: .bech32).bytes() == nil)
        #expect(Bech32(prefix: "x", values: [0, 0, 0], variant: .bech32).bytes() == nil)
    }
}
