import Diagnostics
import Incidents

/// Holds accounts, transactions, tokens and chains against the rules of their own chain, checksums included.
///
/// A family that is not known here is held against CAIP's form alone. Solana's addresses and those of IOTA since 2025
/// carry no checksum: there a mistyped character is found only where it breaks the form.
package enum AddressRules {
    /// What is wrong with a CAIP-10 account; empty where it is sound.
    package static func problems(inAccount text: String) -> [IdentifierProblem] {
        let account: AccountID
        do throws(IdentifierFault) {
            account = try AccountID(parsing: text)
        } catch {
            return [IdentifierProblem(.account, error, help: hint(forBareAddress: text))]
        }
        let chainProblems = ChainRules.problems(in: account.chain)
        return chainProblems
            + problems(inAddress: account.address, on: account.chain).map {
                $0.shifted(by: account.addressOffset)
            }
    }

    /// What is wrong with an address on a chain, places counted from the address's first byte.
    package static func problems(inAddress address: String, on chain: ChainID) -> [IdentifierProblem] {
        guard let family = AddressFamily(of: chain) else { return [] }
        let bytes = Array(address.utf8)
        return family.flaw(in: bytes).map { [$0.explained(in: bytes, of: family.name)] } ?? []
    }

    /// Whether an account has no error, warnings aside, without the search for what would mend it.
    package static func isSound(account text: String) -> Bool {
        guard let account = try? AccountID(parsing: text),
            !ChainRules.problems(in: account.chain).contains(where: { $0.severity == .error })
        else { return false }
        switch AddressFamily(of: account.chain)?.flaw(in: Array(account.address.utf8)) {
        case nil: return true
        case .form(let problem): return problem.severity < .error
        case .checksum: return false
        }
    }

    /// What is wrong with a transaction's hash on a chain, given in CAIP-2; empty where the chain itself cannot be read.
    package static func problems(inTransaction hash: String, on chain: String) -> [IdentifierProblem] {
        guard let chain = try? ChainID(parsing: chain) else { return [] }
        return TransactionRules.problems(in: hash, on: chain)
    }

    /// What is wrong with a CAIP-2 chain.
    package static func problems(inChain text: String) -> [IdentifierProblem] {
        do throws(IdentifierFault) {
            return ChainRules.problems(in: try ChainID(parsing: text))
        } catch {
            return [
                IdentifierProblem(
                    .chain, error, help: "a chain is named as in CAIP-2, such as eip155:1 for Ethereum")
            ]
        }
    }

    /// What is wrong with a CAIP-19 token.
    package static func problems(inToken text: String) -> [IdentifierProblem] {
        do throws(IdentifierFault) {
            return TokenRules.problems(in: try TokenID(parsing: text))
        } catch {
            return [
                IdentifierProblem(
                    .token, error,
                    help: "a token is named as in CAIP-19, such as eip155:1/erc20:0x… or eip155:1/slip44:60")
            ]
        }
    }

    /// One spelling for each account, so that two of one account are seen to be the same: hex addresses in EIP-55's
    /// capitals, IoTeX's `io1…` as `0x…`, bech32 in lower case. What is not sound comes back as it is.
    package static func normalForm(ofAccount text: String) -> String {
        guard isSound(account: text), let account = try? AccountID(parsing: text),
            let family = AddressFamily(of: account.chain)
        else { return text }
        let address = family.normalForm(of: Array(account.address.utf8))
        return AccountID(chain: account.chain, address: String(decoding: address, as: UTF8.self)).text
    }

    /// What to write instead of an address without its chain.
    private static func hint(forBareAddress text: String) -> String {
        let form = "an account is namespace:reference:address as in CAIP-10"
        if text.contains(":") { return form + ", such as eip155:1:0x… on Ethereum" }
        let lower = text.lowercased()
        if lower.hasPrefix("io1") { return "write the chain before it: eip155:4689:\(text)" }
        if lower.hasPrefix("bc1") {
            return "write the chain before it: bip122:000000000019d6689c085ae165831e93:\(text)"
        }
        if text.hasPrefix("0x"), text.utf8.count == 42 {
            return
                "write the chain before it: eip155:1:\(text) on Ethereum, eip155:4689:… on IoTeX, eip155:56:… on BNB"
        }
        if text.hasPrefix("T"), text.utf8.count == 34 {
            return "write the chain before it: tron:0x2b6653dc:\(text)"
        }
        if lower.hasSuffix(".eth") {
            return form + "; a name changes hands, so write the address that it stood for"
        }
        return form + ", such as eip155:1:0x… on Ethereum"
    }
}
