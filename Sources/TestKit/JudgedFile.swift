import Diagnostics
import Incidents
import Records
import Syntax

/// A record among the site of the tests, or a configuration, read and judged by every rule.
struct JudgedFile {
    private(set) var report = Report()
    /// The record, where it was one and could be read.
    private(set) var record: RecordFile?
    private(set) var isRead = false
    /// Whether some value was marked as unsound, and whether reading found an error.
    private(set) var hasFaults = false
    private(set) var hasFormErrors = false

    init(_ source: SourceFile, isRecord: Bool, limits: YAMLLimits) {
        if isRecord { judgeRecord(source, limits) } else { judgeSite(source) }
    }

    private mutating func judgeRecord(_ source: SourceFile, _ limits: YAMLLimits) {
        record = RecordReader(limits: limits).read(source, into: &report)
        hasFormErrors = report.hasErrors
        guard let record else { return }
        isRead = true
        hasFaults = !record.faults.isEmpty
        if let site = Self.site {
            report.add(contentsOf: SiteCheck(site: site, files: [record], asOf: Self.asOf).check(record))
        }
    }

    private mutating func judgeSite(_ source: SourceFile) {
        let site = SiteReader().read(source, into: &report)
        hasFormErrors = report.hasErrors
        guard let site else { return }
        isRead = true
        hasFaults = !site.faults.isEmpty
        report.add(contentsOf: SiteCheck(site: site, files: [], asOf: Self.asOf).checkConfiguration())
    }

    private static let asOf = Moment(secondsSince1970: 1_790_000_000)

    private static let site: SiteFile? = {
        var report = Report()
        let text = """
            title: Northwind Bridge
            url: https://northwind.example.org/
            id_prefix: NWB
            issuers: [{id: eastwind, name: Eastwind}]
            assets:
              - {id: vault, name: Vault, type: contract}
              - {id: web-app, name: Web app, type: application}
              - {id: network, name: Network, issuer: eastwind}
            tokens: [{id: NWD, name: Northwind Dollar, decimals: 18}]
            """
        return SiteReader().read(SourceFile(path: "aboveboard.yml", text: text), into: &report)
    }()
}
