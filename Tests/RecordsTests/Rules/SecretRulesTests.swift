import Diagnostics
import Digests
import Incidents
import Records
import TestKit
import Testing

/// Keys of nobody: made from the hash of a sentence.
@Suite("secrets")
struct SecretRulesTests {
    private static let hex = "29a86bdd40220f72b684942504b7178b7090c7d4d8c149ea15ca902d790647d4"

    private func timeline(_ text: String, _ more: String = "") -> String {
        Sample.record("incident", "timeline: [{at: 2026-02-21, text: \"\(text)\"}]\n" + more)
    }

    @Test(
        "private keys of every form are found",
        arguments: [
            hex, "0x" + hex, hex.uppercased(), "5J8dgCAQzfPvZnQXRv7AYXcRdvyRX1Fik2DWonpiF2g9FiSn4hC",
            "KxcgszGYuWUBRhQqJyQD8A7Mk1E3DS7yEtNEZXFb2vPmRZZvaBZU",
            "xprv9s21ZrQH143K3XsBixuKbykV3aFPpTGKdDWxMTW3k2ycGK5L8jYyCJD27fWrYNmPdqGZ3PhFrYx5M5hXnZsJM4viMSBmaUpgeQnF9kYfv28",
            "qJnryFxqvXPKjaWdQWAU7MTcEnvaF5LLkHjhuZLt6BrFEaiSWjyQejyNh72MLx8z1777AAhRM91Pk3wjryoHRgb",
            "FJHSSHBZTAKQNDTIKJYCZBOZDGSZANCZSWCNWUOCZXFADNOQSYAHEJPXRLOVPNOQFQXXGEGVDGICLMOXX",
            "-----BEGIN EC PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----",
            "AGE-SECRET-KEY-1" + String(repeating: "QPZRY9X8", count: 7),
            "PRIVATE+KEY+example.org+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "suiprivkey1" + String(repeating: "qpzry9x8", count: 7),
        ])
    func keys(key: String) throws {
        try expect("private-key", in: timeline("The key was «\(key)»"))
    }

    @Test("a key is found in a comment, in a key of one's own and behind a colon")
    func anywhere() throws {
        try expect(
            "private-key", in: Sample.record("incident", "# «\(Self.hex)»\nx-note: [key:«0x\(Self.hex)»]"))
    }

    @Test("the message does not repeat the key")
    func discretion() throws {
        let found = try expect("private-key", in: timeline("«\(Self.hex)»"))
        #expect(found.allSatisfy { !$0.message.contains(Self.hex) && !($0.help ?? "").contains(Self.hex) })
    }

    @Test("a hash that is listed, linked, named as a digest or part of an account is none")
    func hashes() throws {
        let listed = """
            on_chain: {transactions: [{chain: "eip155:1", hash: "0x\(Self.hex)", role: theft}]}
            """
        try expectSilence(
            "private-key", in: timeline("In 0x\(Self.hex) and in \(Self.hex.uppercased()) it went.", listed))
        try expectSilence("private-key", in: timeline("[It](https://etherscan.io/tx/0x\(Self.hex)) went."))
        try expectSilence("private-key", in: timeline("Its digest is sha256:\(Self.hex)"))
        try expectSilence(
            "private-key",
            in: timeline(
                "It went.",
                "on_chain: {accounts: [{account: \"iota:mainnet:0x\(Self.hex)\", role: attacker}]}"))
        try expect(
            "private-key", in: timeline("In «0x\(Self.hex.replacing("29a8", with: "19a8"))» it went.", listed)
        )
    }

    @Test(
        "what only looks long is none",
        arguments: [
            String(repeating: "0", count: 64), String(hex.dropLast()), hex + "ab",
            "0x" + String(hex.prefix(40)),
            // A signature of 64 bytes is no key: its second half is not the public key of the first.
            "qJnryFxqvXPKjaWdQWAU7MTcEnvaF5LLkHjhuZLt6BrGJxxD8heC5aVjTL7aMzt4tQNSWDBEqNTFbRSwMGQbMCL",
            "5J8dgCAQzfPvZnQXRv7AYXcRdvyRX1Fik2DWonpiF2g9FiSn4hD", "-----BEGIN PUBLIC KEY-----",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        ])
    func noKeys(text: String) throws {
        try expectSilence("private-key", in: timeline("It was \(text) then."))
    }

    @Test(
        "seed phrases of each length are found by their checksum",
        arguments: [
            "glory better veteran awake donkey forum useful noise unfair basic about liar",
            "glory better veteran awake donkey forum useful noise unfair basic about length supreme blossom nose",
            "glory better veteran awake donkey forum useful noise unfair basic about length supreme blossom nurse snow can repeat",
            "glory better veteran awake donkey forum useful noise unfair basic about length supreme blossom nurse snow can rescue where fun just",
            "glory better veteran awake donkey forum useful noise unfair basic about length supreme blossom nurse snow can rescue where fun kangaroo chunk board estate",
            "Glory Better Veteran Awake Donkey Forum Useful Noise Unfair Basic About Liar",
            "glory, better, veteran, awake, donkey, forum, useful, noise, unfair, basic, about, liar",
            "glory 2. better 3. veteran 4. awake 5. donkey 6. forum 7. useful 8. noise 9. unfair 10. basic 11. about 12. liar",
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
        ])
    func phrases(phrase: String) throws {
        try expect("seed-phrase", in: timeline("They typed: «\(phrase)» and the wallet was empty"))
    }

    @Test(
        "a phrase with a false checksum, too few words or plain prose is none",
        arguments: [
            "glory better veteran awake donkey forum useful noise unfair basic about glory",
            "glory better veteran awake donkey forum useful noise unfair basic about",
            "glory better veteran awake donkey forum and useful noise unfair basic about liar",
        ])
    func noPhrases(text: String) throws {
        try expectSilence("seed-phrase", in: timeline(text))
    }

    @Test("the word list is the one that BIP 39 publishes")
    func wordList() {
        let words = MnemonicWords.text.split { $0 == " " || $0 == "\n" }
        #expect(words.count == 2048)
        let file = words.joined(separator: "\n") + "\n"
        #expect(
            SHA256Digest(of: Array(file.utf8)).hex
                == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda")
    }

    @Test(
        "access tokens are found by their marks",
        arguments: [
            "ghp_" + String(repeating: "a1B2", count: 9), "AKIA" + String(repeating: "Q7", count: 8),
            "glpat-" + String(repeating: "x9_-", count: 5),
            "xoxb-" + String(repeating: "12345678901-", count: 2) + "abc",
            "sk_live_" + String(repeating: "4eC3", count: 6), "AIza" + String(repeating: "Sy0_B", count: 7),
        ])
    func tokens(token: String) throws {
        try expect("access-token", in: timeline("The workflow used «\(token)»"))
        try expectSilence("access-token", in: timeline("The workflow used \(token.prefix(12))"))
    }

    @Test("texts beside a record are searched as well, and say where")
    func attachments() throws {
        var report = Report()
        let site = try #require(
            SiteReader().read(SourceFile(path: "aboveboard.yml", text: Sample.site), into: &report))
        let text = MarkedText(
            "A log.\nkey=«\(Self.hex)»\n«glory better veteran awake donkey forum useful noise unfair basic about liar»\n"
        )
        let file = SourceFile(path: "incidents/log.txt", text: text.text)
        let check = SiteCheck(
            site: site, files: [], asOf: try Moment(parsing: "2026-03-01"), attachments: [file])
        #expect(check.run().sorted.map(\.primary.span.range) == text.marks)
    }
}
