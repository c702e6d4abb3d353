import Diagnostics
import Records
import Testing

@Suite("rules of statements and advisories")
struct StatementRulesTests {
    private func statement(_ products: String, status: String = "not_affected", _ more: String = "") -> String
    {
        Sample.record("statement", status: status, "products: [\(products)]\n" + more)
    }
    private let clear =
        "justification: component_not_present, impact: The packages are in none of its builds."

    @Test("a statement's status is the worst of its products'")
    func status() throws {
        let good = "{asset: wallet, status: not_affected, \(clear)}"
        try expect(
            "statement-status",
            in: statement(
                "\(good), {asset: bridge, status: affected, action: Wait.}", status: "«not_affected»"))
        try expect(
            "statement-status",
            in: statement("\(good), {asset: bridge, status: under_investigation}", status: "«fixed»"))
        try expect("statement-status", in: statement(good, status: "«affected»"))
        try expectSilence(
            "statement-status",
            in: statement(
                "{asset: bridge, status: affected, action: Wait.}, {asset: wallet, status: under_investigation}",
                status: "affected"))
        try expectSilence("statement-status", in: Sample.record("statement", status: "affected"))
    }

    @Test("not affected needs a label and a reason")
    func reason() throws {
        let found = try expect(
            "not-affected-without-reason", in: statement("{asset: wallet, status: «not_affected»}"))
        #expect(found.first?.message.contains("`justification` and `impact`") == true)
        try expect(
            "not-affected-without-reason",
            in: statement("{asset: wallet, status: «not_affected», justification: component_not_present}"))
        try expect(
            "not-affected-without-reason",
            in: statement("{asset: wallet, status: «not_affected», impact: Native code.}"))
        try expectSilence(
            "not-affected-without-reason", in: statement("{asset: wallet, status: not_affected, \(clear)}"))
        try expectSilence(
            "not-affected-without-reason", in: statement("{asset: wallet, status: fixed}", status: "fixed"))
        // A label that is misspelt is one finding.
        try expectSilenceOfRule(
            "not-affected-without-reason",
            in: statement(
                "{asset: wallet, status: not_affected, justification: not_present, impact: Native code.}"))
    }

    @Test("affected needs an action")
    func action() throws {
        try expect(
            "affected-without-action",
            in: statement("{asset: wallet, status: «affected»}", status: "affected"))
        try expectSilence(
            "affected-without-action",
            in: statement("{asset: wallet, status: affected, action: Update.}", status: "affected"))
    }

    @Test("a product that is named has an answer")
    func answer() throws {
        try expect("product-without-status", in: statement("{asset: «wallet»}"))
        try expectSilence(
            "product-without-status",
            in: statement("{asset: wallet, status: under_investigation}", status: "under_investigation"))
    }

    @Test("a statement names its source and its event")
    func source() throws {
        let bare = Sample.record("statement", status: "affected")
        try expect(
            "statement-without-reference", in: bare.replacing("kind: statement", with: "kind: «statement»"))
        try expect(
            "statement-without-event", in: bare.replacing("kind: statement", with: "kind: «statement»"))
        let whole = Sample.record(
            "statement", status: "affected",
            "event: {name: npm}\nreferences: [{id: a, url: 'https://a.example'}]")
        try expectSilence("statement-without-reference", in: whole)
        try expectSilence("statement-without-event", in: whole)
        try expectSilence("statement-without-event", in: Sample.record())
    }

    @Test("posture is no reason")
    func posture() throws {
        let cold = "posture: [Most assets are in cold storage.]"
        try expect(
            "posture-as-reason",
            in: Sample.record(
                "statement", status: "not_affected", "«posture»: [Most assets are in cold storage.]"))
        try expect(
            "posture-as-reason",
            in: statement(
                "{asset: wallet, status: not_affected, justification: component_not_present, impact: «'95 % of assets are in cold storage, and two-factor authentication is mandatory.'»}"
            ))
        try expect(
            "posture-as-reason",
            in: statement(
                "{asset: wallet, status: not_affected, justification: component_not_present, impact: «Most assets are in cold storage.»}",
                cold))
        try expectSilence(
            "posture-as-reason", in: statement("{asset: wallet, status: not_affected, \(clear)}", cold))
        try expectSilence(
            "posture-as-reason",
            in: statement(
                "{asset: wallet, status: not_affected, justification: component_not_present, impact: Keys are in cold storage. None of its builds has the package.}"
            ))
    }

    @Test("a warning gives readers something to do, and says whom it concerns")
    func advisory() throws {
        try expect("advisory-without-way-out", in: Sample.record("advisory", status: "«active»"))
        try expect(
            "advisory-without-affected",
            in: Sample.record("advisory", status: "active").replacing(
                "kind: advisory", with: "kind: «advisory»"))
        for way in ["advice: unknown", "workaround: Switch it off.", "fix: {version: 1.2.3}"] {
            try expectSilence(
                "advisory-without-way-out", in: Sample.record("advisory", status: "active", way))
        }
        try expectSilence("advisory-without-way-out", in: Sample.record("advisory", status: "superseded"))
        try expectSilence(
            "advisory-without-affected",
            in: Sample.record("advisory", status: "active", "affected: [{asset: wallet}]"))
    }

    @Test("a fix that everybody must take says until when")
    func deadline() throws {
        try expect(
            "mandatory-fix-without-deadline",
            in: Sample.record("advisory", status: "active", "fix: {version: 1.2.3, mandatory: «true»}"))
        for fix in [
            "{version: 1.2.3, mandatory: true, deadline: 2026-06-10}", "{version: 1.2.3, mandatory: false}",
            "{version: 1.2.3}",
        ] {
            try expectSilence(
                "mandatory-fix-without-deadline",
                in: Sample.record("advisory", status: "active", "fix: \(fix)"))
        }
    }
}
