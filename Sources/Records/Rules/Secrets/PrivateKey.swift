import Diagnostics
import Incidents

/// A private key stands nowhere in what is published.
///
/// It happens: a key is copied into the timeline, to be "redacted later". Looked for are 64 hex digits, keys in WIF,
/// `xprv…` and its like, PEM blocks, seeds of old IOTA wallets (81 trytes), Solana's 64-byte keys, `suiprivkey1…`,
/// `iotaprivkey1…`, `nsec1…`, age's and signed notes' secret keys, in the whole file, comments included, and in the texts
/// beside it.
///
/// 64 hex digits and 81 trytes may be a transaction's hash. Those are left alone that stand under `on_chain`, in a CAIP-10
/// account, in a link, or behind `sha256:`.
///
/// ```yaml
/// timeline:
///   - {at: 2026-02-21, text: The taker signs 0x4c0883a6…23f4}          # 64 digits in prose: wrong
/// on_chain:
///   transactions: [{chain: "eip155:1", hash: "0x5c50…2060", role: theft}]   # right
/// ```
///
/// If it is a hash, list it under `on_chain`, where readers find it, or link to it. If it is a key, take it out and move
/// what it guards at once: whoever can read the repository has it.
struct PrivateKey: Rule {
    static let code = "private-key"
    static let title = "a private key stands nowhere in what is published"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let secrets = SecretKeys.found(in: file.file.bytes, mayHoldMarks: file.scan.mayHoldKeyMark)
        guard !secrets.isEmpty else { return }
        var listed: Set<String> = []
        for transaction in file.incident?.transactions ?? [] {
            if let hash = transaction.hash { listed.insert(Self.bare(hash)) }
        }
        for account in file.incident?.accounts ?? [] {
            if let address = account.account.split(separator: ":").last {
                listed.insert(Self.bare(String(address)))
            }
        }
        Self.report(secrets, file.file, listed, into: &report)
    }

    static func check(_ file: SourceFile, into report: inout Report) {
        Self.report(SecretKeys.found(in: file.bytes), file, [], into: &report)
    }

    private static func report(
        _ secrets: [Secret], _ file: SourceFile, _ listed: Set<String>, into report: inout Report
    ) {
        for secret in secrets {
            if !secret.isCertain {
                let text = bare(file.text(in: secret.range))
                if listed.contains(text) || PublicHash.isOne(secret.range, in: file.bytes) { continue }
            }
            report.add(
                finding(
                    secret.isCertain
                        ? "\(secret.name): whoever reads it owns what it guards"
                        : "what looks like a \(secret.name) must not be published",
                    at: SourceSpan(file: file, range: secret.range),
                    help: secret.isCertain
                        ? "take it out, and move what it guards at once: the repository's history keeps it"
                        : "if it is a transaction's hash, list it under `on_chain` or link to it; if it is a key, take it out and move what it guards at once"
                ))
        }
    }

    /// Digits without `0x`, in one case where case means nothing.
    private static func bare(_ text: String) -> String {
        let lower = text.lowercased()
        return lower.hasPrefix("0x") ? String(lower.dropFirst(2)) : lower
    }
}

/// What keeps long digits from being a secret: the place in which they stand.
enum PublicHash {
    /// Whether digits stand in a link, in a CAIP account, or behind the name of a digest.
    static func isOne(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        var start = range.lowerBound
        while start > 0, !isBoundary(bytes[start - 1]) { start -= 1 }
        let before = bytes[start..<range.lowerBound]
        if before.containsText("https://") || before.containsText("http://") { return true }
        let lower = String(decoding: before, as: UTF8.self).lowercased()
        if ["sha256:", "sha-256:", "sha256-", "sha256="].contains(where: lower.hasSuffix) { return true }
        // namespace:reference: before an address is CAIP-10; one before a hash, of a block, is CAIP-2 in use.
        let parts = lower.split(separator: ":", omittingEmptySubsequences: false)
        return lower.hasSuffix(":") && parts.count >= 3 && (3...8).contains(parts[parts.count - 3].utf8.count)
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "\"'<>()[]{}|`,".utf8.contains(byte)
    }
}
