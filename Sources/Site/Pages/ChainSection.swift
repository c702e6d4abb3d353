import Incidents
import Syntax

/// Accounts and transactions: text to copy, with a link to an explorer where following it can do no harm.
///
/// An attacker's account, and one whose role is not told, is never a link: nobody shall be led to pay into it.
struct ChainSection {
    let page: RecordPage
    let incident: Incident

    var value: TemplateValue {
        guard !incident.accounts.isEmpty || !incident.transactions.isEmpty else { return .null }
        return .object([
            .transactions: .rows(incident.transactions, transaction),
            .accounts: .rows(incident.accounts, account),
        ])
    }

    private func transaction(_ transaction: OnChainTransaction) -> TemplateObject {
        let chain = try? ChainID(parsing: transaction.chain)
        return [
            .chain: .text(chain.map(page.edition.chains.name) ?? transaction.chain),
            .hash: TemplateValue(transaction.hash),
            .role: page.words.transaction.badge(transaction.role),
            .label: TemplateValue(transaction.label),
            .at: page.page.timeValue(transaction.at),
            .url: .address(
                chain.flatMap { chain in
                    transaction.hash.flatMap { page.edition.chains.address(ofTransaction: $0, on: chain) }
                }),
        ]
    }

    private func account(_ account: OnChainAccount) -> TemplateObject {
        let id = try? AccountID(parsing: account.account)
        let mayLink = account.role != nil && account.role != .attacker
        return [
            .chain: TemplateValue(id.map { page.edition.chains.name(of: $0.chain) }),
            .account: .text(id?.address ?? account.account),
            .role: page.words.account.badge(account.role),
            .isAttacker: .bool(account.role == .attacker),
            .label: TemplateValue(account.label),
            .url: mayLink ? .address(id.flatMap { page.edition.chains.address(of: $0) }) : .null,
        ]
    }
}
