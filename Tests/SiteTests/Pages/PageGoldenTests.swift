import Digests
import Incidents
import Syntax
import System
import TestKit
import Testing

@testable import Site

@Suite("Pages as they were read and found good")
struct PageGoldenTests {
    private static let folder = Disk.join(SampleSite.repository, "Tests/Fixtures/pages")

    /// One page of each kind, by the name of its golden.
    private static let pages: [(name: String, path: String)] = [
        ("incident-postmortem", "incidents/relayer-key/index.html"),
        ("incident-first-notice", "incidents/first-notice/index.html"),
        ("incident-right-to-left", "incidents/right-to-left/index.html"),
        ("incident-withdrawn", "incidents/withdrawn/index.html"),
        ("statement", "incidents/statement-not-affected/index.html"),
        ("advisory", "incidents/advisory-active/index.html"),
        ("home", "index.html"),
        ("archive", "archive/index.html"),
        ("year", "archive/2026/index.html"),
        ("asset", "assets/vault/index.html"),
        ("assets", "assets/index.html"),
        ("tag", "tags/bridge/index.html"),
        ("tags", "tags/index.html"),
        ("commitments", "commitments/index.html"),
        ("figures", "figures/index.html"),
        ("corrections", "corrections/index.html"),
        ("about", "about/index.html"),
        ("search", "search/index.html"),
        ("feeds", "feeds/index.html"),
        ("log", "log/index.html"),
        ("moved", "incidents/bridge-paused/index.html"),
        ("not-found", "404.html"),
    ]

    private static let files: [String: [UInt8]] = {
        guard let site = try? publishedSite() else { return [:] }
        return Dictionary(
            site.artifacts.map { ($0.path.text, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }()

    @Test("each kind of page is what it was", arguments: pages.map(\.name))
    func page(name: String) throws {
        let path = try #require(Self.pages.first { $0.name == name }?.path)
        let bytes = try #require(Self.files[path], "\(path)")
        let golden = Golden(Disk.join(Self.folder, name + ".html"))
        let difference = try golden.difference(from: String(decoding: bytes, as: UTF8.self))
        #expect(difference == nil, "\(name)\n\(difference ?? "")")
    }

    @Test("every template that makes a page has a golden")
    func complete() {
        let kinds = Set(PageKind.allCases.map(\.template)).subtracting(["entry"])
        let names = Self.pages.map { $0.name.split(separator: "-").first.map(String.init) ?? "" }
        #expect(kinds.subtracting(names).subtracting(["not_found"]).isEmpty)
    }

    @Test("no text beside a record can take the place of a file that its page has")
    func takenNames() {
        for path in Self.files.keys where path.hasPrefix("incidents/relayer-key/") {
            let name = path.split(separator: "/").map(String.init)[2]
            #expect(
                Reference.takenNames.contains(name) || name == "incident-postmortem-traces.txt", "\(path)")
        }
        #expect(LogAddress.revision(1, slug: "a").hasPrefix("incidents/a/revisions"))
    }

    @Test("a page of a whole incident is below 60 KB, the style sheet below 20, scripts below 10")
    func weight() throws {
        for (path, bytes) in Self.files where path.hasPrefix("incidents/") && path.hasSuffix("/index.html") {
            #expect(bytes.count < 60_000, "\(path)")
        }
        #expect(try #require(Self.files["style.css"]).count < 20_480)
        let scripts = Self.files.filter { $0.key.hasSuffix(".js") }
        #expect(scripts.count == 2)
        #expect(scripts.values.reduce(0) { $0 + $1.count } < 10_240)
    }

    /// The fixtures' site as it stands once its newest notice was published, first under another address.
    private static func publishedSite() throws -> SampleSite {
        let site = try SampleSite.fixtureSite(asOf: "2026-05-20T12:00:00Z")
        let entry = try #require(site.catalogue.entries.first { $0.record.slug == "first-notice" })
        let revisions = [
            Revision(
                id: entry.record.id, number: 1, slug: "bridge-paused",
                at: try Moment(parsing: "2026-05-20T11:41:00Z"), digest: SHA256Digest(of: []).text,
                updates: [], changes: [.first]),
            Revision(
                id: entry.record.id, number: 2, slug: entry.record.slug,
                at: try Moment(parsing: "2026-05-20T11:50:00Z"), digest: "sha256:" + entry.digest,
                updates: [], changes: [.rename]),
        ]
        let history = RevisionHistory(
            entries: revisions.enumerated().map { number, revision in
                LogEntry(.revision(revision), bytes: Array("entry \(number)".utf8))
            }, checkpoints: [], verifierKey: nil)
        return site.published(history)
    }
}
