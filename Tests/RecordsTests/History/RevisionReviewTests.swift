import Incidents
import Records
import Syntax
import Testing

@Suite("a record against its last published revision")
struct RevisionReviewTests {
    private static let update = """
          - id: u3
            at: 2026-02-22T09:00:00Z
            status: identified
            body: Some tokens are frozen.
        corrections:
        """

    private func review(_ text: String) throws -> RevisionReview {
        try #require(PublishedSample.review(text))
    }

    private func withUpdate(_ text: String) -> String {
        text.split(separator: "corrections:", maxSplits: 1, omittingEmptySubsequences: false)
            .joined(separator: Self.update)
    }

    @Test("the same facts in another layout are no change")
    func layout() throws {
        let review = try review(
            PublishedSample.editing("title: Token safe", "# a comment\ntitle:   Token safe")
        )
        #expect(review.findings.isEmpty && review.kinds.isEmpty)
    }

    @Test(
        "what a record may do without a correction",
        arguments: [
            ("tags: [bridge]", "tags: [bridge, keys]", ChangeKind.addition),
            ("x-internal: anything", "x-internal: other", .layout),
            ("users_affected: unknown", "users_affected: {count: 12}", .answer),
            ("category: unknown", "category: phishing", .answer),
            ("    amount: unknown", "    token: UNI\n    amount: 12", .answer),
            ("    amount: unknown", "    token: UNI\n    low: 12\n    high: 14", .answer),
            ("status: planned", "status: in_progress", .progress),
            ("status: planned", "status: done\n    done: 2026-03-01", .progress),
            (
                "    due: 2026-03-31",
                "    due: 2026-04-30\n    moved: [{at: 2026-03-01, from: 2026-03-31, to: 2026-04-30}]",
                .progress
            ),
            (
                "    about: root_cause.summary",
                "    about: root_cause.summary\n    answer: Through a laptop.", .answer
            ),
            (
                "    about: root_cause.summary",
                "    about: root_cause.summary\n    withheld: law_enforcement", .answer
            ),
            ("assurances:\n", "lessons: {went_wrong: [Nobody watched.]}\nassurances:\n", .addition),
            ("title: Token", "withdrawn: {at: 2026-03-01, reason: not ours}\ntitle: Token", .withdrawal),
            ("title: Token", "slug: other\ntitle: Token", .rename),
            ("    urgency: now", "    urgency: now\n    lifted: {at: 2026-02-24, why: all clear}", .addition),
            ("dollars from", "dollars\n  from", .layout),
        ])
    func allowed(old: String, new: String, kind: ChangeKind) throws {
        let review = try review(PublishedSample.editing(old, new))
        #expect(review.silentEdits.isEmpty, "\(review.silentEdits)")
        #expect(review.kinds.contains(kind), "\(review.kinds)")
    }

    @Test(
        "rows are added without a correction",
        arguments: [
            ("timeline", "  - at: 2026-02-20\n    text: A look-alike domain is registered."),
            ("questions", "  - asks: Who holds the other keys?"),
            ("assets", "  - asset: app\n    exposure: unknown"),
            ("mitigations", "  - action: Rotate keys\n    status: planned"),
            ("advice", "  - dont: Open the bridge"),
            ("references", "  - id: two\n    title: Second\n    url: https://example.org/2"),
        ])
    func addedRows(list: String, row: String) throws {
        let review = try review(PublishedSample.appending(list, row))
        #expect(review.silentEdits.isEmpty, "\(review.silentEdits)")
        #expect(review.kinds == [.addition])
    }

