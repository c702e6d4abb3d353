import Diagnostics
import Records
import Testing

@Suite("rules of references")
struct ReferenceRulesTests {
    @Test("an asset that is not in the register is found in each kind of record")
    func unknownAsset() throws {
        let found = try expect(
            "unknown-asset", in: Sample.record("incident", "assets: [{asset: «brigde», exposure: affected}]"))
        #expect(found.first?.fixes.first?.edits.first?.replacement == "bridge")
        try expect(
            "unknown-asset", in: Sample.record("statement", status: "affected", "products: [{asset: «web»}]"))
        try expect(
            "unknown-asset", in: Sample.record("advisory", status: "active", "affected: [{asset: «sdk»}]"))
        try expectSilence(
            "unknown-asset", in: Sample.record("incident", "assets: [{asset: bridge, exposure: affected}]"))
    }

    @Test("a token is a ticker of the register, a currency or a CAIP-19 id")
    func unknownToken() throws {
        let found = try expect(
            "unknown-token", in: Sample.record("incident", "losses: [{token: «CIOXT», amount: 1}]"))
        #expect(found.first?.fixes.first?.edits.first?.replacement == "CIOTX")
        try expectSilence(
            "unknown-token",
            in: Sample.record(
                "incident",
                "losses: [{token: CIOTX, amount: 1}, {token: EUR, amount: 1}, {token: 'eip155:1/slip44:60', amount: 1}, {amount: unknown}]"
            ))
    }

    @Test("a text beside the record takes no name that the page's folder has, and no other text's")
    func takenFileName() throws {
        try expect(
            "taken-file-name",
            in: Sample.record(
                "incident",
                """
                references:
                  - {id: a, title: A, file: «sources/announcement.txt»}
                  - {id: b, title: B, file: «Index.html»}
                  - {id: c, title: C, file: one/letter.txt}
                  - {id: d, title: D, file: «two/letter.txt»}
                  - {id: e, title: E, file: one/letter.txt}
                """))
        try expectSilence(
            "taken-file-name",
            in: Sample.record(
                "incident",
                """
                references:
                  - {id: a, title: A, file: one/letter.txt}
                  - {id: b, title: B, file: one/letter.txt}
                  - {id: c, title: C, file: announcement/notes.txt}
                """))
    }

    @Test("a currency is one of ISO 4217")
    func unknownCurrency() throws {
        let found = try expect(
            "unknown-currency",
            in: Sample.record(
                "incident", "losses: [{token: ETH, amount: 1, value: {currency: «UDS», amount: 1}}]"))
        #expect(found.first?.help == "did you mean `USD`?")
        try expectSilence(
            "unknown-currency",
            in: Sample.record(
                "incident", "losses: [{token: ETH, amount: 1, value: {currency: CHF, amount: 1}}]"))
    }

    @Test("every source and every evidence is looked up under the references")
    func unknownReference() throws {
        let text = Sample.record(
            "incident",
            """
            references: [{id: statement, url: "https://abc.example.org/"}]
            timeline: [{at: 2026-02-21, text: It began., source: «statment»}]
            assets: [{asset: bridge, source: «a»}]
            losses: [{token: ETH, amount: 1, source: «b», value: {currency: USD, amount: 1, source: «c»}}]
            root_cause: {category: unknown, source: «d»}
            assurances: [{says: contained, means: not_stated, evidence: [statement, «e»]}]
            mitigations: [{action: Pause, evidence: «f»}]
            third_parties: [{name: FBI, source: «g»}]
            claims: [{by: X, at: 2026-02-21, source: «h», value: {currency: USD, amount: 1, source: «i»}}]
            """)
        let found = try expect("unknown-reference", in: text)
        #expect(found.first?.fixes.first?.edits.first?.replacement == "statement")
        try expectSilence(
            "unknown-reference",
            in: Sample.record(
                "incident",
                """
                references: [{id: statement, url: "https://abc.example.org/"}]
                timeline: [{at: 2026-02-21, text: It began., source: statement}]
                """))
        try expect(
            "unknown-reference",
            in: Sample.record(
                "statement", status: "affected",
                """
                event: {name: npm, source: «a»}
                products: [{asset: wallet, status: affected, action: Wait., checked: {at: 2026-02-21, evidence: «b»}}]
                """))
    }

