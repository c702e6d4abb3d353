import Digests
import Incidents
import Site
import Testing

@Suite("the public log's files")
struct PublicLogTests {
    private static func site(_ url: String) -> SiteConfiguration {
        var site = SiteConfiguration()
        site.url = url
        return site
    }

    private static func history(_ count: Int, checkpoints: [Int] = [], key: String? = nil) -> RevisionHistory
    {
        let entries = (1...max(1, count)).prefix(count).map { number in
            LogEntry(
                .revision(
                    Revision(
                        id: "A-2026-0001", number: number, slug: "a", at: Moment(secondsSince1970: 0),
                        digest: SHA256Digest(of: []).text, updates: [], changes: [])),
                bytes: Array("entry \(number - 1)".utf8))
        }
        return RevisionHistory(
            entries: Array(entries), checkpoints: checkpoints.map { KeptCheckpoint(size: $0, bytes: [0x2A]) },
            verifierKey: key)
    }

    @Test("the log's name is the site's address without its scheme, below a sub-path too")
    func origin() {
        #expect(LogAddress.origin(of: Self.site("https://example.org/")) == "example.org/log")
        #expect(
            LogAddress.origin(of: Self.site("https://example.org/security/")) == "example.org/security/log")
    }

    @Test("without a key the tiles and the root are there and no checkpoint is")
    func unsigned() {
        let log = PublicLog(Self.history(3), site: Self.site("https://example.org/"))
        #expect(
            log.artifacts.map(\.path.text) == [
                "log/tile/entries/000.p/3", "log/tile/0/000.p/3", "log/root.txt",
            ])
        #expect(log.root == "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=")
        #expect(
            log.artifacts.last.map { String(decoding: $0.bytes, as: UTF8.self) }
                == "example.org/log\n3\nlPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=\n")
    }

    @Test("every signed size keeps its checkpoint and its partial tiles, and the newest is the checkpoint")
    func signed() {
        let log = PublicLog(
            Self.history(300, checkpoints: [2, 299], key: "example.org/log+00000000+AA=="),
            site: Self.site("https://example.org/"))
        let paths = Set(log.artifacts.map(\.path.text))
        #expect(
            paths.isSuperset(of: [
                "log/checkpoint", "log/checkpoints/2", "log/checkpoints/299", "log/checkpoints/sizes.txt",
                "log/vkey.txt", "log/tile/entries/000", "log/tile/entries/000.p/2", "log/tile/0/001.p/43",
                "log/tile/0/001.p/44", "log/tile/1/000.p/1",
            ]))
        #expect(paths.count == log.artifacts.count)
    }

    @Test("an empty log has no files")
    func empty() {
        #expect(PublicLog(Self.history(0), site: Self.site("https://example.org/")).artifacts.isEmpty)
    }

    @Test("a record's standing names its last entry by place and hash")
    func standing() throws {
        let log = PublicLog(Self.history(3), site: Self.site("https://example.org/"))
        let standing = try #require(log.standing(of: "A-2026-0001"))
        #expect(standing.place == 2 && standing.revision.number == 3 && standing.entryText == "entry 2")
        #expect(standing.entryHash == MerkleTree.leaf(Array("entry 2".utf8)).hex)
        #expect(standing.revisions.count == 3)
        #expect(log.standing(of: "B-2026-0001") == nil)
    }
}
