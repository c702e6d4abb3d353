import Diagnostics
import Incidents
import Syntax
import TestKit
import Testing

@testable import Records

/// Each quick look is held against the slow search that it saves.
@Suite("looks before searches")
struct TextScanTests {
    private func assembled(_ pieces: [String], upTo count: Int, _ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...count, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
    }

    @Test("where no odd link may be, no link misleads and none is refused", arguments: 0..<8)
    func links(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "[", "]", "(", ")", "](", "][", "]:", "[a", "words", " ", "\n", "\n\n", "x.org", "www.y.org",
            "https://a.org",
            "https://b.org/c", "http://", "<", ">", "<https://c.org>", "<javascript:x>", "javascript:x",
            "ftp://d.org",
            "a@e.org", "mailto:a@e.org", "`", "``", "*", "_", "\\", "!", "![", "&#46;", "&period;", "&", ".",
            ":", "//",
            "\"", "'", "é", "[words](https://a.org)", "[https://b.org](https://c.org)",
            "(https://a.org \"t [\")", "> ",
            "- ", "[^1]", "|", "<a href=\"[\">", "~~", "xmpp:f@g.org", "HTTPS://A.ORG", "(/x)",
            "(https://a.org)",
        ]
        var silent = 0
        for _ in 0..<6_000 {
            let prose = assembled(pieces, upTo: 10, &random)
            guard !TextScan(Array(prose.utf8)).mayHoldOddLinks else { continue }
            guard RecordWalk.mayLink(prose) else { continue }
            silent += 1
            for link in MarkdownRenderer().links(in: prose) {
                #expect(MisleadingLink.disagreement(in: link) == nil, "\(prose)")
                #expect(RefusedLink.refusedScheme(of: link.target) == nil, "\(prose)")
            }
        }
        #expect(silent > 50)
    }

    @Test("addresses of the web are those that a search finds", arguments: 0..<4)
    func addresses(seed: Int) {
        var random = SeededRandom(seed: UInt64(100 + seed))
        let pieces = [
            "http", "https", "://", ":", "/", "a.org", ".", "\n", "# ", " ", "x", "é", "HTTPS", "s", "hxxp",
            "...",
        ]
        for _ in 0..<3_000 {
            let bytes = Array(assembled(pieces, upTo: 14, &random).utf8)
            let found = WebAddress.found(in: bytes)
            let scanned = TextScan(bytes).addresses
            #expect(scanned.map(\.host) == found.map(\.host))
            #expect(scanned.map(\.scheme) == found.map(\.scheme))
        }
    }

    @Test("addresses in comments are those of lines that begin with #", arguments: 0..<4)
    func comments(seed: Int) {
        var random = SeededRandom(seed: UInt64(300 + seed))
        let pieces = [
            "https://a.org", "http://b.net/x", "#", "# ", " ", "   ", "\n", "\n\n", "words of prose", "é",
        ]
        for _ in 0..<2_000 {
            let bytes = Array(assembled(pieces, upTo: 12, &random).utf8)
            // Without any comment.
            let plain = bytes.map { $0 == UInt8(ascii: "#") ? UInt8(ascii: "%") : $0 }
            let all = WebAddress.found(in: plain)
            let told = all.filter { address in
                let before = bytes[..<address.scheme.lowerBound]
                let line = before[(before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
                return line.first { $0 != 0x20 } != UInt8(ascii: "#")
            }
            #expect(WebAddress.found(in: bytes).map(\.scheme) == told.map(\.scheme))
        }
    }

    @Test("a secret's mark is never passed over", arguments: 0..<4)
    func secrets(seed: Int) {
        var random = SeededRandom(seed: UInt64(200 + seed))
        let rest = String(repeating: "Q1w2E3r4", count: 9)
        let pieces = [
            "ghp_", "gho_", "ghu_", "ghs_", "github_pat_", "glpat-", "AKIA", "ASIA", "AIza", "xoxb-", "xoxp-",
            "xoxa-",
            "sk_live_", "rk_live_", "AGE-SECRET-KEY-1", "PRIVATE+KEY+", "suiprivkey1", "iotaprivkey1",
            "nsec1",
            "-----BEGIN ", "PRIVATE KEY", "-----", " ", "\n", "x", "-", "ABCDEFGHIJ123456",
        ]
        var found = 0
        for _ in 0..<2_000 {
            let text = assembled(pieces, upTo: 5, &random) + (Bool.random(using: &random) ? rest : "")
            let file = SourceFile(path: "r.yml", text: text)
            let scan = TextScan(file.bytes)
            var report = Report()
            AccessToken.check(file, into: &report)
            if !scan.mayHoldToken { #expect(report.isEmpty, "\(text)") }
            let secrets = SecretKeys.found(in: file.bytes)
            let quick = SecretKeys.found(in: file.bytes, mayHoldMarks: scan.mayHoldKeyMark)
            #expect(secrets.map(\.range) == quick.map(\.range), "\(text)")
            found += report.diagnostics.count + secrets.count
        }
        #expect(found > 200)
    }

    @Test("a long run of digits is seen at every place, whatever stands around it")
    func longRuns() {
        let key = "4c0883a69102937d6231471b5dbb6204fe512961708279feb1be6ae5538da033"
        for before in 0..<120 {
            for (left, right) in [
                ("", ""), ("words and ", " more"), ("0x", ""), (String(repeating: "a ", count: 30), "!"),
            ] {
                let text = String(repeating: ".", count: before) + left + key + right
                #expect(SecretKeys.found(in: Array(text.utf8)).count == 1, "\(text)")
                #expect(SecretKeys.found(in: Array((key + " " + text).utf8)).count == 2, "\(text)")
            }
            let longer = String(repeating: ".", count: before) + key + "abc"
            #expect(SecretKeys.found(in: Array(longer.utf8)).isEmpty)
        }
    }

    @Test("a seed phrase is never passed over, wherever it stands", arguments: 0..<4)
    func phrases(seed: Int) {
        var random = SeededRandom(seed: UInt64(300 + seed))
        let words = MnemonicWords.text.split { $0 == " " || $0 == "\n" }.map(String.init)
        let gaps = [" ", " ", " ", ", ", "\n      ", " 12. ", " - ", "\n\n", ".................", " the "]
        var found = 0
        for round in 0..<600 {
            var text = String(repeating: "words here ", count: Int.random(in: 0..<9, using: &random))
            text += String(repeating: "x", count: Int.random(in: 0..<48, using: &random)) + " "
            // One word in two rounds: then each checksum holds that does for that word.
            let few = (0..<2).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
            for _ in 0..<Int.random(in: 10...26, using: &random) {
                text += round % 2 == 0 ? "abandon" : few[Int.random(in: 0..<2, using: &random)]
                text += random.isOnce(in: 12) ? gaps[Int.random(in: 0..<gaps.count, using: &random)] : " "
            }
            text += round % 2 == 0 ? "about" : ""
            let bytes = Array(text.utf8)
            let slow = MnemonicPhrase.search(bytes)
            #expect(MnemonicPhrase.found(in: bytes) == slow, "\(text)")
            found += slow.count
        }
        #expect(found > 50)
    }

    @Test("a phrase of the shortest words is seen at every place")
    func shortestPhrase() {
        let phrase = String(repeating: "act ", count: 12)
        for offset in 0..<120 {
            let text = String(repeating: ".", count: offset) + phrase
            #expect(MnemonicPhrase.mayHoldPhrase(Array(text.utf8)), "\(offset)")
        }
        #expect(!MnemonicPhrase.mayHoldPhrase(Array(String(repeating: "the act ", count: 40).utf8)))
    }

    @Test("a reassuring word is never passed over", arguments: 0..<6)
    func reassuringWords(seed: Int) {
        var random = SeededRandom(seed: UInt64(400 + seed))
        let vocabulary = ReassuringVocabulary.all[seed % ReassuringVocabulary.all.count]
        let turns = vocabulary.turns.map { turn in turn.words.map { $0.sorted() } }
        let verbs = vocabulary.verbs.sorted()
        let others = [
            "Safe", "SECURE", "impact", "containing", "unsafe", "it's", "é", ".", "?", "Ä", "isn’t",
        ]
        func one(of words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }
        var found = 0
        for _ in 0..<2_000 {
            let words = (0..<Int.random(in: 1...4, using: &random)).flatMap { _ -> [String] in
                switch Int.random(in: 0..<3, using: &random) {
                case 0: [one(of: others)]
                case 1: [one(of: verbs)]
                default: turns[Int.random(in: 0..<turns.count, using: &random)].map(one)
                }
            }
            var text = words.joined(separator: random.isOnce(in: 9) ? "" : " ")
            if random.isOnce(in: 5) { text = text.uppercased() }
            let slow = ReassuringWords.search(text, vocabulary)
            #expect(ReassuringWords.found(in: text, vocabulary).map(\.range) == slow.map(\.range), "\(text)")
            found += slow.count
        }
        #expect(found > 200)
    }
}
