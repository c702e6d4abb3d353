import Diagnostics

/// An id stands once in the site's registers.
///
/// Records point at assets, tokens and issuers by their ids; with two of a name one of them could never be meant.
///
/// ```yaml
/// assets:
///   - {id: bridge, name: Bridge on Ethereum}
///   - {id: bridge, name: Bridge on BNB}        # wrong: bridge-bnb
/// ```
struct DuplicateRegisterID: SiteRule {
    static let code = "duplicate-register-id"
    static let title = "an id stands once in the site's registers"

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        let lists = [
            ("assets", site.configuration.assets.map(\.id)), ("tokens", site.configuration.tokens.map(\.id)),
            ("issuers", site.configuration.issuers.map(\.id)),
        ]
        for (list, ids) in lists {
            var first: [String: Int] = [:]
            for (index, id) in ids.enumerated() where !id.isEmpty {
                guard let earlier = first[id] else {
                    first[id] = index
                    continue
                }
                report.add(
                    Self.finding(
                        "`\(id)` stands twice in `\(list)`",
                        at: site.file.span(.key(list), .index(index), "id"),
                        label: "used again here",
                        secondary: [
                            Label(site.file.span(.key(list), .index(earlier), "id"), "used first here")
                        ],
                        help: "rename one of them"))
            }
        }
    }
}
