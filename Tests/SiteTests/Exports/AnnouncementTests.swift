import Incidents
import Syntax
import Testing

@testable import Site

@Suite("Announcements")
struct AnnouncementTests {
    private func announcement(
        title: String = "Token safe drained", body: String = "A key was stolen.",
        advice: [String] = ["Move your tokens."]
    ) throws -> Announcement {
        var record = RecordText(
            title: title, status: "identified", updates: [("u1", "2026-02-21T09:00:00Z", "identified", body)])
        if !advice.isEmpty {
            record.more = "advice:\n" + advice.map { "  - {do: \"\($0)\"}\n" }.joined()
        }
        let site = try SampleSite(records: [record.text + "    next_update: 2026-02-21T18:00:00Z\n"])
        let record1 = site.catalogue.entries[0].record
        return try #require(Announcement(of: record1, in: site.catalogue, theme: site.theme))
    }

    private static let limited: [AnnouncementChannel] = [.x, .mastodon, .telegram, .discord, .slack]
    private static let long = (1...1200).map { "word\($0)" }.joined(separator: " ") + "."

    @Test("what fits stands whole in one post", arguments: limited)
    func short(_ channel: AnnouncementChannel) throws {
        let posts = try announcement().posts(for: channel)
        #expect(posts.count == 1)
        for part in [
            "Identified: Token safe drained", "A key was stolen.", "Move your tokens", "18:00 UTC",
            "#update-u1",
        ] {
            #expect(posts[0].contains(part), "\(part)")
        }
    }

    @Test("a long body is cut between words, and advice, promise and link are whole", arguments: limited)
    func longBody(_ channel: AnnouncementChannel) throws {
        let posts = try announcement(body: Self.long).posts(for: channel)
        #expect(posts.count == 1)
        let length = channel.length(of: posts[0])
        #expect(length <= channel.limit!)
        #expect(length > channel.limit! - 30)
        #expect(posts[0].contains("word1 word2") && posts[0].contains("…"))
        #expect(posts[0].contains("Do: Move your tokens."))
        #expect(posts[0].contains("https://example.org/incidents/sample-1/#update-u1"))
    }

    @Test("advice that no post can hold goes on in others, whole", arguments: limited)
    func longAdvice(_ channel: AnnouncementChannel) throws {
        let advice = (1...40).map { number in
            "Step \(number): " + String(repeating: "turn the key, ", count: 12) + "and wait"
        }
        let posts = try announcement(advice: advice).posts(for: channel)
        #expect(posts.count > 1)
        for (index, post) in posts.enumerated() {
            #expect(channel.length(of: post) <= channel.limit!)
            #expect(post.hasSuffix("\n\n\(index + 1)/\(posts.count)"))
        }
        #expect(posts[0].contains("https://example.org/incidents/sample-1/#update-u1"))
        let words = posts.joined(separator: " ").split { $0 == " " || $0 == "\n" }
        #expect(words.count { $0 == "turn" } == 40 * 12)
    }

    @Test("a step that is longer than a post is cut between words, and loses none")
    func longStep() throws {
        let step = (1...70).map { "move\($0)" }.joined(separator: " ")
        let posts = try announcement(advice: [step]).posts(for: .x)
        #expect(posts.allSatisfy { AnnouncementChannel.x.length(of: $0) <= 280 })
        for number in 1...70 {
            #expect(posts.contains { $0.split { $0.isWhitespace }.contains("move\(number)") })
        }
    }