    @Test("a new update brings its status and may tell what moved on")
    func newUpdate() throws {
        let plain = try review(withUpdate(PublishedSample.text))
        #expect(plain.silentEdits.isEmpty && plain.kinds == [.update])
        let frozen = withUpdate(PublishedSample.editing("at_large: 4300000", "at_large: 4000000"))
        #expect(try review(frozen).kinds == [.update, .progress])
        #expect(try review(frozen).silentEdits.isEmpty)
        #expect(
            try review(PublishedSample.editing("at_large: 4300000", "at_large: 4000000")).silentEdits.count
                == 1)
    }

    @Test(
        "changes that nothing owns up to are silent, where they stand",
        arguments: [
            ("title: Token safe", "title: Safe", "title"),
            ("4.3 million", "4.8 million", "summary"),
            ("severity: high", "severity: low", "severity"),
            ("disclosed: 2026-02-21", "disclosed: 2026-02-20", "disclosed"),
            ("status: identified\nseverity", "status: resolved\nseverity", "status"),
            ("    amount: 4300000", "    amount: 430000", "losses#usdc.amount"),
            ("  - id: uni\n", "  - id: uno\n", "losses#uni"),
            ("are not affected.", "are safe.", "update:u2.body"),
            ("12:00:00Z", "11:00:00Z", "update:u1.at"),
            ("Revoke approvals", "Keep approvals", "advice[0].do"),
            (
                "    text: An analyst reports the transfers.", "    text: Our team reports the transfers.",
                "timeline[1].text"
            ),
            ("exposure: not_affected", "exposure: unknown", "assets[1].exposure"),
            ("status: planned", "status: dropped", "mitigations#compensation.status"),
            ("due: 2026-03-31", "due: 2026-04-30", "mitigations#compensation.due"),
            (
                "action: Compensate users in full", "action: Compensate users",
                "mitigations#compensation.action"
            ),
            ("answer: An analyst.", "answer: Our team.", "questions#first.answer"),
            ("asks: How was the key lost?", "asks: Was the key lost?", "questions#key.asks"),
            ("was: Tokn", "was: Tonk", "corrections[0].was"),
            ("Nobody watched the mint function.", "Nobody watched.", "root_cause.contributing[1]"),
            ("title: Token", "draft: true\ntitle: Token", "draft"),
            ("title: Token", "voice: reconstruction\ntitle: Token", "voice"),
            ("corrections:", "corrections_gone:", ""),
        ])
    func silent(old: String, new: String, path: String) throws {
        guard !path.isEmpty else { return }
        let review = try review(PublishedSample.editing(old, new))
        #expect(
            review.silentEdits.map(\.change.path.text).contains(path),
            "\(review.findings.map(\.change.path.text))")
    }

    @Test("an update that is put before a published one is silent backdating")
    func backdated() throws {
        let row =
            "  - id: u0\n    at: 2026-02-21T11:00:00Z\n    status: investigating\n    body: We saw it at once."
        let review = try review(PublishedSample.appending("updates", row))
        #expect(review.silentEdits.map(\.change.path.text) == ["update:u0"])
    }

    @Test("one more loss changes the published sum, unless losses were an open question")
    func moreLosses() throws {
        let row = "  - id: dai\n    token: DAI\n    amount: 5"
        #expect(try review(PublishedSample.appending("losses", row)).silentEdits.count == 1)
        let before = PublishedSample.editing("about: root_cause.summary", "about: losses")
        let after = before.split(separator: "\nlosses:\n", maxSplits: 1, omittingEmptySubsequences: false)
            .joined(separator: "\nlosses:\n" + row + "\n")
        let old = try #require(PublishedSample.read(before)), new = try #require(PublishedSample.read(after))
        let review = RevisionReview(
            published: CanonicalRecord.value(of: old), current: CanonicalRecord.value(of: new))
        #expect(review.silentEdits.isEmpty && review.kinds == [.answer])
    }

    @Test("a row without an id that gets one is the same row")
    func rowGetsID() throws {
        let review = try review(
            PublishedSample.editing(
                "  - at: 2026-02-21T09:20:00Z", "  - id: seen\n    at: 2026-02-21T09:20:00Z"))
        #expect(review.silentEdits.isEmpty)
        #expect(review.findings.map(\.change.path.text) == ["timeline#seen.id"])
    }

    // MARK: Corrections

    private func corrected(_ old: String, _ new: String, _ entry: String) throws -> RevisionReview {
        let text = PublishedSample.editing(old, new)
        let rows = text.split(separator: "now: Token\n", maxSplits: 1, omittingEmptySubsequences: false)
        return try review(rows.joined(separator: "now: Token\n  - {at: 2026-02-24, \(entry)}\n"))
    }

    @Test(
        "a correction that quotes the change covers it",
        arguments: [
            (
                "    amount: 4300000", "    amount: 4400000",
                "of: losses#usdc.amount, kind: factual, was: \"4300000\", now: \"4400000\", reason: UNI was left out",
                ChangeKind.factual
            ),
            (
                "4.3 million", "4.4 million",
                "of: summary, kind: factual, was: took 4.3 million, now: took 4.4 million, reason: counted again",
                .factual
            ),
            (
                "transfers from", "withdrawals from",
                "of: update:u1, kind: clarification, was: transfers, now: withdrawals", .clarification
            ),
            (
                "transfers from", "tranfers from", "of: update:u1, kind: typo, was: transfers, now: tranfers",
                .typo
            ),
            (
                "An analyst reports", "A researcher reports",
                "of: timeline, kind: clarification, was: An analyst, now: A researcher", .clarification
            ),
            (
                "root_cause:\n  category: unknown\n",
                "root_cause:\n  category: unknown\n  confidence: likely\n",
                "of: summary, kind: clarification, was: a, now: b", .clarification
            ),
            (
                "    detail: It holds no keys of the bridge.\n", "",
                "of: assets, kind: retraction, was: It holds no keys, reason: it does", .retraction
            ),
            (
                "User funds on other chains are not affected.", "",
                "of: update:u2, kind: retraction, was: \" User funds on other chains are not affected.\", reason: not known",
                .retraction
            ),
        ])
    func covered(old: String, new: String, entry: String, kind: ChangeKind) throws {
        let review = try corrected(old, new, entry)
        #expect(review.silentEdits.isEmpty, "\(review.silentEdits)")
        #expect(review.kinds.contains(kind))
    }

    @Test(
        "a correction that does not account for the whole change covers nothing",
        arguments: [
            // Another field.
            (
                "    amount: 4300000", "    amount: 4400000",
                "of: losses#uni.amount, kind: factual, was: \"4300000\", now: \"4400000\", reason: x"
            ),
            // A second word changed under cover of the first.
            (
                "took 4.3 million dollars", "took 4.4 million euros",
                "of: summary, kind: factual, was: \"4.3\", now: \"4.4\", reason: x"
            ),
            // `was` is not what stood there.
            (
                "4.3 million", "4.4 million",
                "of: summary, kind: factual, was: \"4.2\", now: \"4.4\", reason: x"
            ),
            // A figure is no typo.
            ("4.3 million", "4.4 million", "of: summary, kind: typo, was: \"4.3\", now: \"4.4\""),
            // A word of a vocabulary is no typo.
            ("severity: high", "severity: low", "of: severity, kind: typo, was: high, now: low"),
            // Why?
            ("4.3 million", "4.4 million", "of: summary, kind: factual, was: \"4.3\", now: \"4.4\""),
            // A published correction does not change under another one.
            ("was: Tokn", "was: Tonk", "of: corrections, kind: clarification, was: Tokn, now: Tonk"),
            // A published record is not hidden.
            (
                "title: Token", "draft: true\ntitle: Token",
                "of: draft, kind: factual, now: \"true\", reason: x"
            ),
        ])
    func notCovered(old: String, new: String, entry: String) throws {
        #expect(!(try corrected(old, new, entry)).silentEdits.isEmpty)
    }

    @Test(
        "a path without a row means any row, and a milestone names its event whether it has an id or not",
        arguments: [
            (
                "    amount: 4300000", "    amount: 4400000",
                "of: losses.amount, kind: factual, was: \"4300000\", now: \"4400000\", reason: x"
            ),
            (
                "07:00:00Z", "08:00:00Z",
                "of: timeline#started.at, kind: factual, was: \"2026-02-21T07:00:00Z\", now: \"2026-02-21T08:00:00Z\", reason: x"
            ),
            (
                "07:00:00Z", "08:00:00Z",
                "of: timeline#start, kind: factual, was: \"T07\", now: \"T08\", reason: x"
            ),
        ])
    func otherNames(old: String, new: String, entry: String) throws {
        #expect(try corrected(old, new, entry).silentEdits.isEmpty)
    }

    @Test("an event without an id is known by its milestone, and stays the same when it gets an id")
    func milestoneRows() throws {
        let without = PublishedSample.editing("  - id: start\n    at", "  - at")
        let moved = without.split(separator: "07:00", maxSplits: 1).joined(separator: "06:00")
        let old = try #require(PublishedSample.read(without)), new = try #require(PublishedSample.read(moved))
        let changed = RecordDifference.changes(
            from: CanonicalRecord.value(of: old), to: CanonicalRecord.value(of: new))
        #expect(changed.map(\.path.text) == ["timeline#started.at"])
        let named = RecordDifference.changes(
            from: CanonicalRecord.value(of: old), to: PublishedSample.published)
        #expect(named.map(\.path.text) == ["timeline#start.id"])
    }

    @Test("a correction published before covers nothing new")
    func oldCorrection() throws {
        #expect(!(try review(PublishedSample.editing("title: Token", "title: Tokn"))).silentEdits.isEmpty)
    }

    // MARK: A thousand edits

    @Test("a thousand random edits of what was published: none goes through without a correction")
    func randomEdits() throws {
        var random = SeededNumbers(seed: 2026)
        let published = PublishedSample.published
        for round in 0..<1000 {
            var edited = published
            let path = try #require(Self.edit(&edited, at: "", with: &random))
            if RecordDifference.areSame(edited, published) { continue }
            let review = RevisionReview(published: published, current: edited)
            #expect(!review.silentEdits.isEmpty, "round \(round): \(path) went through: \(review.findings)")
        }
    }

    /// Changes, removes or exchanges one published value, and says where; values that may change freely are passed over.
    private static func edit(
        _ value: inout JSONValue, at path: String, with random: inout SeededNumbers
    ) -> String? {
        switch value {
        case .object(var members):
            let fixed = members.indices.filter {
                !["tags", "x-internal", "slug", "id", "kind"].contains(path.isEmpty ? members[$0].key : "")
            }
            guard let index = fixed.randomElement(using: &random) else { return nil }
            let inner = path + "." + members[index].key
            if members[index].value == "unknown" {
                // It said that it did not know, and now does not even say that.
                members.remove(at: index)
                value = .object(members)
                return inner
            }
            if Int.random(in: 0..<8, using: &random) == 0,
                !["id", "withheld", "revisit"].contains(members[index].key)
            {
                members.remove(at: index)
                value = .object(members)
                return inner
            }
            let result = edit(&members[index].value, at: inner, with: &random)
            value = .object(members)
            return result
        case .array(var elements):
            guard let index = elements.indices.randomElement(using: &random) else { return nil }
            if Int.random(in: 0..<5, using: &random) == 0 {
                elements.remove(at: index)
                value = .array(elements)
                return path + "[-]"
            }
            let result = edit(&elements[index], at: path + "[\(index)]", with: &random)
            value = .array(elements)
            return result
        case .string(let text):
            var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard let index = words.indices.randomElement(using: &random) else { return nil }
            switch Int.random(in: 0..<3, using: &random) {
            case 0: words[index] += "x"
            case 1: words.insert("not", at: index)
            default: words[index] = String(words[index].dropLast()) + "9"
            }
            value = .string(words.joined(separator: " "))
            return path
        default: return nil
        }
    }
}

