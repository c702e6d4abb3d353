import Diagnostics

/// An address of the web begins with https.
///
/// Over http anybody on the way can show the reader another page: at an incident, one that asks for a seed phrase.
///
/// ```yaml
/// url: http://example.org/statement    # wrong
/// url: https://example.org/statement   # right
/// ```
///
/// The fix writes https; look whether the page answers there. Where it does not, an `archived` copy does.
struct InsecureAddress: Rule, SiteRule {
    static let code = "insecure-address"
    static let title = "an address of the web begins with https"
    static let severity = Severity.warning
    static let concerns: RecordParts = .addresses

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        check(file.file, file.scan.addresses, into: &report)
    }

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        check(site.file.file, WebAddress.found(in: site.file.file.bytes), into: &report)
    }

    private func check(_ file: SourceFile, _ addresses: [WebAddress], into report: inout Report) {
        for address in addresses where !address.isSecure {
            let host = file.text(in: address.host)
            if host.hasSuffix(".onion") || host == "localhost" || host == "127.0.0.1" { continue }
            let scheme = SourceSpan(file: file, range: address.scheme)
            report.add(
                Self.finding(
                    "http lets others on the way change what readers see", at: scheme,
                    help: "write https://\(host) , if the page answers there",
                    fixes: [Fix("write https", edits: [.init(scheme, "https")], isSafe: false)]))
        }
    }
}
