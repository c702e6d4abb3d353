import Diagnostics
import Incidents
import Records
import System
import Testing

@testable import Site

/// A site made from a folder of records, as a build makes it and without a disk.
struct SampleSite {
    let catalogue: Catalogue
    let theme: Theme

    /// The folder of the repository.
    static let repository = String(#filePath.dropLast("/Tests/SiteTests/SampleSite.swift".count))

    /// This repository's own site.
    static func repositorySite() throws -> SampleSite {
        try SampleSite(configuration: "aboveboard.yml", records: "incidents", in: repository)
    }

    /// The fixtures' site: a record of each kind and stage, and some that mean no good.
    static func fixtureSite(asOf: String = "2026-11-21T00:00:00Z") throws -> SampleSite {
        try SampleSite(
            configuration: "site/aboveboard.yml", records: "records",
            in: Disk.join(repository, "Tests/Fixtures"), asOf: asOf)
    }

    private init(catalogue: Catalogue, theme: Theme) {
        self.catalogue = catalogue
        self.theme = theme
    }

    /// The same site with a log of what was published.
    func published(_ history: RevisionHistory) -> SampleSite {
        SampleSite(
            catalogue: Catalogue(
                site: catalogue.site, asOf: catalogue.asOf, entries: catalogue.entries,
                log: PublicLog(history, site: catalogue.site)),
            theme: theme)
    }

    /// Reads a configuration and all records under a folder.
    init(
        configuration: String, records: String, in folder: String, asOf: String = "2026-11-21T00:00:00Z"
    ) throws {
        var report = Report()
        func source(_ name: String) throws -> SourceFile {
            SourceFile(path: name, bytes: try Disk.read(Disk.join(folder, name)))
        }
        let site = try #require(try SiteReader().read(source(configuration), into: &report)).configuration
        var entries: [Catalogue.Entry] = []
        for name in try Disk.files(under: Disk.join(folder, records)) where name.hasSuffix(".yml") {
            let path = records + "/" + name
            let file = try #require(RecordReader().read(source(path), into: &report))
            entries.append(
                try Self.entry(file, attachments: Self.attachments(of: file.record, beside: path, source)))
        }
        try #require(!report.hasErrors, "\(report.diagnostics.map(\.message))")
        theme = try #require(Theme(.builtIn, into: &report))
        catalogue = Catalogue(site: site, asOf: try Moment(parsing: asOf), entries: entries)
    }

    /// One or more records as text, on a site of which `configuration` adds to title and address.
    init(configuration: String = "", records: [String], asOf: String = "2026-11-21T00:00:00Z") throws {
        var report = Report()
        let text = "title: Sample\nurl: https://example.org/\n" + configuration
        let file = SourceFile(path: "aboveboard.yml", text: text)
        let site = try #require(SiteReader().read(file, into: &report)).configuration
        let entries = try records.enumerated().map { index, text in
            let file = SourceFile(path: "incidents/sample-\(index + 1).yml", text: text)
            return try Self.entry(try #require(RecordReader().read(file, into: &report)), attachments: [])
        }
        try #require(!report.hasErrors, "\(report.diagnostics.map(\.message))")
        theme = try #require(Theme(.builtIn, into: &report))
        catalogue = Catalogue(site: site, asOf: try Moment(parsing: asOf), entries: entries)
    }

    private static func entry(_ file: RecordFile, attachments: [(path: String, bytes: [UInt8])]) throws
        -> Catalogue.Entry
    {
        Catalogue.Entry(
            record: file.record, canonicalJSON: CanonicalRecord.bytes(of: file),
            digest: String(repeating: "0", count: 64), attachments: attachments)
    }

    private static func attachments(
        of record: Record, beside path: String, _ source: (String) throws -> SourceFile
    ) throws -> [(path: String, bytes: [UInt8])] {
        let folder = Disk.split(path).folder
        return try record.references.compactMap { reference in
            guard let file = reference.file else { return nil }
            return (file, try source(Disk.join(folder, file)).bytes)
        }
    }

    var plan: SitePlan { SitePlan(catalogue: catalogue, theme: theme) }

    /// Every file of the site.
    var artifacts: [Artifact] { artifacts(by: plan) }

    func artifacts(by plan: SitePlan) -> [Artifact] {
        let files = catalogue.entries.map(plan.files)
        let cards = files.map(\.card)
        return files.flatMap(\.artifacts) + plan.siteArtifacts(cards)
    }

    /// The page of the record with this slug.
    func page(_ slug: String) throws -> String {
        let entry = try #require(catalogue.entries.first { $0.record.slug == slug })
        let page = try #require(plan.recordArtifacts(entry).first { $0.path.text.hasSuffix("/index.html") })
        return String(decoding: page.bytes, as: UTF8.self)
    }

    /// The text of one file of the site.
    func text(_ path: String) throws -> String {
        String(decoding: try #require(artifacts.first { $0.path.text == path }).bytes, as: UTF8.self)
    }

    /// Puts all files into a folder, to be looked at.
    func write(to folder: String) throws {
        for artifact in artifacts {
            let path = Disk.join(folder, artifact.path.text)
            try Disk.makeFolder(Disk.split(path).folder)
            try Disk.write(artifact.bytes, to: path)
        }
    }
}

@Suite("Whole sites")
struct WholeSiteTests {
    @Test(
        "each record has its page and its JSON, and no two files have one path",
        arguments: ["repository", "fixtures"]
    )
    func pages(name: String) throws {
        let site = try name == "repository" ? SampleSite.repositorySite() : SampleSite.fixtureSite()
        let artifacts = site.artifacts
        let names = Set(artifacts.map(\.path.text))
        #expect(names.count == artifacts.count)
        for entry in site.catalogue.entries {
            #expect(names.contains("incidents/\(entry.record.slug)/index.html"))
            #expect(names.contains("incidents/\(entry.record.slug)/record.json"))
        }
        // To look at them: SITE_TO=FOLDER puts the files there.
        if let output = Environment.value(of: "SITE_TO") { try site.write(to: Disk.join(output, name)) }
    }

    @Test("the files of each kind, made alone, are those of the whole site")
    func kinds() throws {
        let site = try SampleSite.fixtureSite()
        let edition = Edition(catalogue: site.catalogue, theme: site.theme)
        var missing = Dictionary(uniqueKeysWithValues: site.artifacts.map { ($0.path, $0.bytes) })
        let whole = missing
        for (name, kind) in SiteOutputs.names {
            for artifact in site.artifacts(by: SitePlan(edition, outputs: kind)) {
                // A map tells of the pages that are made.
                guard artifact.path.text != "sitemap.xml" else { continue }
                if whole[artifact.path] != artifact.bytes { Issue.record("\(name): \(artifact.path.text)") }
                missing[artifact.path] = nil
            }
        }
        #expect(missing.keys.map(\.text) == ["sitemap.xml"])
    }
}
