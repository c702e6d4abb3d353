import Diagnostics
import Incidents
import Records
import System
import Testing

/// Records that tell all that is due keep the checker silent.
@Suite("clean records")
struct CleanRecordsTests {
    static let root = Disk.split(Disk.split(Disk.split(Disk.split(#filePath).folder).folder).folder).folder

    static func check(
        site: String, records folder: String, asOf: String, where isWanted: (String) -> Bool = { _ in true }
    )
        throws -> Report
    {
        var report = Report()
        let siteFile = try #require(
            SiteReader().read(
                SourceFile(path: "aboveboard.yml", bytes: try Disk.read(Disk.join(root, site))), into: &report
            ))
        var files: [RecordFile] = []
        for path in try names(in: folder).sorted() where path.hasSuffix(".yml") && isWanted(path) {
            let source = SourceFile(
                path: path, bytes: try Disk.read(Disk.join(Disk.join(root, folder), path)))
            files.append(try #require(RecordReader().read(source, into: &report)))
        }
        #expect(!files.isEmpty)
        report.add(contentsOf: SiteCheck(site: siteFile, files: files, asOf: try Moment(parsing: asOf)).run())
        return report
    }

    private static func names(in folder: String) throws -> [String] {
        try Disk.names(in: Disk.join(root, folder)).flatMap { name -> [String] in
            let path = Disk.join(folder, name)
            guard try Disk.kind(of: Disk.join(root, path)) == .folder else { return [name] }
            return try names(in: path).map { "\(name)/\($0)" }
        }
    }

    @Test("the three real cases check clean")
    func realCases() throws {
        let report = try Self.check(site: "aboveboard.yml", records: "incidents", asOf: "2026-11-21")
        for finding in report.sorted where finding.severity > .note {
            Issue.record("\(finding.primary.span.file.path): \(finding.code): \(finding.message)")
        }
    }

    @Test(
        "a complete record of each kind at each stage passes without a word, a first notice with notes alone")
    func completeRecords() throws {
        let report = try Self.check(
            site: "Tests/Fixtures/site/aboveboard.yml", records: "Tests/Fixtures/records",
            asOf: "2026-05-20T12:00:00Z")
        for finding in report.sorted {
            let path = finding.primary.span.file.path
            if path == "first-notice.yml", finding.severity == .note { continue }
            // Its links are what nobody may publish.
            if path == "hostile.yml", finding.code == "refused-link" { continue }
            Issue.record(
                "\(finding.primary.span.file.path): \(finding.severity) \(finding.code): \(finding.message)")
        }
    }
}
