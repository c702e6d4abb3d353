import TestKit
import Testing

@testable import Incidents

@Suite("Amounts")
struct AmountTests {
    private static let largest =
        String(repeating: "9", count: 30) + "." + String(repeating: "9", count: 30)

    /// Figures that a seed makes up, as amounts and on paper.
    private func pairs(_ seed: UInt64, _ count: Int) throws -> [(Amount, SchoolbookDecimal, String)] {
        var random = SeededRandom(seed: seed)
        return try (0..<count).map { _ in
            let text = SchoolbookDecimal.randomText(&random)
            return (try #require(Amount(text), "\(text)"), SchoolbookDecimal(text), text)
        }
    }

    @Test("what is read is written again, digit by digit, with marks between the thousands where asked")
    func writing() throws {
        for (amount, paper, text) in try pairs(1, 1_000) {
            #expect(amount.text == text)
            #expect(amount.description == text)
            #expect(amount.formatted(grouping: ",") == paper.grouped(by: ","))
            #expect(amount.isZero == text.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E })
        }
        #expect(
            Amount("1234567.50")?.formatted(grouping: "\u{202F}", point: ",") == "1\u{202F}234\u{202F}567,50")
    }

    @Test("an amount is read alike around the length from which on wide numbers are needed")
    func lengths() {
        for length in 14...40 {
            for point in 1..<min(length, 30) {
                let digits = String((0..<length).map { Character(String(($0 * 7 + 9) % 9 + 1)) })
                let text = digits.prefix(point) + "." + digits.dropFirst(point)
                #expect(Amount(text)?.text == (length - point <= 30 ? String(text) : nil))
                #expect(Amount(digits)?.text == (length <= 30 ? digits : nil))
                #expect(Amount(digits + "x") == nil)
            }
        }
    }

    @Test("sums are those on paper, to the last of sixty digits, whichever comes first")
    func sums() throws {
        let figures = try pairs(2, 600)
        for ((left, onPaper, _), (right, otherOnPaper, _)) in zip(figures, figures.dropFirst()) {
            #expect((left + right).text == (onPaper + otherOnPaper).text)
            #expect(left + right == right + left)
        }
    }

    @Test("a thousand of the largest amounts add up without losing a digit")
    func manyLargest() throws {
        let amount = try #require(Amount(Self.largest))
        var sum = Amount.zero
        var paper = SchoolbookDecimal("0")
        for _ in 0..<1_000 {
            sum = sum + amount
            paper = paper + SchoolbookDecimal(Self.largest)
        }
        #expect(sum.text == paper.text)
        #expect(sum.text.hasPrefix("999999999999999999999999999999999."))
    }

    @Test("differences are those on paper, and there is none below zero")
    func differences() throws {
        let figures = try pairs(3, 600)
        for ((left, onPaper, _), (right, otherOnPaper, _)) in zip(figures, figures.dropFirst()) {
            #expect(left.subtracting(right)?.text == onPaper.minus(otherOnPaper)?.text)
            #expect(left.subtracting(left)?.isZero == true)
            #expect((left + right).subtracting(right) == left)
        }
    }

    @Test("order is that on paper, and zeros at the end change nothing")
    func order() throws {
        let figures = try pairs(4, 600)
        for ((left, onPaper, text), (right, otherOnPaper, _)) in zip(figures, figures.dropFirst()) {
            #expect((left < right) == onPaper.isLess(than: otherOnPaper))
            #expect((left == right) == onPaper.isSame(as: otherOnPaper))
            guard text.contains("."), let longer = Amount(text + "0") else { continue }
            #expect(longer == left && longer.hashValue == left.hashValue && longer.text == text + "0")
        }
        let last = try #require(Amount("0.000000000000000000000000000001"))
        #expect(Amount.zero < last)
        #expect(try #require(Amount(Self.largest)).subtracting(last)?.text.hasSuffix("8") == true)
    }

    @Test(
        "other spellings are no amounts",
        arguments: [
            "", ".", "0.", ".5", "00", "01", "-1", "+1", "1e5", "1,000", "1 000", "1_000", " 1", "1 ",
            "1.2.3", "1..2",
            "0x1F", "१२३", "１", "½", "1\u{301}", "∞", "NaN", "1\n", String(repeating: "9", count: 31),
            "0." + String(repeating: "1", count: 31), String(repeating: "9", count: 500),
        ])
    func refused(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test(
        "a share of a whole is rounded to its millionth, at any size", arguments: [0, 1, 9, 12, 13, 24, 29])
    func shares(zeros: Int) throws {
        let noughts = String(repeating: "0", count: zeros)
        let whole = try #require(Amount("3" + noughts))
        #expect(Amount("1" + noughts)?.millionths(of: whole) == 333_333)
        #expect(Amount("2" + noughts)?.millionths(of: whole) == 666_667)
        #expect(whole.millionths(of: whole) == 1_000_000)
        #expect(Amount.zero.millionths(of: whole) == 0)
        #expect(Amount("4" + noughts)?.millionths(of: whole) == nil)
        #expect(whole.millionths(of: .zero) == nil)
    }

    @Test("the share of a sum of thousands of the largest amounts is told too")
    func sharesOfSums() throws {
        let one = try #require(Amount(Self.largest))
        var sum = one
        for _ in 0..<13 { sum = sum + sum }
        #expect(one.millionths(of: sum) == 122)
        #expect(sum.millionths(of: sum) == 1_000_000)
    }

    @Test(
        "a number of 128 bits is rounded to the nearest floating-point number, as the language itself rounds it"
    )
    func approximation() {
        var random = SeededRandom(seed: 7)
        for width in 0..<128 {
            for _ in 0..<40 {
                let bits = UInt128(random.next()) << 64 | UInt128(random.next())
                let top = UInt128(1) << UInt128(width)
                for number in [
                    top, top - 1, top | (bits & (top - 1)), top | (top >> 53), top | (top >> 53) | 1,
                ] {
                    #expect(Amount.double(number) == Double(number), "\(number)")
                }
            }
        }
    }

    @Test("the digits behind the point are those that were written")
    func fraction() throws {
        for (amount, _, text) in try pairs(9, 400) {
            let written = text.split(separator: ".").dropFirst().first.map(String.init) ?? "0"
            #expect(amount.writtenFraction == UInt128(written), "\(text)")
        }
    }

    @Test("all of an amount is a million millionths, nothing of it none")
    func wholeShares() throws {
        let amount = try #require(Amount("733689.62"))
        #expect(amount.millionths(of: amount) == 1_000_000)
        #expect(Amount.zero.millionths(of: amount) == 0)
        #expect(Amount("366844.81")?.millionths(of: amount) == 500_000)
        #expect(Amount.zero.millionths(of: .zero) == nil)
    }
}
