import Digests
import Incidents
import Publishing
import Site
import System
import Testing

@Suite("the key that everybody has")
struct TestKeyTests {
    static let folder = String(#filePath.dropLast("PublishingTests/History/TestKeyTests.swift".count))
    static let path = folder + "Fixtures/TestKey/test-key-known-to-everybody.txt"

    private func site(_ url: String) -> SiteConfiguration {
        var site = SiteConfiguration()
        site.url = url
        return site
    }

    @Test("it says of itself what it is, and signs for the sample site's log")
    func sample() throws {
        let signer = try #require(
            try LogKey.find(
                file: Self.path, for: site("https://disclosures.example.org/"), history: RevisionHistory()))
        #expect(signer.key.name == "disclosures.example.org/log")
        #expect(String(decoding: try Disk.read(Self.path), as: UTF8.self).contains("proves nothing"))
    }

    @Test(
        "it is refused for every other site",
        arguments: [
            "https://example.org/", "https://disclosures.example.org/incidents/",
            "https://disclosures.example.com/",
            "https://adisclosures.example.org/",
        ])
    func others(url: String) {
        #expect(throws: PublicationFailure.self) {
            try LogKey.find(file: Self.path, for: site(url), history: RevisionHistory())
        }
    }
}
