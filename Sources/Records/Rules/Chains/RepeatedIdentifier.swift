import Diagnostics
import Incidents

/// An account and a transaction are listed once.
///
/// The second is mostly a paste that was not changed, and the one that was meant is missing. Two spellings of one account,
/// such as IoTeX's `io1…` and `0x…`, are the same.
///
/// ```yaml
/// transactions:
///   - {chain: "eip155:1", hash: "0x5c50…2060", role: theft, label: first withdrawal}
///   - {chain: "eip155:1", hash: "0x5c50…2060", role: theft, label: second withdrawal}   # the same
/// ```
struct RepeatedIdentifier: Rule {
    static let code = "repeated-identifier"
    static let title = "an account and a transaction are listed once"
    static let severity = Severity.warning
    static let concerns: RecordParts = .incident

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard let incident = file.incident else { return }
        if incident.accounts.count > 1 {
            check(
                incident.accounts.map { AddressRules.normalForm(ofAccount: $0.account) }, "accounts",
                "account", file, into: &report)
        }
        if incident.transactions.count > 1 {
            check(
                incident.transactions.map { row in row.hash.map { row.chain + " " + $0.lowercased() } ?? "" },
                "transactions",
                "hash", file, into: &report)
        }
    }

    private func check(
        _ names: [String], _ list: String, _ key: String, _ file: RecordFile, into report: inout Report
    ) {
        for (index, earlier) in Repetitions.found(in: names) {
            let path = FieldPath("on_chain", .key(list), .index(index), .key(key))
            guard file.isSound(path) else { continue }
            report.add(
                Self.finding(
                    "\(key == "hash" ? "transaction" : "account") is listed twice", at: file.span(path),
                    secondary: [
                        Label(
                            file.span("on_chain", .key(list), .index(earlier), .key(key)), "listed first here"
                        )
                    ],
                    help: "write the one that was meant, or keep one row"))
        }
    }
}
