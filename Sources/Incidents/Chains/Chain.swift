/// What is known of one chain: its name, its own token, and where its explorer shows a transaction and an account.
package struct Chain: Hashable, Sendable {
    package let id: ChainID
    /// As people say it: `Ethereum`.
    package var name: String
    /// The ticker of its own token; nil where it is not known.
    package var token: String?
    /// The decimal places of its own token.
    package var decimals: Int?
    /// Addresses of the web with `{}` where the identifier goes.
    package var transactionTemplate: String?
    package var accountTemplate: String?

    package init(
        id: ChainID, name: String, token: String? = nil, decimals: Int? = nil,
        transactionTemplate: String? = nil, accountTemplate: String? = nil
    ) {
        self.id = id
        self.name = name
        self.token = token
        self.decimals = decimals
        self.transactionTemplate = transactionTemplate
        self.accountTemplate = accountTemplate
    }

    fileprivate init(
        _ namespace: String, _ reference: String, _ name: String, _ token: String, _ decimals: Int,
        _ site: String, transaction: String = "/tx/{}", account: String = "/address/{}"
    ) {
        self.init(
            id: ChainID(namespace: namespace, reference: reference), name: name, token: token,
            decimals: decimals, transactionTemplate: "https://" + site + transaction,
            accountTemplate: "https://" + site + account)
    }
}

/// The chains that the program knows, and what a site adds to them or says otherwise.
package struct ChainRegistry: Sendable {
    /// Sorted by the identifiers' texts.
    package private(set) var chains: [Chain]

    /// The built-in rows with a site's own laid over them: what a row leaves out stays as it was.
    package init(adding rows: [SiteConfiguration.ExplorerRow] = []) {
        chains = Self.builtIn
        for row in rows {
            guard let id = try? ChainID(parsing: row.chain) else { continue }
            var chain = self[id] ?? Chain(id: id, name: row.chain)
            chain.name = row.name ?? chain.name
            chain.token = row.token ?? chain.token
            chain.decimals = row.decimals ?? chain.decimals
            chain.transactionTemplate = row.transaction ?? chain.transactionTemplate
            chain.accountTemplate = row.address ?? chain.accountTemplate
            chains.removeAll { $0.id == id }
            chains.append(chain)
        }
        chains.sort { $0.id.text < $1.id.text }
    }

    /// What is known of a chain; nil for one of which nothing is.
    package subscript(_ id: ChainID) -> Chain? {
        chains.first { $0.id == id }
    }

    /// The chain's name, or its identifier where it has none here.
    package func name(of id: ChainID) -> String {
        self[id]?.name ?? id.text
    }

    /// Where a transaction can be looked at; nil where no explorer is known or it predates the explorer's chain.
    package func address(ofTransaction hash: String, on chain: ChainID) -> String? {
        guard let template = self[chain]?.transactionTemplate, Self.isSafe(hash),
            chain.namespace != "iota" || hash.utf8.count < 81
        else { return nil }
        return Self.fill(template, with: hash)
    }

    /// Where an account can be looked at; nil where no explorer is known or it predates the explorer's chain.
    package func address(of account: AccountID) -> String? {
        guard let template = self[account.chain]?.accountTemplate, Self.isSafe(account.address),
            account.chain.namespace != "iota" || account.address.hasPrefix("0x")
        else { return nil }
        return Self.fill(template, with: account.address)
    }

    /// Letters and digits alone: anything else could leave the place that the template keeps for it.
    private static func isSafe(_ identifier: String) -> Bool {
        !identifier.isEmpty
            && identifier.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            }
    }

    private static func fill(_ template: String, with identifier: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(template.utf8.count + identifier.utf8.count)
        for byte in template.utf8 {
            if byte == UInt8(ascii: "}"), bytes.last == UInt8(ascii: "{") {
                bytes.removeLast()
                bytes += identifier.utf8
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let builtIn: [Chain] = [
        Chain("eip155", "1", "Ethereum", "ETH", 18, "etherscan.io"),
        Chain("eip155", "10", "OP Mainnet", "ETH", 18, "optimistic.etherscan.io"),
        Chain("eip155", "56", "BNB Smart Chain", "BNB", 18, "bscscan.com"),
        Chain("eip155", "100", "Gnosis", "xDAI", 18, "gnosisscan.io"),
        Chain("eip155", "137", "Polygon", "POL", 18, "polygonscan.com"),
        Chain("eip155", "4689", "IoTeX", "IOTX", 18, "iotexscan.io"),
        Chain("eip155", "8453", "Base", "ETH", 18, "basescan.org"),
        Chain("eip155", "42161", "Arbitrum One", "ETH", 18, "arbiscan.io"),
        Chain("eip155", "43114", "Avalanche C-Chain", "AVAX", 18, "snowscan.xyz"),
        Chain("eip155", "59144", "Linea", "ETH", 18, "lineascan.build"),
        Chain("bip122", "000000000019d6689c085ae165831e93", "Bitcoin", "BTC", 8, "mempool.space"),
        Chain(
            "solana", "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "Solana", "SOL", 9, "solscan.io",
            account: "/account/{}"),
        Chain(
            "tron", "0x2b6653dc", "TRON", "TRX", 6, "tronscan.org", transaction: "/#/transaction/{}",
            account: "/#/address/{}"),
        Chain("iota", "mainnet", "IOTA", "IOTA", 9, "explorer.iota.org", transaction: "/txblock/{}"),
    ]
}