    @Test("what a channel takes for markup is harmless")
    func markup() throws {
        let announcement = try announcement(
            title: "<b>&*_`", body: "Tell @everyone: <!channel> \\*not bold\\* & so on.", advice: [])
        let telegram = announcement.posts(for: .telegram)[0]
        #expect(telegram.contains("<b>Identified: &lt;b&gt;&amp;*_`</b> (ABC-2026-0001)"))
        #expect(telegram.contains("&lt;!channel&gt;"))
        #expect(announcement.posts(for: .slack)[0].contains("&lt;!channel&gt; *not bold* &amp; so on."))
        #expect(
            announcement.posts(for: .slack)[0].contains("<https://example.org/incidents/sample-1/#update-u1>")
        )
        let discord = announcement.posts(for: .discord)[0]
        #expect(discord.contains("@\u{200B}everyone: \\<!channel> \\*not bold\\* &"))
        #expect(discord.contains("**Identified: \\<b>&\\*\\_\\`**"))
        #expect(announcement.posts(for: .text)[0].contains("@everyone: <!channel> *not bold* & so on."))
    }

    @Test("Discord's marks spare addresses, and letters' addresses can be copied")
    func addresses() throws {
        let announcement = try announcement(
            body: "See [the page](https://example.org/a_b_c) and <https://example.org/d_e>.\n\n> said @here",
            advice: ["Write to security_team@example.org", "Revoke at https://example.org/tools_x now"])
        let discord = announcement.posts(for: .discord)[0]
        #expect(discord.contains("the page (https://example.org/a_b_c) and https://example.org/d_e."))
        #expect(discord.contains("\n\n\\> said @\u{200B}here"))
        #expect(discord.contains("security\\_team@example.org"))
        #expect(discord.contains("https://example.org/tools_x now"))
        #expect(announcement.posts(for: .slack)[0].contains("&gt; said @\u{200B}here"))
    }

    @Test("what is written without spaces is cut between characters, and no ellipsis ends an address")
    func cuts() throws {
        let posts = try announcement(title: "橋の停止", body: String(repeating: "橋は停止しています。", count: 90))
            .posts(for: .x)
        #expect(posts.count == 1)
        #expect(AnnouncementChannel.x.length(of: posts[0]) > 270)
        #expect(posts[0].contains("橋は停止しています。橋"))
        let addresses = (1...60).map { "https://example.org/\($0)" }.joined(separator: "\n")
        let post = try announcement(body: addresses).posts(for: .mastodon)[0]
        #expect(post.contains(" …\n\n") && !post.contains(/[0-9]…/))
    }

    @Test("the promised word stands in the first post of several")
    func promiseInThread() throws {
        let posts = try announcement(advice: [String(repeating: "turn the key, ", count: 30) + "wait"]).posts(
            for: .x)
        #expect(posts.count > 2)
        #expect(posts[0].contains("18:00 UTC\n\nhttps://example.org/incidents/sample-1/#update-u1\n\n1/"))
    }

    @Test("what others tell is announced as theirs, before everything else", arguments: limited)
    func reconstruction(_ channel: AnnouncementChannel) throws {
        var record = RecordText(updates: [("u1", "2026-02-21T09:00:00Z", "investigating", Self.long)])
        record.more = "voice: reconstruction\nissuer: other\n"
        let site = try SampleSite(
            configuration: "issuers: [{id: other, name: Other}]\n", records: [record.text])
        let announcement = try #require(
            Announcement(of: site.catalogue.entries[0].record, in: site.catalogue, theme: site.theme))
        let post = announcement.posts(for: channel)[0]
        #expect(post.contains("Reconstruction: Investigating: Token safe drained"))
        #expect(post.contains("Told by Sample from public sources. Other did not write this page."))
    }

    @Test("a word is found by its id, with and without what stands before it")
    func words() throws {
        var record = RecordText(
            status: "identified",
            updates: [
                ("u1", "2026-02-21T09:00:00Z", "investigating", "We look."),
                ("u2", "2026-02-21T10:00:00Z", "identified", "A key."),
            ])
        record.corrections =
            "  - {at: 2026-02-22, of: \"update:u1\", kind: factual, was: saw, now: look, reason: A slip of fact.}\n"
        let site = try SampleSite(records: [record.text])
        let values = site.catalogue.entries[0].record
        func body(_ id: String?) -> String? {
            Announcement(of: values, word: id, in: site.catalogue, theme: site.theme)?.body
        }
        #expect(
            Announcement.wordIDs(of: values, in: site.catalogue, theme: site.theme) == [
                "update/u1", "update/u2", "correction/1",
            ])
        #expect(body("u1") == "We look.")
        #expect(body("update/u2") == "A key.")
        #expect(body(nil) == "A slip of fact.\nIt said: saw\nIt says: look")
        #expect(body("u3") == nil)
    }
}

@Suite("Lengths of short posts")
struct WeightedLengthTests {
    @Test(
        "X counts light characters once, others and emoji twice, and a link as 23",
        arguments: [
            ("abc", 3), ("äöü", 3), ("日本語", 6), ("👩‍👩‍👧‍👦", 2), ("🇮🇹🏴‍☠️1️⃣", 6), ("“quoted” – …", 13),
            ("https://example.org/a/very/long/path/that/counts/for/nothing", 23),
            ("see https://example.org/x.", 28), ("(https://example.org)", 25), ("a\nb", 3),
            ("4.4 e.g. 1.2.3", 14),
        ])
    func x(_ text: String, _ length: Int) {
        #expect(WeightedLength.x(text) == length)
    }

    @Test(
        "no text counts for less than twitter-text counts it for",
        arguments: [
            ("see https://example.org/日本語 now", 37), ("xhttps://example.org/abcdefghijklmnopqrstuv", 43),
            ("日本https://example.org/abcdefghijklmnopqrst", 27),
            ("https://localhost/abcdefghijklmnopqrstuvwxyz", 44),
            ("https://a.io,https://b.io", 47), ("a.io,b.io", 47), ("(https://example.org/a_(b)).", 26),
            ("https://example.org/a*b", 23), ("👩\u{301}", 3), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 4),
            ("https://example.org/#update-u1", 23),
            ("https://example.org:8080/x?y=1&z=2#q!", 24), ("@user https://example.org", 29),
            ("https://example.orgを見て", 29), ("https://status.bridge.finance/a/long-slug/#update-u12", 23),
            ("https://node.internal/abcdefghijklmnopqrstuvwxyz", 48), ("v1.2.3 and e.g. this", 20),
            ("file.name.js", 26), ("☎️ ☎ ©", 8), ("https://EXAMPLE.org/ABC…", 25),
        ])
    func reference(_ text: String, _ length: Int) {
        let counted = WeightedLength.x(text)
        #expect(counted >= length && counted <= length + 3)
    }

    @Test("what X may make a link of never counts for less")
    func bareHosts() {
        #expect(WeightedLength.x("a.io") == 23)
        #expect(WeightedLength.x("go to example.org/status, now") == 6 + 23 + 5)
    }

    @Test(
        "Mastodon counts what people see as one character, and a link as 23",
        arguments: [
            ("👩‍👩‍👧‍👦é", 2), ("日本語", 3), ("x https://example.org/" + String(repeating: "a", count: 90), 25),
        ])
    func mastodon(_ text: String, _ length: Int) {
        #expect(WeightedLength.mastodon(text) == length)
    }
}
