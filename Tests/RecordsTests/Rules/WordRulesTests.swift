import Diagnostics
import Testing

@testable import Records

@Suite("reassuring words")
struct WordRulesTests {
    private func summary(_ text: String, _ more: String = "") -> String {
        Sample.record("incident", summary: "'\(text)'", more)
    }

    @Test(
        "a word on which readers lean is found where nothing stands behind it",
        arguments: [
            "The losses are «contained».", "Losses «contained».",
            "The attack has been fully «contained», we believe.",
            "All funds are «safe».", "Your assets remain «secure».", "Funds «safe».", "Funds are «SAFU».",
            "Wallets were always «safe».",
            "«No user funds» were touched.", "«No customer assets» are at risk.",
            "Everyday transactions are «not affected».",
            "The network is «unaffected».", "Users have «not been affected».",
            "Applications «weren''t impacted».",
            "A «limited» impact is expected.", "The damage is «limited» to one contract.",
            "There was only «limited» exposure.",
            "**Funds are «safe»**", "We paused the bridge; user balances are «safe» to withdraw.",
        ])
    func found(text: String) throws {
        // A quote is doubled in YAML and single in the record: the whole text is pointed at then.
        if text.contains("''") {
            #expect(
                try findings(in: [summary(text.filter { $0 != "«" && $0 != "»" })]).report.sorted
                    .filter { $0.code == "reassuring-word" }.count == 1)
        } else {
            try expect("reassuring-word", in: summary(text))
        }
    }

    @Test(
        "a word that means something else reassures nobody",
        arguments: [
            "Somebody emptied the token safe.", "The safe was drained.", "A safe on Ethereum holds reserves.",
            "Trinity contained a part of MoonPay.", "The key contained in the file was read.",
            "The file is contained in the archive.",
            "We do not know whether funds are safe.", "Are my funds safe?", "Funds are not safe.",
            "Funds are no longer safe.",
            "Do not deposit until the bridge is safe.", "It is unclear if users were not affected.",
            "IoTeX said \"losses are contained\".", "They called it “contained”.",
            "The status was `unaffected`.",
            "Withdrawals are rate limited.", "We limited withdrawals.", "Acme Limited was told.",
            "Users of the bridge are affected.",
            "We secure the remaining contracts.", "No funds may be sent to the bridge.",
            "The unsafe version was removed.",
        ])
    func elsewhere(text: String) throws {
        try expectSilence("reassuring-word", in: summary(text))
    }

    @Test("title and updates are read as well, each meaning once")
    func places() throws {
        try expect(
            "reassuring-word",
            in: Sample.record(
                "incident", title: "Bridge attacked, losses «contained»",
                summary: "The losses are contained.",
                """
                updates:
                  - {id: u1, at: 2026-02-21, status: investigating, body: We look into it. All funds are «safe».}
                  - {id: u2, at: 2026-02-22, status: investigating, body: Funds are still safe.}
                """))
    }

    @Test(
        "an assurance, an asset or a ledger stands behind its own words",
        arguments: [
            ("Losses are contained.", "assurances: [{says: contained, means: not_stated}]"),
            (
                "Losses are contained.",
                "assurances: [{says: The attack is contained, means: The key is revoked.}]"
            ),
            ("Funds are safe.", "assurances: [{says: funds_safe, means: Nothing was withdrawn.}]"),
            ("Funds are safe.", "assets: [{asset: wallet, exposure: not_affected}]"),
            ("No user funds were touched.", "losses: [{token: ETH, amount: 1, owner: treasury}]"),
            ("No user funds were touched.", "losses: none"),
            ("The wallet is unaffected.", "assets: [{asset: wallet, exposure: not_affected}]"),
            ("The impact is limited.", "assets: [{asset: wallet, exposure: not_affected}]"),
        ])
    func backed(text: String, facts: String) throws {
        try expectSilence("reassuring-word", in: summary(text, facts))
    }

    @Test("another assurance stands behind nothing")
    func backedByOther() throws {
        try expect(
            "reassuring-word",
            in: summary("Losses are «contained».", "assurances: [{says: operational, means: It runs.}]"))
        try expect(
            "reassuring-word",
            in: summary("Funds are «safe».", "assets: [{asset: wallet, exposure: unknown}]"))
        try expect(
            "reassuring-word",
            in: summary("«No user funds» were touched.", "losses: [{token: ETH, amount: 1, owner: users}]"))
    }

    @Test("in a statement a product that is not affected stands behind the word")
    func statements() throws {
        try expect(
            "reassuring-word",
            in: Sample.record(
                "statement", status: "under_investigation", summary: "Our products are «not affected»."))
        try expectSilence(
            "reassuring-word",
            in: Sample.record(
                "statement", status: "not_affected", summary: "Our products are not affected.",
                "products: [{asset: wallet, status: not_affected, justification: component_not_present, impact: Native code.}]"
            ))
    }

    private func summary(_ text: String, lang: String, _ more: String = "") -> String {
        Sample.record("incident", summary: "'\(text)'", "lang: \(lang)\n" + more)
    }

    @Test(
        "German words reassure in a German record",
        arguments: [
            "Der Schaden ist «eingedämmt».", "Die Lage ist «unter Kontrolle».", "Alle Gelder sind «sicher».",
            "Ihre Guthaben bleiben weiterhin «sicher».", "Wir bestätigen, dass Ihre Gelder «sicher» sind.",
            "Es gingen «keine Kundengelder» verloren.", "«Keine Gelder von» Nutzern sind weg.",
            "Das Netz ist «nicht betroffen».", "Die Wallets sind «unversehrt».",
            "Es entstand nur «begrenzter Schaden».", "Der Schaden ist «begrenzt».", "Alles ist «SAFU».",
        ])
    func german(text: String) throws {
        try expect("reassuring-word", in: summary(text, lang: "de"))
        try expect("reassuring-word", in: summary(text, lang: "de-AT"))
        try expectSilence(
            "reassuring-word", in: summary(text.filter { $0 != "«" && $0 != "»" }, lang: "fr"))
    }

    @Test(
        "German words that mean something else reassure nobody",
        arguments: [
            "Das ist sicher ein Fehler.", "Wir wissen nicht, ob Ihre Gelder sicher sind.",
            "Sind meine Gelder sicher?",
            "Der Schaden ist nicht eingedämmt.", "Eine Gesellschaft mit beschränkter Haftung.",
            "Es hieß „Gelder sind sicher“.", "Die Kunden sind betroffen.",
            "Der Tresor war sicher verwahrlost.",
        ])
    func germanElsewhere(text: String) throws {
        try expectSilence("reassuring-word", in: summary(text, lang: "de"))
    }

    @Test(
        "Spanish words reassure in a Spanish record",
        arguments: [
            "El incidente está «contenido».", "La situación está «bajo control».",
            "Todos los fondos están «seguros».",
            "Los saldos están «a salvo».", "«Ningún fondo de usuarios» se ha perdido.",
            "No se han perdido «fondos de usuarios».", "La red «no se vio afectada».",
            "Las carteras «no han sido afectadas».",
            "Tuvo un «impacto limitado».", "El daño es «limitado» a un contrato.",
            "Los depósitos siguen «intactos».",
        ])
    func spanish(text: String) throws {
        try expect("reassuring-word", in: summary(text, lang: "es"))
        try expect("reassuring-word", in: summary(text, lang: "es-MX"))
    }

    @Test(
        "Spanish words that mean something else reassure nobody",
        arguments: [
            "El contenido del archivo se leyó.", "Es seguro que volverá.",
            "No sabemos si los fondos están seguros.",
            "¿Están seguros los fondos?", "Los fondos no están seguros.",
            "Los fondos de usuarios fueron robados.",
            "Una sociedad de responsabilidad limitada.", "El equipo dijo “todo está bajo control”.",
        ])
    func spanishElsewhere(text: String) throws {
        try expectSilence("reassuring-word", in: summary(text, lang: "es"))
    }

    @Test("an assurance in the writer's own language stands behind the word, and the site's language counts")
    func languages() throws {
        try expectSilence(
            "reassuring-word",
            in: summary(
                "Alle Gelder sind sicher.", lang: "de",
                "assurances: [{says: Die Gelder sind sicher, means: Nichts wurde abgehoben.}]"))
        let german = Sample.site + "\nlang: de"
        try expect("reassuring-word", in: summary("Alle Gelder sind «sicher»."), site: german)
        try expectSilence("reassuring-word", in: summary("All funds are safe."), site: german)
        try expect("reassuring-word", in: summary("All funds are «safe».", lang: "en-GB"), site: german)
    }

    @Test("the manual names every language that is judged")
    func manual() throws {
        let page = try #require(RuleBook.page("reassuring-word"))
        for vocabulary in ReassuringVocabulary.all {
            #expect(page.text.contains(vocabulary.name))
            // What a turn may begin with must be a word as the text is read: small letters, no blanks.
            for word in vocabulary.turns.flatMap(\.words).joined() {
                #expect(Wording(word).words.count == 1 && Wording(word).word(0) == word, "\(word)")
            }
        }
    }

    @Test("a long text full of such words is judged in time")
    func longText() throws {
        let text = String(repeating: "if funds are safe and \"unaffected ", count: 5000)
        try expectSilence("reassuring-word", in: Sample.record("incident", summary: "'\(text)'"))
    }
}
