import Diagnostics

/// A host is written as people read it.
///
/// `xn--mnchen-3ya.example` tells a reader nothing: it may be anything. Browsers show such a host in its own letters, and
/// the page should too.
///
/// ```yaml
/// url: https://xn--mnchen-3ya.example/   # nobody can read it
/// url: https://münchen.example/           # the same site
/// ```
struct PunycodeHost: Rule, SiteRule {
    static let code = "punycode-host"
    static let title = "a host is written as people read it"
    static let severity = Severity.warning
    static let concerns: RecordParts = .addresses

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        check(file.file, file.scan.addresses, into: &report)
    }

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        check(site.file.file, WebAddress.found(in: site.file.file.bytes), into: &report)
    }

    private func check(_ file: SourceFile, _ addresses: [WebAddress], into report: inout Report) {
        for address in addresses
        where address.mayBeDisguised && file.bytes[address.host].containsText("xn--") {
            let host = file.text(in: address.host)
            let shown = LookAlikeHost.decoded(host)
            guard LookAlikeHost.disguise(in: shown) == nil else { continue }
            report.add(
                Self.finding(
                    "host in Punycode, which nobody can read",
                    at: SourceSpan(file: file, range: address.host),
                    label: shown == host ? "" : "it is \(shown)",
                    help: shown == host
                        ? "check it: it is no Punycode" : "write \(shown), if that is the site meant"))
        }
    }
}
