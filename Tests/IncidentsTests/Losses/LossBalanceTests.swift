import Incidents
import Testing

@Suite("Balances of losses")
struct LossBalanceTests {
    private func exact(_ text: String) throws -> Quantity { .exact(try #require(Amount(text))) }

    private func loss(
        _ token: String?, _ amount: String?, value: Money? = nil, frozen: Quantity? = nil,
        recovered: Quantity? = nil, returned: Quantity? = nil, atLarge: Quantity? = nil
    ) throws -> Loss {
        Loss(
            token: token, quantity: try amount.map(exact) ?? .unknown, value: value, frozen: frozen,
            recovered: recovered, returned: returned, atLarge: atLarge)
    }

    private func part(_ fate: LossBalance.Fate, of balance: LossBalance) throws -> LossBalance.Part {
        try #require(balance.parts.first { $0.kind == fate })
    }

    @Test("there is a balance for each token, and one for each row that has a value and no token")
    func grouping() throws {
        let valued = try loss(nil, nil, value: Money(currency: "USD", quantity: try exact("5")))
        let balances = LossBalance.balances(of: [
            try loss("ETH", "1"), valued, try loss("DAI", "2"), try loss("ETH", "0.5"), valued,
        ])
        #expect(balances.map(\.token) == ["ETH", nil, "DAI", nil])
        #expect(balances.map(\.rows.count) == [2, 1, 1, 1])
        #expect(try balances[0].gross.quantity == exact("1.5"))
        #expect(balances[0].gross.unit == .token)
        #expect(try balances[1].gross.quantity == exact("5"))
        #expect(balances[1].gross.unit == .money(currency: "USD"))
    }

    @Test("without a word about what became of it, nothing is stated and all is unaccounted")
    func silence() throws {
        let balance = try #require(LossBalance.balances(of: [try loss("ETH", "8")]).first)
        #expect(balance.net.quantity == nil)
        #expect(balance.atLarge.quantity == nil)
        #expect(balance.parts.map(\.kind) == LossBalance.Fate.allCases)
        #expect(balance.parts.map(\.number) == [1, 2, 3, 4, 5])
        #expect(balance.parts.dropLast().allSatisfy { $0.quantity == nil && $0.share == nil })
        let unaccounted = try part(.unaccounted, of: balance)
        #expect(try unaccounted.quantity == exact("8"))
        #expect(unaccounted.share == 1_000)
    }

    @Test("a told nothing is a figure, and silence is none")
    func zero() throws {
        let row = try loss("ETH", "8", returned: .exact(.zero))
        let balance = try #require(LossBalance.balances(of: [row]).first)
        #expect(try balance.net.quantity == exact("8"))
        let returned = try part(.returned, of: balance)
        #expect(returned.quantity == .exact(.zero) && returned.share == 0 && !returned.isMoreThanNothing)
        #expect(try part(.recovered, of: balance).quantity == nil)
    }

    @Test("net is gross less what was recovered and returned; frozen and at large stay in it")
    func net() throws {
        let row = try loss(
            "ETH", "10", frozen: try exact("3"), recovered: try exact("1"), returned: try exact("2"),
            atLarge: try exact("3.5"))
        let balance = try #require(LossBalance.balances(of: [row]).first)
        #expect(try balance.net.quantity == exact("7"))
        #expect(try balance.atLarge.quantity == exact("3.5"))
        #expect(balance.parts.map(\.share) == [200, 100, 300, 350, 50])
        #expect(try part(.unaccounted, of: balance).quantity == exact("0.5"))
    }

    @Test("where some rows are silent the figure tells only of the others, and says so")
    func inPart() throws {
        let told = try loss("ETH", "10", recovered: try exact("4"))
        let balance = try #require(LossBalance.balances(of: [told, try loss("ETH", "5")]).first)
        #expect(try balance.net.quantity == exact("11"))
        #expect(balance.net.isInPart && !balance.gross.isInPart)
        let all = try #require(LossBalance.balances(of: [told, told]).first)
        #expect(!all.net.isInPart)
    }

    @Test("an unknown amount or disposition has no share, and a range none either")
    func unknown() throws {
        let row = try loss(
            "ETH", "10", frozen: .range(low: .zero, high: try #require(Amount("2"))), atLarge: .unknown)
        let balance = try #require(LossBalance.balances(of: [row]).first)
        #expect(try part(.atLarge, of: balance).quantity == .unknown)
        #expect(try part(.atLarge, of: balance).share == nil)
        #expect(try part(.frozen, of: balance).share == nil)
        #expect(try part(.frozen, of: balance).isMoreThanNothing)
        #expect(try part(.unaccounted, of: balance).quantity == .unknown)
        let untold = try #require(LossBalance.balances(of: [try loss("ETH", nil)]).first)
        #expect(untold.gross.quantity == .unknown)
        #expect(untold.parts.allSatisfy { $0.share == nil })
    }

    @Test("hundreds of rows of the largest amount still have their shares")
    func largest() throws {
        let most = String(repeating: "9", count: 30)
        let row = try loss("ETH", most, returned: try exact(most))
        let rows = [row] + Array(repeating: try loss("ETH", String(repeating: "9", count: 30)), count: 999)
        let balance = try #require(LossBalance.balances(of: rows).first)
        #expect(try part(.returned, of: balance).share == 1)
        #expect(try part(.unaccounted, of: balance).share == 999)
    }
}
