import Incidents
import Syntax

/// Accounts and transactions: text to copy, with a link to an explorer where following it can do no harm.
///
/// An attacker's account, and one whose role is not told, is never a link: nobody shall be led to pay into it.
struct ChainSection {
    let page: RecordPage
    let accounts: [OnChainAccount]
    let transactions: [OnChainTransaction]

    var value: TemplateValue {
        guard !accounts.isEmpty || !transactions.isEmpty else { return .null }
        return page.memory.object { object in
            object.set(.transactions, page.memory.rows(transactions) { transaction($0) })
            object.set(.accounts, page.memory.rows(accounts) { account($0) })
        }
    }

    private func transaction(_ transaction: OnChainTransaction) -> TemplateValue {
        let chain = try? ChainID(parsing: transaction.chain)
        return page.memory.object { object in
            object.set(.chain, chain.map(page.edition.chains.name) ?? transaction.chain)
            object.set(.hash, transaction.hash)
            object.set(.role, page.words.transaction.badge(transaction.role))
            object.set(.label, transaction.label)
            object.set(.at, page.page.timeValue(transaction.at))
            object.set(
                .url,
                .address(
                    chain.flatMap { chain in
                        transaction.hash.flatMap { page.edition.chains.address(ofTransaction: $0, on: chain) }
                    }))
        }
    }

    private func account(_ account: OnChainAccount) -> TemplateValue {
        let id = try? AccountID(parsing: account.account)
        let mayLink = account.role != nil && account.role != .attacker
        return page.memory.object { object in
            object.set(.chain, id.map { page.edition.chains.name(of: $0.chain) })
            object.set(.account, id?.address ?? account.account)
            object.set(.role, page.words.account.badge(account.role))
            object.set(.isAttacker, .bool(account.role == .attacker))
            object.set(.label, account.label)
            object.set(.url, mayLink ? .address(id.flatMap { page.edition.chains.address(of: $0) }) : .null)
        }
    }
}