@Suite("words that differ")
struct WordDifferenceTests {
    @Test("words are kept, taken out and put in")
    func segments() {
        let difference = WordDifference(
            from: "the loss is 4.3 million in all", to: "the loss is  about 4.4\nmillion")
        #expect(difference.text == "the loss is [-4.3-] {+about 4.4+} million [-in all-]")
        #expect(WordDifference(from: "", to: "a").text == "{+a+}")
        #expect(WordDifference(from: "same", to: "same").text == "same")
    }

    @Test("an excerpt keeps a few words around each change")
    func excerpt() {
        let long = (1...30).map { "w\($0)" }.joined(separator: " ")
        let difference = WordDifference(from: long + " old end", to: long + " new end")
        #expect(difference.excerpt == "… w27 w28 w29 w30 [-old-] {+new+} end")
    }

    @Test("the quote stands exactly once in the newer text and leads back to the older")
    func quotes() {
        var random = SeededNumbers(seed: 5)
        let pool = ["a", "b", "c", "the", "4.3", "4.4"]
        for _ in 0..<500 {
            let old = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pool.randomElement(using: &random) ?? ""
            }
            var new = old
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<new.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: new[place] = pool.randomElement(using: &random) ?? ""
                case 1: new.insert(pool.randomElement(using: &random) ?? "", at: place)
                default: if new.count > 1 { new.remove(at: place) }
                }
            }
            if new == old { continue }
            let (was, now) = WordDifference(from: old.joined(separator: " "), to: new.joined(separator: " "))
                .quote()
            let parts = (" " + new.joined(separator: " ") + " ").split(
                separator: now, omittingEmptySubsequences: false)
            #expect(parts.count >= 2)
            #expect(!now.isEmpty && !(was == now))
        }
    }
}
