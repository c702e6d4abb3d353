import Diagnostics
import Records
import Testing

@Suite("rules of the ledger")
struct LedgerRulesTests {
    private func losses(
        _ rows: String, title: String = "Bridge drained", summary: String = "Somebody emptied the bridge.",
        _ more: String = ""
    )
        -> String
    {
        Sample.record("incident", title: title, summary: summary, "losses: \(rows)\n\(more)")
    }

    @Test("a range whose low is more than its high is found wherever a range stands")
    func reversedRange() throws {
        let found = try expect(
            "reversed-range",
            in: losses(
                "[{token: ETH, low: «\"2.000000000000000000000000000001\"», high: \"2\", value: {currency: USD, low: «200», high: 100}}]",
                "users_affected: {low: «60», high: 40}\nclaims: [{by: X, at: unknown, value: {currency: USD, low: «2», high: 1}}]"
            ))
        #expect(
            found.first?.fixes.first?.edits.map(\.replacement) == [
                "\"2\"", "\"2.000000000000000000000000000001\"",
            ])
        try expectSilence(
            "reversed-range",
            in: losses("[{token: ETH, low: 1, high: 2}]", "users_affected: {low: 40, high: 40}"))
    }

    @Test("one disposition that is more than the loss is found, to the thirtieth digit")
    func dispositionExceeds() throws {
        let most = "999999999999999999999999999999.999999999999999999999999999999"
        let less = "999999999999999999999999999999.999999999999999999999999999998"
        let found = try expect(
            "dispositions-exceed-amount",
            in: losses("[{token: ETH, amount: \"\(less)\", at_large: «\"\(most)\"»}]"))
        #expect(found.first?.secondary.count == 1)
        try expectSilence(
            "dispositions-exceed-amount",
            in: losses("[{token: ETH, amount: \"\(most)\", at_large: \"\(most)\"}]"))
    }

    @Test("dispositions that are more than the loss together are found, with every part of the sum")
    func dispositionsExceed() throws {
        let found = try expect(
            "dispositions-exceed-amount",
            in: losses("[{token: ETH, amount: 1000000, frozen: 700000, recovered: 0, at_large: «400000»}]"))
        #expect(
            found.first?.message == "frozen and at large are 1,100,000 together, 100,000 more than was lost")
        #expect(found.first?.secondary.map(\.text) == ["1,000,000 in all", "700,000"])
        try expectSilence(
            "dispositions-exceed-amount",
            in: losses(
                "[{token: ETH, amount: 1100000, frozen: 700000, recovered: unknown, at_large: 400000}]"))
    }

    @Test("of a range the higher bound counts, and of an unknown amount nothing")
    func dispositionsOfRange() throws {
        try expect(
            "dispositions-exceed-amount",
            in: losses("[{token: ETH, low: 100, high: 200, frozen: 150, at_large: «51»}]"))
        try expectSilence(
            "dispositions-exceed-amount",
            in: losses("[{token: ETH, low: 100, high: 200, frozen: 150, at_large: 50}]"))
        try expectSilence(
            "dispositions-exceed-amount", in: losses("[{token: ETH, amount: unknown, frozen: 150}]"))
        // A reversed range is its own finding.
        try expectSilenceOfRule(
            "dispositions-exceed-amount", in: losses("[{token: ETH, low: 200, high: 100, frozen: 150}]"))
    }

    @Test("a basis fits its figure")
    func valueBasis() throws {
        func value(_ value: String) -> String {
            losses("[{token: ETH, amount: 1, value: {currency: USD, \(value)}}]")
        }
        try expect("value-basis", in: value("low: 1, high: 2, basis: «exact»"))
        try expect("value-basis", in: value("amount: 1, basis: «range»"))
        try expectSilence("value-basis", in: value("low: 1, high: 2, basis: estimate"))
        try expectSilence("value-basis", in: value("amount: 1, basis: exact"))
    }

    @Test("money at large at the end wants a promise, or the word that there is none")
    func moneyAtLarge() throws {
        func resolved(_ status: String, atLarge: String = "5", _ mitigation: String) -> String {
            Sample.record(
                "incident", status: status,
                "losses: [{token: ETH, amount: 5, at_large: \(atLarge)}]\nmitigations: [{action: Trace it, \(mitigation)}]"
            )
        }
        try expect("money-at-large", in: resolved("«resolved»", "status: done, done: 2026-02-22"))
        try expect("money-at-large", in: resolved("«postmortem»", "status: unknown"))
        try expectSilence("money-at-large", in: resolved("resolved", "status: in_progress"))
        try expectSilence("money-at-large", in: resolved("resolved", "status: dropped"))
        try expectSilence("money-at-large", in: resolved("resolved", atLarge: "0", "status: done"))
        try expectSilence("money-at-large", in: resolved("resolved", atLarge: "unknown", "status: done"))
        try expectSilence("money-at-large", in: resolved("monitoring", "status: done"))
    }

    static let stolen = "[{token: ETH, amount: 1500, class: stolen, value: {currency: USD, amount: 4400000}}]"

    @Test(
        "a figure in the title that the losses contradict is found",
        arguments: [
            "Bridge drained of «$4.3M»", "«$8M» stolen from bridge", "«USD 8,000,000» lost",
            "Bridge loses «4.3 million dollars»", "Bridge drained of over «$5 million»",
            "Hackers took «$4.5–4.9M»",
            "Bridge drained of «1,600 ETH»",
            "«$4.3-million» heist", "Bridge drained of «4.3 million USD»",
        ])
    func contradictedTitle(title: String) throws {
        try expect("figure-contradicts-losses", in: losses(Self.stolen, title: "\"\(title)\""))
    }

    @Test(
        "a figure that the losses bear out, or do not speak of, is left alone",
        arguments: [
            "Bridge drained of $4.4M", "Bridge drained of $4.4 million", "USD 4,400,000 lost",
            "Bridge drained of about $4M",
            "Over $4 million stolen", "Nearly $5 million stolen", "Up to $4.5M taken",
            "Between $4 and 5 million lost",
            "$4.2 to 4.6 million stolen", "1,500 ETH stolen", "1.5K ETH stolen", "€8 million stolen",
            "500 BTC stolen",
            "$440,000 bounty for what was stolen", "$2M recovered", "Exchange pays $10 million back",
            "86 % of $4.4M",
            "Version 4.3 of the wallet drained", "17 wallets emptied in 2026",
            "On 2026-02-21 the bridge was drained",
        ])
    func borneOutTitle(title: String) throws {
        try expectSilence("figure-contradicts-losses", in: losses(Self.stolen, title: "\"\(title)\""))
    }

    @Test("in the summary only figures that speak of a loss are judged")
    func summary() throws {
        func summary(_ text: String) -> String { losses(Self.stolen, summary: "\"\(text)\"") }
        try expect(
            "figure-contradicts-losses",
            in: summary("The bridge held $900 million. Of these «$4.3 million» were stolen."))
        try expect(
            "figure-contradicts-losses",
            in: summary("Somebody took «1,200 ETH»; the reserve of 90,000 ETH is untouched."))
        for text in [
            "The bridge secures $900 million.", "A bounty of $440,000 was offered for what was stolen.",
            "$4.4 million were stolen, of which $2 million were returned.",
            "It was swapped for 2,183 ETH and moved on.",
            "The treasury of $60 million pays users back.",
            "Deposits of $12 million were paused after the theft.",
        ] {
            try expectSilence("figure-contradicts-losses", in: summary(text))
        }
    }

    @Test("totals, dispositions, the net and other people's claims are figures of the record")
    func otherFigures() throws {
        let rows = """
            [{token: CIOTX, amount: 410000000, class: minted, frozen: 353000000, recovered: 7000000},
             {token: ETH, amount: 1000, class: stolen, value: {currency: USD, amount: 3000000}},
             {token: USDT, amount: 1400000, class: stolen, value: {currency: USD, amount: 1400000}}]
            """
        let claims =
            "claims: [{by: PeckShield, at: unknown, about: loss, says: \"Over $8M\", value: {currency: USD, amount: 8000000}}, {by: Press, at: unknown, says: 111 million CIOTX minted}]"
        for title in [
            "$4.4M stolen", "$3M in ETH stolen", "$1.4M in USDT stolen", "410 million CIOTX minted",
            "353M CIOTX minted and frozen",
            "403 million CIOTX minted", "$8M stolen", "111 million CIOTX minted",
        ] {
            try expectSilence("figure-contradicts-losses", in: losses(rows, title: "\"\(title)\"", claims))
        }
        try expect(
            "figure-contradicts-losses", in: losses(rows, title: "\"«821 million CIOTX» minted\"", claims))
    }

    @Test("a claim that is superseded, disputed or retracted backs no headline")
    func fallenClaims() throws {
        let rows = "[{token: ETH, amount: 1500, class: stolen, value: {currency: USD, amount: 4400000}}]"
        func record(_ older: String, _ more: String = "", rows: String = rows, title: String = "«$8M» stolen")
            -> String
        {
            losses(
                rows, title: "\"\(title)\"",
                """
                claims:
                  - {id: first, by: PeckShield, at: unknown, about: loss, says: Over $8M\(older)}
                  - {id: final, by: We, at: unknown, about: loss, value: {currency: USD, amount: 4400000}}
                \(more)
                """)
        }
        let retraction =
            "corrections: [{at: 2026-02-24, of: claims#first, kind: retraction, was: a, reason: It was wrong}]"
        for (older, more, word) in [
            (", superseded_by: final", "", "superseded"),
            (", disputed: It counts minted supply.", "", "disputed"),
            (", confidence: disputed", "", "disputed"), ("", retraction, "retracted"),
        ] {
            let found = try expect("figure-contradicts-losses", in: record(older, more))
            #expect(found.first?.message == "$8M is told by a \(word) claim alone")
        }
        // A figure of a ledger that is still open, or of none, is no better for it.
        try expect(
            "figure-contradicts-losses", in: record(", superseded_by: final", rows: "[{amount: unknown}]"))
        try expect(
            "figure-contradicts-losses", in: record(", superseded_by: final", rows: "unknown"))
        for (older, title) in [
            ("", "$8M stolen"), (", superseded_by: final", "$4.4M stolen"),
            // An id that leads nowhere supersedes nothing, and is a finding of its own.
            (", superseded_by: nobody", "$8M stolen"),
        ] {
            try expectSilence("figure-contradicts-losses", in: record(older, title: title))
        }
        try expectSilence(
            "figure-contradicts-losses",
            in: record(
                ", superseded_by: final",
                rows: "[{token: ETH, amount: 2, class: stolen, value: {currency: USD, amount: 8000000}}]",
                title: "$8M stolen"))
    }

    @Test("a sum that adds minted supply to what was stolen is told so")
    func mintedAdded() throws {
        let rows = """
            [{token: ETH, amount: 1, class: stolen, value: {currency: USD, amount: 4400000}},
             {token: CIOTX, amount: 1, class: minted, value: {currency: USD, amount: 3600000}}]
            """
        let found = try expect("figure-contradicts-losses", in: losses(rows, title: "«$8M» stolen"))
        #expect(found.first?.notes.isEmpty == false)
        try expectSilence("figure-contradicts-losses", in: losses(rows, title: "$4.4M stolen"))
    }

    @Test("where a loss has no value or no amount, a larger figure may count it")
    func openLedger() throws {
        let rows =
            "[{token: ETH, amount: 1, class: stolen, value: {currency: USD, amount: 1000000}}, {token: CIOTX, amount: 5, class: stolen}]"
        try expectSilence("figure-contradicts-losses", in: losses(rows, title: "$4.4M stolen"))
        try expect("figure-contradicts-losses", in: losses(rows, title: "«$0.4M» stolen"))
        try expectSilence("figure-contradicts-losses", in: losses("unknown", title: "$4.4M stolen"))
        try expectSilence(
            "figure-contradicts-losses", in: losses("[{amount: unknown}]", title: "$4.4M stolen"))
    }

    @Test("a loss in the headline and none in the ledger contradict each other")
    func nothingLost() throws {
        try expect("figure-contradicts-losses", in: losses("none", title: "«$4.4M» stolen"))
        try expectSilence("figure-contradicts-losses", in: losses("none", title: "$10M bounty offered"))
    }
}
