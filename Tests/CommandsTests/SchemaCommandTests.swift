import System
import TestKit
import Testing

@Suite struct SchemaCommandTests {
    let site: SiteOfTests

    init() throws { site = try SiteOfTests() }

    @Test(
        "a schema of each kind is printed",
        arguments: ["record", "incident", "statement", "advisory", "site"])
    func printing(subject: String) throws {
        let run = try site.run("schema", subject)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""))
    }

    @Test("a build publishes the schemas at the addresses that they name")
    func publishing() throws {
        try site.write(SiteOfTests.notice(), to: "incidents/2026/pause.yml")
        #expect(try site.run("build").status == 0)
        for name in ["record", "site"] {
            let path = "schema/\(name).schema.json"
            let text = String(decoding: try Disk.read(site.folder + "/site/" + path), as: UTF8.self)
            #expect(text.contains("/\(path)\""))
        }
    }
}
