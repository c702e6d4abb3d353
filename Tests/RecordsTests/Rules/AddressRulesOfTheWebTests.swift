import Diagnostics
import Records
import Testing

@Suite("addresses of the web")
struct WebAddressTests {
    private func summary(_ text: String) -> String { Sample.record("incident", summary: "'\(text)'") }

    @Test("http is found in fields and in prose, and the fix writes https where it is asked")
    func insecure() throws {
        let found = try expect(
            "insecure-address",
            in: Sample.record(
                "incident", summary: "See «http»://abc.example.org/news and https://abc.example.org",
                "references: [{id: a, url: '«http»://abc.example.org/'}]"))
        #expect(found.first?.fixes.first?.edits.first?.replacement == "https")
        #expect(found.first?.fixes.first?.isSafe == false)
        try expectSilence(
            "insecure-address",
            in: summary("See https://abc.example.org, hxxp://bad.example, http://abcdef.onion/"))
        try expectSilence("insecure-address", in: "# http://example.org\n" + Sample.record())
    }

    @Test(
        "a link that shows another address than its own is found",
        arguments: [
            "«[iotex.io](https://iotex-claims.example/)»",
            "«[https://iotex.io/news](https://iotex.io.example.net/)»",
            "«[www.iotex.io](https://evil.example/iotex.io)»", "«[iotex.io](https://iotex.io@evil.example/)»",
            "«[**iotex.io**](http://evil.example)»",
        ])
    func misleading(link: String) throws {
        try expect("misleading-link", in: summary("Read more at \(link) today."))
    }

    @Test(
        "a link that leads where it says, or says no address, is left alone",
        arguments: [
            "[iotex.io](https://iotex.io/news)", "[iotex.io/news](https://www.iotex.io/news)",
            "[blog.iota.org](https://iota.org/blog)",
            "[the announcement](https://iotex.example/)", "[node.js](https://nodejs.org/)",
            "[v2.3.4](https://code.example.org/)",
            "<https://iotex.io>", "[setup.py](https://code.example.org/)", "[iotex.io](/local)",
        ])
    func honest(link: String) throws {
        try expectSilence("misleading-link", in: summary("Read more at \(link) today."))
    }

    @Test("a link that will not be published as one is found")
    func refused() throws {
        try expect(
            "refused-link", in: summary("See «[this](javascript:alert(1))» and «[that](ipfs://bafy)»."))
        try expectSilence(
            "refused-link",
            in: summary(
                "See [this](https://a.example), [that](mailto:a@a.example), [here](#x), [there](../b/)."))
    }

    @Test(
        "hosts in disguise are found",
        arguments: [
            "iоtex.io", "аррӏе.com", "iotex\u{200B}.io", "ｉotex.io", "xn--itex-55d.io", "www.іotex.io",
            "𝗂otex.io",
        ])
    func lookAlike(host: String) throws {
        try expect(
            "look-alike-host",
            in: Sample.record("incident", "references: [{id: a, url: 'https://«\(host)»/claim'}]"))
    }

    @Test(
        "hosts in one script of their own are left alone",
        arguments: ["münchen.example", "пример.example", "例え.example", "iotex.io"])
    func ownScript(host: String) throws {
        try expectSilence(
            "look-alike-host", in: Sample.record("incident", "references: [{id: a, url: 'https://\(host)/'}]")
        )
    }

    @Test("a host in Punycode is shown as what it is")
    func punycode() throws {
        let found = try expect(
            "punycode-host",
            in: Sample.record("incident", "references: [{id: a, url: 'https://«xn--mnchen-3ya.example»/'}]"))
        #expect(found.first?.primary.text == "it is münchen.example")
        try expectSilence(
            "punycode-host",
            in: Sample.record("incident", "references: [{id: a, url: 'https://münchen.example/'}]"))
    }

    @Test("two scripts in one word are found, in an address as an error")
    func mixedScript() throws {
        let found = try expect(
            "mixed-script", in: summary("Sent to «0x5аAeb6053F3E94C9b9A09f33669435E7Ef1BeAed» on «Еthereum».")
        )
        #expect(found.map(\.severity) == [.error, .warning])
        try expectSilence("mixed-script", in: summary("Мост IoTeX взломан; 5 μs, α-Test, Ω, IT-отдел."))
    }

    @Test("an invisible character within a word is found, and the fix takes it away")
    func invisible() throws {
        let found = try expect(
            "invisible-character", in: summary("The bri«\u{200B}»dge and the sa«\u{AD}»fe."))
        #expect(found.allSatisfy { $0.fixes.first?.isSafe == true })
        try expectSilence("invisible-character", in: summary("👩\u{200D}💻 می\u{200C}خواهم \u{200B} end"))
    }
}
