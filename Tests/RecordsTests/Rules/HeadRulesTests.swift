import Diagnostics
import Records
import Testing

@Suite("rules of the head")
struct HeadRulesTests {
    @Test("an id that another record has is refused, with both places")
    func duplicateID() throws {
        let first = Sample.record()
        let found = try expect("duplicate-id", in: Sample.record(id: "«ABC-2026-0001»"), after: [first])
        #expect(found.first?.secondary.first?.span.file.path == "incidents/r0.yml")
        try expectSilence("duplicate-id", in: Sample.record(id: "ABC-2026-0002"), after: [first])
        try expectSilence("duplicate-id", in: first)
        // An id that was copied from a record of another year is one mistake.
        let copy = Sample.record(disclosed: "2025-02-21")
        let codes = try findings(in: [first, copy]).report.sorted.map(\.code)
        #expect(codes.contains("duplicate-id"))
        #expect(!codes.contains("id-year"))
    }

    @Test("a slug that another record has is refused, also where it is the file's name")
    func duplicateSlug() throws {
        let first = Sample.record("incident", "slug: bridge")
        try expect(
            "duplicate-slug", in: Sample.record("incident", id: "ABC-2026-0002", "slug: «bridge»"),
            after: [first])
        try expect(
            "duplicate-slug", in: Sample.record("incident", id: "ABC-2026-0002", "slug: «r0»"),
            after: [Sample.record()])
        try expectSilence(
            "duplicate-slug", in: Sample.record("incident", id: "ABC-2026-0002", "slug: bridge-2"),
            after: [first])
    }

    @Test("the year of an id is that of the first public word, where the writer stands")
    func idYear() throws {
        try expect("id-year", in: Sample.record(id: "ABC-«2025»-0001"))
        try expect("id-year", in: Sample.record(id: "ABC-«2026»-0001", disclosed: "2025-12-31T23:30:00Z"))
        try expectSilence("id-year", in: Sample.record(disclosed: "2026-01-01T00:30:00+01:00"))
        // An unreadable moment has no year.
        try expectSilenceOfRule("id-year", in: Sample.record(id: "ABC-2025-0001", disclosed: "yesterday"))
    }

    @Test("an id begins with the site's prefix")
    func idPrefix() throws {
        let found = try expect("id-prefix", in: Sample.record(id: "«ACB»-2026-0001"))
        #expect(found.first?.fixes.first?.edits.first?.replacement == "ABC")
        try expectSilence("id-prefix", in: Sample.record())
        try expectSilence(
            "id-prefix", in: Sample.record(id: "XYZ-2026-0001"),
            site: Sample.site.replacing("id_prefix: ABC\n", with: ""))
    }

    @Test("the number 0000 is refused outside of a draft")
    func draftNumber() throws {
        try expect("draft-number", in: Sample.record(id: "ABC-2026-«0000»"))
        try expectSilence("draft-number", in: Sample.record(id: "ABC-2026-0000", "draft: true"))
    }

    @Test("a title's final full stop is found, and the fix takes it away")
    func titleFullStop() throws {
        let found = try expect("title-full-stop", in: Sample.record(title: "Bridge drained«.»"))
        #expect(found.first?.fixes.first?.isSafe == true)
        try expect("title-full-stop", in: Sample.record(title: "'Bridge drained«.»'"))
        try expectSilence("title-full-stop", in: Sample.record(title: "Release v1.2.3 drained the bridge"))
    }

    @Test("a status that the newest update contradicts is found")
    func statusDisagrees() throws {
        let updates = """
            updates:
              - {id: u1, at: 2026-02-21, status: investigating, body: We look into it.}
              - {id: u2, at: 2026-02-22, status: identified, body: A key was used.}
            """
        try expect("status-disagrees", in: Sample.record(status: "«investigating»", updates))
        try expectSilence("status-disagrees", in: Sample.record(status: "identified", updates))
        try expectSilence("status-disagrees", in: Sample.record(status: "identified"))
    }

    @Test("an alias that looks like a CVE or GHSA id is one")
    func malformedAlias() throws {
        let found = try expect(
            "malformed-alias",
            in: Sample.record("incident", "aliases: [«cve-2026-1234», «CVE-26-1», «GHSA-1111-2222-3333»]"))
        #expect(found.first?.fixes.first?.edits.first?.replacement == "CVE-2026-1234")
        try expect(
            "malformed-alias", in: Sample.record("statement", "event: {name: npm, aliases: [«CVE-2025-123»]}")
        )
        try expectSilence(
            "malformed-alias",
            in: Sample.record("incident", "aliases: [CVE-2026-1234, GHSA-c3h9-896r-86jm, PeckShield-17]"))
    }

    @Test("a tag that stands twice is found")
    func repeatedEntry() throws {
        try expect("repeated-entry", in: Sample.record("incident", "tags: [bridge, «bridge»]"))
        try expectSilence("repeated-entry", in: Sample.record("incident", "tags: [bridge, bridges]"))
    }

    @Test("a record is not withdrawn without a reason")
    func withdrawnWithoutReason() throws {
        try expect("withdrawn-without-reason", in: Sample.record("incident", "«withdrawn»: {at: 2026-02-22}"))
        try expectSilence(
            "withdrawn-without-reason",
            in: Sample.record("incident", "withdrawn: {at: 2026-02-22, reason: Told twice}"))
    }

    @Test("an embargo ends no later than the first public word")
    func embargo() throws {
        try expect("embargo-after-disclosure", in: Sample.record("incident", "embargo: «2026-02-25»"))
        try expectSilence("embargo-after-disclosure", in: Sample.record("incident", "embargo: 2026-02-21"))
    }

    @Test("an issuer that the site does not know is found, with the name that is near")
    func unknownIssuer() throws {
        let found = try expect("unknown-issuer", in: Sample.record("incident", "issuer: «eastwnd»"))
        #expect(found.first?.help == "did you mean `eastwind`?")
        try expectSilence("unknown-issuer", in: Sample.record("incident", "issuer: eastwind"))
    }

    @Test("a related id of this site is looked up; those of others are free")
    func unknownRecord() throws {
        let first = Sample.record(id: "ABC-2025-0003", disclosed: "2025-01-01")
        try expect(
            "unknown-record", in: Sample.record("incident", "related: [«ABC-2025-0033», «ABC-2026-0001»]"),
            after: [first])
        try expectSilence(
            "unknown-record", in: Sample.record("incident", "related: [ABC-2025-0003, XYZ-2020-0001, rekt]"),
            after: [first])
    }
}
