import Digests
import Testing

@Suite("signed notes")
struct SignedNoteTests {
    static let verifier = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    static let note = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """

    @Test("the specification's note verifies, and not with one bit flipped anywhere in text or signature")
    func vector() throws {
        let key = try #require(NoteKey(text: Self.verifier))
        #expect(key.text == Self.verifier)
        let bytes = Array(Self.note.utf8)
        let note = try #require(SignedNote(parsing: bytes))
        #expect(note.verify(with: [key]) == .verified(by: [key]))
        #expect(note.bytes == bytes)
        for index in bytes.indices {
            for bit in 0..<8 {
                var wrong = bytes
                wrong[index] ^= 1 << bit
                guard let note = SignedNote(parsing: wrong) else { continue }
                #expect(note.verify(with: [key]) != .verified(by: [key]), "bit \(bit) of byte \(index)")
            }
        }
    }

    @Test("a checkpoint signed with a seed of 00 to 1f is the one that Go's library signs")
    func checkpointVector() throws {
        let signer = try #require(NoteSigner(name: "example.org/log", seed: (0..<32).map { UInt8($0) }))
        let tree = MerkleTree(entries: ["entry 0", "entry 1", "entry 2"].map { Array($0.utf8) })
        let checkpoint = Checkpoint(origin: "example.org/log", size: 3, root: tree.root)
        #expect(checkpoint.text == "example.org/log\n3\nlPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=\n")
        let line =
            "— example.org/log mK8CO5970PhVZelOkCKHdRTKZpmY9lGlVo0yyk+7CgwAktZyQeur7G6JMMoDFkD7snFIjHZfJAx4P8Q/"
            + "IRkY+SieWAs=\n"
        let given = try #require(SignedNote(parsing: Array((checkpoint.text + "\n" + line).utf8)))
        #expect(given.verify(with: [signer.key]) == .verified(by: [signer.key]))
        let ours = try #require(SignedNote(text: checkpoint.text)?.signed(by: signer))
        #expect(ours.verify(with: [signer.key]) == .verified(by: [signer.key]))
        #expect(SignedNote(parsing: ours.bytes) == ours)
        #expect(Checkpoint(text: ours.text) == checkpoint)
    }

    @Test("keys are written and read back, and a wrong hash or algorithm is refused")
    func keys() throws {
        let signer = try #require(NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 7, count: 32)))
        #expect(NoteKey(text: signer.key.text) == signer.key)
        #expect(NoteSigner(secretText: signer.secretText)?.key == signer.key)
        #expect(signer.secretText.hasPrefix("PRIVATE+KEY+example.org/log+"))
        for wrong in [
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a", "", "++",
        ] {
            #expect(NoteKey(text: wrong) == nil, "\(wrong)")
        }
        #expect(NoteSigner(secretText: signer.key.text) == nil)
        #expect(NoteSigner(name: "two words", seed: [UInt8](repeating: 7, count: 32)) == nil)
        #expect(NoteSigner(name: "a+b", seed: [UInt8](repeating: 7, count: 32)) == nil)
        #expect(NoteSigner(name: "", seed: [UInt8](repeating: 7, count: 32)) == nil)
        #expect(NoteSigner(name: "short", seed: [7]) == nil)
    }

    @Test("signatures of strangers are passed over; a false one of a known key spoils the note")
    func severalSigners() throws {
        let ours = try #require(NoteSigner(name: "ours", seed: [UInt8](repeating: 1, count: 32)))
        let witness = try #require(NoteSigner(name: "witness", seed: [UInt8](repeating: 2, count: 32)))
        let plain = try #require(SignedNote(text: "one\n\ntwo\n"))
        let both = try #require(plain.signed(by: witness)?.signed(by: ours))
        let read = try #require(SignedNote(parsing: both.bytes))
        #expect(read.text == "one\n\ntwo\n")
        #expect(read.verify(with: [ours.key]) == .verified(by: [ours.key]))
        #expect(read.verify(with: [ours.key, witness.key]) == .verified(by: [witness.key, ours.key]))
        #expect(read.verify(with: []) == .unknownSigners)
        let other = try #require(SignedNote(text: "three\n", signatures: both.signatures))
        #expect(other.verify(with: [witness.key]) == .forged(witness.key))
    }

    @Test("a note that is not quite a note is refused")
    func strictness() {
        for wrong in [
            "", "\n", "text\n", "text\n\n", "text\n\n— a\n", "text\n\n— a AAAA\n", "text\n\n- a AAAAAAA=\n",
            "text\n\n— a AAAAAAA=", "text\n\n— a  AAAAAAA=\n", "te\u{7}xt\n\n— a AAAAAAA=\n",
            "\n— a AAAAAAA=\n",
        ] {
            #expect(SignedNote(parsing: Array(wrong.utf8)) == nil, "\(wrong.debugDescription)")
        }
        #expect(SignedNote(parsing: Array("text\n\n— a AAAAAAA=\n".utf8)) != nil)
        #expect(SignedNote(parsing: [0xFF] + Array("text\n\n— a AAAAAAA=\n".utf8)) == nil)
    }

    @Test("a checkpoint is read strictly")
    func checkpointStrictness() {
        let root = Base64.encode([UInt8](repeating: 9, count: 32))
        #expect(Checkpoint(text: "o\n5\n\(root)\n")?.size == 5)
        #expect(Checkpoint(text: "o\n5\n\(root)\nmore\n")?.extensions == ["more"])
        for wrong in [
            "o\n5\n\(root)", "o\n05\n\(root)\n", "o\n-5\n\(root)\n", "o\n+5\n\(root)\n", "\n5\n\(root)\n",
            "o\n5\n\(root)\n\n", "o\n5\nAAAA\n", "o\n5\n", "o\r\n5\r\n\(root)\r\n", "",
        ] {
            #expect(Checkpoint(text: wrong) == nil, "\(wrong.debugDescription)")
        }
    }
}
