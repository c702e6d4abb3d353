import Diagnostics

/// A host is written in one script, without letters that pose as others.
///
/// `аpple.com` with a Cyrillic `а` is another site than `apple.com`, and nobody sees it. After an incident such hosts are
/// registered within hours.
///
/// ```yaml
/// url: https://iоtex.io/    # wrong: its о is Cyrillic
/// url: https://iotex.io/    # right
/// ```
///
/// Found are letters of two scripts in one label, labels made of another script's doubles of Latin letters, full-width and
/// mathematical letters, and invisible characters, also where Punycode (`xn--…`) hides them. A host in one script of its
/// own, such as `münchen.example` or `пример.example`, is left alone. To name a false site as a warning, write
/// `hxxps://` before it.
struct LookAlikeHost: Rule, SiteRule {
    static let code = "look-alike-host"
    static let title = "a host is written in one script, without letters that pose as others"
    static let concerns: RecordParts = .addresses

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        check(file.file, file.scan.addresses, into: &report)
    }

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        check(site.file.file, WebAddress.found(in: site.file.file.bytes), into: &report)
    }

    private func check(_ file: SourceFile, _ addresses: [WebAddress], into report: inout Report) {
        for address in addresses where address.mayBeDisguised {
            let bytes = file.bytes[address.host]
            guard
                bytes.contains(where: { $0 >= 0x80 }) || bytes.containsText("xn--")
                    || bytes.containsText("XN--")
            else {
                continue
            }
            let shown = Self.decoded(file.text(in: address.host))
            guard let why = Self.disguise(in: shown) else { continue }
            let read = Script.asRead(shown)
            report.add(
                Self.finding(
                    "host \(why)", at: SourceSpan(file: file, range: address.host),
                    label: read == shown ? "" : "people read \(read)",
                    help:
                        "write it in plain letters, if that is the site meant; to warn of a false one write hxxps:// before it"
                ))
        }
    }

    /// A host with its `xn--` labels as people see them.
    static func decoded(_ host: String) -> String {
        host.split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.lowercased().hasPrefix("xn--")
                ? Punycode.decode(label.dropFirst(4)) ?? String(label) : String(label)
        }.joined(separator: ".")
    }

    /// What a host's letters pretend; nil where they are what they seem.
    static func disguise(in host: String) -> String? {
        for label in host.split(separator: ".") {
            let scripts = label.unicodeScalars.map(Script.init)
            if scripts.contains(.invisible) { return "holds an invisible character" }
            if scripts.contains(.costume) { return "holds letters that only look like plain ones" }
            let letters = Set(scripts.filter { $0 != .common && $0 != .other })
            if letters.count > 1 { return "mixes letters of two scripts that look alike" }
            let own = label.unicodeScalars.filter { Script($0) != .common }
            if let script = letters.first, script != .latin, own.allSatisfy({ Script.doubles[$0] != nil }) {
                return "is made of letters that look like Latin ones"
            }
        }
        return nil
    }
}
