import Incidents
import Syntax

/// Finds figures in a text. Numbers without a unit, percentages and dates are none.
struct FigureReader {
    private let bytes: [UInt8]
    private var index = 0

    static func figures(in text: String) -> [Figure] {
        guard text.utf8Span.span.contains(where: { $0.marks(in: 0x30...0x39) }) else { return [] }
        var reader = FigureReader(bytes: Array(text.utf8))
        return reader.read()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Digits as written, without marks between them, and the power of ten of the last one.
    private struct Number {
        var digits: [UInt8]
        var exponent: Int
        var range: Range<Int>
        var unit: Figure.Unit?
        /// The power of ten that a word or a letter behind the digits stands for.
        var scale = 0

        var hasScale: Bool { scale > 0 }
    }

    private mutating func read() -> [Figure] {
        var figures: [Figure] = []
        while let number = next() {
            var lower = number
            var upper = number
            // "2.1 to 2.2 million": the first number has its scale and its unit from the second.
            let behindFirst = index
            if let start = startOfSecond(behind: number), let second = self.number(at: start),
                isPair(number, second)
            {
                upper = second
                if !lower.hasScale { lower.exponent += second.scale }
            } else {
                index = behindFirst
            }
            guard let unit = upper.unit ?? lower.unit,
                let figure = figure(lower, upper, unit, isRange: upper.range != lower.range)
            else { continue }
            figures.append(figure)
        }
        return figures
    }

    // MARK: - Numbers

    private mutating func next() -> Number? {
        while index < bytes.count {
            if bytes[index].isDigit, !isInWord(index) { return number(at: index) }
            index += 1
        }
        return nil
    }

    private mutating func number(at start: Int) -> Number? {
        guard start < bytes.count, bytes[start].isDigit else { return nil }
        var number = digits(at: start)
        index = number.range.upperBound
        readUnit(of: &number)
        return number
    }

    private func isInWord(_ position: Int) -> Bool {
        guard position > 0 else { return false }
        let before = bytes[position - 1]
        return before.isLetter || before.isDigit || "-_/:.#,".utf8.contains(before)
    }

    private func digits(at start: Int) -> Number {
        var digits: [UInt8] = []
        var position = start
        var decimals = 0
        var isBehindPoint = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isDigit {
                digits.append(byte)
                if isBehindPoint { decimals += 1 }
            } else if !isBehindPoint, byte == UInt8(ascii: "."), position + 1 < bytes.count,
                bytes[position + 1].isDigit
            {
                isBehindPoint = true
            } else if isBehindPoint || byte != UInt8(ascii: ",") || !groupFollows(position + 1) {
                break
            }
            position += 1
        }
        var exponent = -decimals
        if !isBehindPoint {
            // Zeros at the end of a whole number may be rounding; two digits at least are meant.
            while digits.count > 2, digits.last == UInt8(ascii: "0") {
                digits.removeLast()
                exponent += 1
            }
        }
        return Number(digits: digits, exponent: exponent, range: start..<position)
    }

    private func groupFollows(_ position: Int) -> Bool {
        guard position + 3 <= bytes.count, bytes[position..<position + 3].allSatisfy(\.isDigit) else {
            return false
        }
        return position + 3 == bytes.count || !bytes[position + 3].isDigit
    }

    /// Where the second number of a range would begin; nil where no `to` or dash follows the first.
    private func startOfSecond(behind number: Number) -> Int? {
        var words = [" to ", "–", "-", " – ", " - "]
        if hasSuffix("between ", before: number.range.lowerBound) { words = [" and "] }
        guard let word = words.first(where: { bytes[number.range.upperBound...].starts(with: $0.utf8) })
        else { return nil }
        var start = number.range.upperBound + word.utf8.count
        for mark in ["$", "€", "£", "¥", "₩"] where bytes[start...].starts(with: mark.utf8) {
            start += mark.utf8.count
        }
        return start
    }

    private func isPair(_ first: Number, _ second: Number) -> Bool {
        guard second.hasScale || second.unit != nil, !first.hasScale || second.hasScale else { return false }
        guard let unit = first.unit, let other = second.unit else { return true }
        return unit == other
    }

    // MARK: - Units

    private mutating func readUnit(of number: inout Number) {
        let start = number.range.lowerBound
        if start > 0, bytes[start - 1] == UInt8(ascii: "$") {
            number.unit = .dollar
            number.range = start - 1..<number.range.upperBound
        } else if let (symbol, width) = symbol(before: start) {
            number.unit = .currency(symbol)
            number.range = start - width..<number.range.upperBound
        } else if let code = codeBefore(start) {
            number.unit = .currency(code)
            number.range = start - 4..<number.range.upperBound
        }
        if let (power, end) = scaleWord(at: number.range.upperBound) {
            if number.exponent > 0 {
                // Before a scale the zeros were written to be meant: "10 million".
                number.digits += Array(repeating: UInt8(ascii: "0"), count: number.exponent)
                number.exponent = 0
            }
            number.exponent += power
            number.scale = power
            number.range = number.range.lowerBound..<end
        }
        if number.unit == nil, let (word, end) = word(at: number.range.upperBound) {
            let folded = word.lowercased()
            if folded == "dollar" || folded == "dollars" {
                number.unit = .dollar
            } else if folded == "euro" || folded == "euros" {
                number.unit = .currency("EUR")
            } else if Currency.isKnown(word) {
                number.unit = .currency(word)
            } else if word.utf8.first.map({ $0.isUpperLetter || $0.isDigit }) ?? false {
                number.unit = .word(word)
            } else {
                return
            }
            number.range = number.range.lowerBound..<end
        }
        index = max(index, number.range.upperBound)
    }

