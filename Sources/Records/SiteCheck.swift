import Diagnostics
import Incidents

/// Codes that a check leaves out or takes for errors, from flags; they outweigh the configuration's.
package struct CheckOptions: Sendable {
    package var allow: Set<String>
    package var deny: Set<String>

    package init(allow: some Sequence<String> = [], deny: some Sequence<String> = []) {
        self.allow = Set(allow)
        self.deny = Set(deny)
    }
}

/// Judges a site's records by all rules, after reading found the form of each.
///
/// The index of all records is built once; records are then judged one by one, in any order and on any thread, in time
/// proportional to their number.
package struct SiteCheck: Sendable {
    package let site: SiteUnderCheck
    private let allowed: Set<String>
    private let denied: Set<String>
    private let attachments: [SourceFile]

    /// - Parameters:
    ///   - files: all records of the site, in the site's order, for uniqueness and references among them.
    ///   - asOf: what "overdue" and "in the future" are told against.
    ///   - isAsOfFromRecords: whether that moment is the newest event of the records, behind which today may lie by years.
    ///   - attachments: texts beside records that are published with them, which are searched for secrets.
    ///   - allIDs: the ids of all records where `files` are only those to be judged, in the site's order.
    ///   - knowsAllRecords: false where some record file could not be read at all.
    package init(
        site: SiteFile, files: [RecordFile], asOf: Moment, isAsOfFromRecords: Bool = false,
        attachments: [SourceFile] = [],
        options: CheckOptions = CheckOptions(), knowsAllRecords: Bool = true, allIDs: RecordIDs? = nil
    ) {
        self.site = SiteUnderCheck(
            site, records: files, asOf: asOf, isAsOfFromRecords: isAsOfFromRecords,
            knowsAllRecords: knowsAllRecords, allIDs: allIDs)
        self.attachments = attachments
        let configuration = site.configuration
        denied = options.deny.union(configuration.deniedCodes).subtracting(options.allow)
        allowed = options.allow.union(configuration.allowedCodes)
            .subtracting(options.deny).subtracting(RuleBook.formCodes)
    }

    /// Judges the configuration, every record and what stands beside them.
    package func run() -> Report {
        run { _ in true }
    }

    /// Judges the files whose path is wanted; the others count as their neighbours only.
    package func run(where isWanted: (_ path: String) -> Bool) -> Report {
        var report = Report()
        if isWanted(site.file.file.path) { report.add(contentsOf: checkConfiguration()) }
        for file in site.records where isWanted(file.file.path) { report.add(contentsOf: check(file)) }
        report.add(contentsOf: checkAttachments())
        return report
    }

    /// Judges one record of the site.
    package func check(_ file: RecordFile) -> Report { judge(file).report }

    /// Judges one record of the site, and tells what of the moment of the check that relied on.
    package func judge(_ file: RecordFile) -> (report: Report, reliance: TellingMoment.Reliance) {
        let site = site.forOneRecord()
        var report = Report()
        let (all, concerns) = (RuleBook.rules, RuleBook.concerns)
        // Looked at where they stand: a loop over the array itself copies each.
        let rules = all.span
        for place in rules.indices where !concerns[place].isDisjoint(with: file.parts) {
            rules[place].check(file, in: site, into: &report)
        }
        return (weighed(report), site.telling.reliance)
    }

    /// Judges `aboveboard.yml`.
    package func checkConfiguration() -> Report {
        var report = Report()
        for rule in RuleBook.siteRules { rule.check(site, into: &report) }
        return weighed(report)
    }

    /// Searches the texts beside records for what must not be published.
    package func checkAttachments() -> Report { check(attachments: attachments) }

    /// Searches texts that stand beside a record.
    package func check(attachments: [SourceFile]) -> Report {
        var report = Report()
        for file in attachments {
            PrivateKey.check(file, into: &report)
            SeedPhrase.check(file, into: &report)
            AccessToken.check(file, into: &report)
        }
        return weighed(report)
    }

    private func weighed(_ report: Report) -> Report {
        guard !report.isEmpty, !allowed.isEmpty || !denied.isEmpty else { return report }
        var report = report
        report.mapInPlace { finding in
            if allowed.contains(finding.code) { return nil }
            guard denied.contains(finding.code) else { return finding }
            var finding = finding
            finding.severity = .error
            return finding
        }
        return report
    }
}
