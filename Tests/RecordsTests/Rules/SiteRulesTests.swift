import Diagnostics
import Incidents
import Records
import TestKit
import Testing

@Suite("rules of the site")
struct SiteRulesTests {
    private func expectInSite(
        _ code: String, _ marked: String, asOf: String = "2026-03-01", isAsOfFromRecords: Bool = false,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let text = MarkedText(marked)
        var report = Report()
        let site = try #require(
            SiteReader().read(SourceFile(path: "aboveboard.yml", text: text.text), into: &report),
            sourceLocation: location)
        let check = SiteCheck(
            site: site, files: [], asOf: try Moment(parsing: asOf), isAsOfFromRecords: isAsOfFromRecords)
        report.add(contentsOf: check.run())
        let found = report.sorted.filter { $0.code == code }
        #expect(
            found.map(\.primary.span.range) == text.marks, "\(found.map(\.message))", sourceLocation: location
        )
        #expect(found.allSatisfy { $0.help?.isEmpty == false }, sourceLocation: location)
    }

    private func site(_ more: String) -> String { "title: Incidents\nurl: https://abc.example.org/\n" + more }

    @Test("an id stands once in each register")
    func duplicates() throws {
        try expectInSite(
            "duplicate-register-id",
            site(
                "assets: [{id: a}, {id: «a»}]\ntokens: [{id: ETH}, {id: «ETH»}]\nissuers: [{id: x}, {id: «x»}]"
            ))
        try expectInSite("duplicate-register-id", site("assets: [{id: a}, {id: b}]\nissuers: [{id: a}]"))
    }

    @Test("the issuer of an asset is one of the site's")
    func assetIssuer() throws {
        try expectInSite(
            "unknown-asset-issuer", site("issuers: [{id: iotex}]\nassets: [{id: a, issuer: «iotx»}]"))
        try expectInSite(
            "unknown-asset-issuer", site("issuers: [{id: iotex}]\nassets: [{id: a, issuer: iotex}, {id: b}]"))
    }

    @Test("security.txt expires within a year, and not within a month")
    func expiry() throws {
        func security(_ expires: String) -> String {
            site("security: {contact: 'mailto:a@abc.example.org', expires: \(expires)}")
        }
        try expectInSite("security-expiry", security("«2026-02-28»"))
        try expectInSite("security-expiry", security("«2026-03-30»"))
        try expectInSite("security-expiry", security("«2027-03-04»"))
        try expectInSite("security-expiry", site("security: {contact: «'mailto:a@abc.example.org'»}"))
        try expectInSite("security-expiry", security("2026-03-31"))
        try expectInSite("security-expiry", security("2027-03-01"))
        try expectInSite("security-expiry", site(""))
        // The newest word of the records may be years old: it cannot tell that a date is far away, but that it is past.
        try expectInSite("security-expiry", security("2029-01-01"), isAsOfFromRecords: true)
        try expectInSite("security-expiry", security("«2026-02-28»"), isAsOfFromRecords: true)
    }

    @Test("an accent that cannot be read on white is found")
    func accent() throws {
        for colour in ["#ffcc00", "#00aaff", "#777777"] {
            try expectInSite("accent-contrast", site("theme: {accent: «\"\(colour)\"»}"))
        }
        for colour in ["#0b5fff", "#767676", "#000000"] {
            try expectInSite("accent-contrast", site("theme: {accent: \"\(colour)\"}"))
        }
    }

    @Test("codes that check is told are looked up, and a form cannot be allowed")
    func codes() throws {
        try expectInSite(
            "unknown-code",
            site(
                "check: {deny: [«overdue-comitment», overdue-update], allow: [«malformed-amount», reassuring-word]}"
            ))
        try expectInSite(
            "unknown-code", site("check: {deny: [overdue-commitment], allow: [reassuring-word]}"))
    }

    @Test("accounts and tokens of the registers are held against their chains, and addresses against https")
    func registers() throws {
        try expectInSite(
            "account-checksum",
            site("assets: [{id: a, account: \"eip155:1:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA«f»d\"}]"))
        try expectInSite("insecure-address", site("publisher: {name: A, url: '«http»://abc.example.org/'}"))
        try expectInSite(
            "look-alike-host",
            site(
                "channels: [{name: A, url: 'https://«іotex».io/'}]".replacing(
                    "«іotex».io", with: "«іotex.io»")))
    }

    @Test("a subset is judged against all records")
    func subset() throws {
        var report = Report()
        let site = try #require(
            SiteReader().read(SourceFile(path: "aboveboard.yml", text: Sample.site), into: &report))
        let files = try ["a", "b", "c"].map { name in
            try #require(
                RecordReader().read(
                    SourceFile(path: "incidents/\(name).yml", text: Sample.record()), into: &report))
        }
        let check = SiteCheck(site: site, files: files, asOf: try Moment(parsing: "2026-03-01"))
        let found = check.run { $0 == "incidents/b.yml" }.sorted.filter { $0.code == "duplicate-id" }
        #expect(found.map(\.primary.span.file.path) == ["incidents/b.yml"])
        #expect(check.run().sorted.count { $0.code == "duplicate-id" } == 2)
    }
}