    private func symbol(before start: Int) -> (String, Int)? {
        for (symbol, code) in [("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₩", "KRW")] {
            let width = symbol.utf8.count
            if start >= width, bytes[start - width..<start].elementsEqual(symbol.utf8) {
                return (code, width)
            }
        }
        return nil
    }

    private func codeBefore(_ start: Int) -> String? {
        guard start >= 4, bytes[start - 1] == UInt8(ascii: " "), start == 4 || !bytes[start - 5].isLetter
        else { return nil }
        let code = String(decoding: bytes[start - 4..<start - 1], as: UTF8.self)
        return Currency.isKnown(code) ? code : nil
    }

    private func word(at position: Int) -> (String, Int)? {
        var start = position
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\n") {
            start += 1
        }
        var end = start
        while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
        guard end > start, end - start <= 20 else { return nil }
        return (String(decoding: bytes[start..<end], as: UTF8.self), end)
    }

    private func scaleWord(at position: Int) -> (Int, Int)? {
        // A letter that touches the number, or a word behind a space or a hyphen.
        if position < bytes.count, bytes[position] == UInt8(ascii: "-"),
            let (word, end) = word(at: position + 1)
        {
            return Self.power(of: word.lowercased()).map { ($0, end) }
        }
        guard let (word, end) = word(at: position) else { return nil }
        let touches = position < bytes.count && bytes[position].isLetter
        if touches, let power = Self.letters[word] { return (power, end) }
        return Self.power(of: word.lowercased()).map { ($0, end) }
    }

    private static let letters = [
        "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "mm": 6, "MM": 6, "b": 9, "B": 9, "bn": 9, "Bn": 9,
        "T": 12,
        "tn": 12,
    ]

    private static func power(of word: String) -> Int? {
        switch word {
        case "thousand": 3
        case "million", "millions", "mln", "mn", "mio": 6
        case "billion", "bn": 9
        case "trillion": 12
        default: nil
        }
    }

    // MARK: - Bounds

    private func figure(_ lower: Number, _ upper: Number, _ unit: Figure.Unit, isRange: Bool) -> Figure? {
        let start = lower.range.lowerBound
        guard let least = Self.amount(lower.digits, lower.exponent),
            let most = Self.amount(upper.digits, upper.exponent),
            let half = Self.amount([UInt8(ascii: "5")], lower.exponent - 1),
            let step = Self.amount([UInt8(ascii: "1")], upper.exponent)
        else { return nil }
        // A figure is rounded to its last digit, or cut behind it.
        var low = least.subtracting(half) ?? .zero
        var high = most + step
        if !isRange {
            if Self.over.contains(where: { hasSuffix($0, before: start) }) {
                (low, high) = (least, most + most)
            } else if Self.under.contains(where: { hasSuffix($0, before: start) }) {
                low = Self.half(of: lower) ?? .zero
            }
        }
        return Figure(unit: unit, low: low, high: high, range: start..<upper.range.upperBound)
    }

    private static let over = ["over ", "more than ", "at least ", "above ", "exceeding ", ">", "> "]
    private static let under = ["up to ", "nearly ", "almost ", "under ", "less than ", "at most "]

    private func hasSuffix(_ word: String, before position: Int) -> Bool {
        let start = position - word.utf8.count
        return start >= 0 && zip(bytes[start..<position], word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    private static func half(of number: Number) -> Amount? {
        // Half of it: five times a tenth.
        guard let tenth = amount(number.digits, number.exponent - 1) else { return nil }
        return tenth + tenth + tenth + tenth + tenth
    }

    private static func amount(_ digits: [UInt8], _ exponent: Int) -> Amount? {
        guard digits.count <= 40, abs(exponent) <= 40 else { return nil }
        var text = digits
        if exponent >= 0 {
            text += Array(repeating: UInt8(ascii: "0"), count: exponent)
        } else {
            while text.count <= -exponent { text.insert(UInt8(ascii: "0"), at: 0) }
            text.insert(UInt8(ascii: "."), at: text.count + exponent)
        }
        while text.count > 1, text[0] == UInt8(ascii: "0"), text[1] != UInt8(ascii: ".") {
            text.removeFirst()
        }
        return Amount(String(decoding: text, as: UTF8.self))
    }
}