    @Test("a claim is superseded by another claim, and not in a ring")
    func unknownClaim() throws {
        func claims(_ rows: String) -> String { Sample.record("incident", "claims: [\(rows)]") }
        try expect("unknown-claim", in: claims("{by: X, at: 2026-02-21, superseded_by: «last»}"))
        try expect("unknown-claim", in: claims("{id: a, by: X, at: 2026-02-21, superseded_by: «a»}"))
        try expect(
            "unknown-claim",
            in: claims(
                "{id: a, by: X, at: 2026-02-21, superseded_by: «b»}, {id: b, by: X, at: 2026-02-21, superseded_by: a}"
            ))
        try expectSilence(
            "unknown-claim",
            in: claims("{id: a, by: X, at: 2026-02-21, superseded_by: b}, {id: b, by: X, at: 2026-02-21}"))
    }

    @Test("paths of questions and corrections lead to fields, rows and milestones")
    func unknownPath() throws {
        let facts = """
            losses: [{id: iotx, token: ETH, amount: 1}]
            timeline: [{at: 2026-02-21, text: It began., milestone: started}]
            updates: [{id: u1, at: 2026-02-21, status: investigating, body: We look into it.}]

            """
        func questions(_ paths: String...) -> String {
            Sample.record(
                "incident",
                facts + "questions:\n"
                    + paths.map { "  - {asks: What?, about: \($0)}" }.joined(separator: "\n"))
        }
        let found = try expect(
            "unknown-path",
            in: questions(
                "«rootcause»", "losses#«eth».amount", "losses#iotx.«amout»", "update:«u2»", "title.«x»",
                "timeline#«ended»"))
        #expect(found.first?.fixes.first?.edits.first?.replacement == "root_cause")
        #expect(found[2].help == "did you mean `amount`?")
        try expectSilence(
            "unknown-path",
            in: questions(
                "title", "root_cause.category", "losses#iotx.amount", "update:u1", "updates#u1.body",
                "timeline#started.at",
                "timeline#contained", "losses", "on_chain.accounts"))
    }

    @Test("a correction leads to a field that has a value, unless it is a retraction")
    func correctedNothing() throws {
        func correction(_ of: String, _ kind: String) -> String {
            Sample.record(
                "incident",
                "corrections: [{at: 2026-02-22, of: \(of), kind: \(kind), was: a, reason: It was wrong}]")
        }
        try expect("unknown-path", in: correction("«root_cause.summary»", "factual"))
        try expectSilence("unknown-path", in: correction("root_cause.summary", "retraction"))
        try expectSilence("unknown-path", in: correction("summary", "factual"))
    }

    @Test("an id names one row of its list, in every list")
    func duplicateRowID() throws {
        try expect(
            "duplicate-row-id",
            in: Sample.record(
                "incident",
                """
                updates:
                  - {id: u1, at: 2026-02-21, status: investigating, body: We look into it.}
                  - {id: «u1», at: 2026-02-22, status: investigating, body: We still look into it.}
                references: [{id: a, url: "https://a.example"}, {id: «a», url: "https://b.example"}]
                on_chain: {transactions: [{id: t, chain: "eip155:1"}, {chain: "eip155:1"}, {id: «t», chain: "eip155:1"}]}
                """))
        try expectSilence(
            "duplicate-row-id",
            in: Sample.record(
                "incident",
                """
                losses: [{id: a, token: ETH, amount: 1}, {token: ETH, amount: 2}, {token: ETH, amount: 3}]
                claims: [{id: a, by: X, at: unknown}]
                """))
    }

    @Test("an asset is named once; a statement may name it for several versions")
    func repeatedAsset() throws {
        try expect(
            "repeated-asset",
            in: Sample.record(
                "incident",
                "assets: [{asset: bridge, exposure: affected}, {asset: «bridge», exposure: unknown}]"))
        try expect(
            "repeated-asset",
            in: Sample.record(
                "statement", status: "affected", "products: [{asset: wallet}, {asset: «wallet»}]"))
        try expectSilence(
            "repeated-asset",
            in: Sample.record(
                "statement", status: "affected",
                "products: [{asset: wallet, versions: '1'}, {asset: wallet, versions: '2'}]"))
    }

    @Test("a reference says where it can be read")
    func referenceWithoutPlace() throws {
        try expect(
            "reference-without-place",
            in: Sample.record("incident", "references: [{id: «letter», title: A letter}]"))
        try expectSilence(
            "reference-without-place",
            in: Sample.record(
                "incident", "references: [{id: a, file: a.txt}, {id: b, archived: 'https://b.example/'}]"))
    }
}
