import Diagnostics
import Incidents

/// Accounts, chains, hashes and tokens of a record or of the site, each held against its own chain's rules once; what is
/// wrong with them falls under the codes of this chapter.
struct ChainIdentifiers {
    private let file: SourceFile
    private let span: (FieldPath, Range<Int>) -> SourceSpan

    static func check(_ file: RecordFile, into report: inout Report) {
        guard let incident = file.incident else { return }
        let identifiers = ChainIdentifiers(file: file.file) { file.span($0, range: $1) }
        for (index, row) in incident.accounts.enumerated() {
            let path = FieldPath("on_chain", "accounts", .index(index), "account")
            guard file.isSound(path) else { continue }
            identifiers.report(
                AddressRules.problems(inAccount: row.account), of: row.account, at: path, into: &report)
        }
        for (index, row) in incident.transactions.enumerated() {
            let chain = FieldPath("on_chain", "transactions", .index(index), "chain")
            guard file.isSound(chain) else { continue }
            let problems = AddressRules.problems(inChain: row.chain)
            identifiers.report(problems, of: row.chain, at: chain, into: &report)
            let path = FieldPath("on_chain", "transactions", .index(index), "hash")
            guard let hash = row.hash, file.isSound(path),
                !problems.contains(where: { $0.severity == .error })
            else { continue }
            identifiers.report(
                AddressRules.problems(inTransaction: hash, on: row.chain), of: hash, at: path, into: &report)
        }
        let losses = incident.losses.rows
        for index in losses.indices {
            guard let token = losses[index].token, token.utf8.contains(UInt8(ascii: "/")) else { continue }
            let path = FieldPath("losses", .index(index), "token")
            guard file.isSound(path) else { continue }
            identifiers.report(AddressRules.problems(inToken: token), of: token, at: path, into: &report)
        }
    }

    static func check(_ site: SiteFile, into report: inout Report) {
        let identifiers = ChainIdentifiers(file: site.file) { path, range in
            site.document.node(at: path).map { site.document.span(of: range, in: $0) }
                ?? site.document.nearestSpan(to: path)
        }
        for (index, asset) in site.configuration.assets.enumerated() {
            guard let account = asset.account, site.isSound("assets", .index(index), "account") else {
                continue
            }
            identifiers.report(
                AddressRules.problems(inAccount: account), of: account,
                at: FieldPath("assets", .index(index), "account"),
                into: &report)
        }
        for (index, token) in site.configuration.tokens.enumerated() {
            guard let caip19 = token.caip19, site.isSound("tokens", .index(index), "caip19") else { continue }
            identifiers.report(
                AddressRules.problems(inToken: caip19), of: caip19,
                at: FieldPath("tokens", .index(index), "caip19"),
                into: &report)
        }
        for (index, row) in site.configuration.explorers.enumerated()
        where site.isSound("explorers", .index(index), "chain") {
            // A site names chains here that the program does not know: only their form counts.
            let problems = AddressRules.problems(inChain: row.chain).filter { $0.code != .unknownChain }
            identifiers.report(
                problems, of: row.chain, at: FieldPath("explorers", .index(index), "chain"), into: &report)
        }
    }

    private func report(
        _ problems: [IdentifierProblem], of text: String, at path: FieldPath, into report: inout Report
    ) {
        for problem in problems {
            let whole = span(path, 0..<text.utf8.count)
            var place = problem.range.isEmpty ? whole : span(path, problem.range)
            if problem.range.isEmpty, whole.range.count == text.utf8.count {
                place = SourceSpan(
                    file: file, start: whole.start + problem.range.lowerBound,
                    end: whole.start + problem.range.lowerBound)
            }
            // The place of an edit must be exact; where the text stands in the file in another way there is no fix.
            let isExact = place.range.count == problem.range.count
            report.add(
                Diagnostic(
                    problem.code.rawValue, problem.severity, problem.message, at: place,
                    help: problem.help ?? "copy it once more from its source",
                    fixes: isExact
                        ? problem.replacement.map {
                            [Fix("write \($0)", edits: [.init(place, $0)], isSafe: problem.isSafe)]
                        } ?? [] : []))
        }
    }
}
