import Diagnostics
import Incidents
import Syntax

extension FormCheck {
    mutating func checkMoment(_ node: YAMLDocument.NodeID, or words: [String]) {
        func expectation() -> String { Shape.moment(or: words).expectation }
        guard isScalar(node, expecting: expectation()), !isOne(of: words, node) else { return }
        do {
            _ = try Moment(utf8: document.bytes(node))
        } catch {
            let text = document.text(node)
            let span = document.span(node)
            switch error {
            case .missingOffset:
                fail(
                    "time-without-offset", "\(subject) has a time of day without its offset from UTC",
                    at: span,
                    help: "write \(text)Z for UTC, or an offset such as \(text)+01:00")
            case .missingSeconds:
                fail(
                    "time-without-seconds", "\(subject) has a time of day without seconds", at: span,
                    help: "write hours, minutes and seconds, such as 2026-02-21T09:20:00Z",
                    fixes: Self.withSeconds(text).map {
                        [Fix("write \($0)", edits: [.init(span, $0)], isSafe: true)]
                    } ?? [])
            case .impossible(let why):
                fail(
                    "impossible-date", "\(subject) is no moment of the calendar: \(why)", at: span,
                    help: "check the digits of \(shown(text))")
            case .spelling(let repaired):
                fail(
                    "malformed-moment", "\(subject) is not written as RFC 3339 has it", at: span,
                    help: "write \(repaired)",
                    fixes: [Fix("write \(repaired)", edits: [.init(span, repaired)], isSafe: true)])
            case .notAMoment:
                let repair = MomentRepair(text)
                fail(
                    "malformed-moment", "\(subject) takes \(expectation()), not \(quoted(text))", at: span,
                    help: near(text, words).map { "did you mean `\($0)`?" } ?? repair.help
                        ?? "write 2026-02-21T09:20:00Z, or a day, a month or a year: 2026-02-21, 2026-02, 2026",
                    fixes: repair.replacement.map {
                        [Fix("write \($0)", edits: [.init(span, $0)], isSafe: repair.isSafe)]
                    } ?? []
                )
            }
        }
    }

    private static func withSeconds(_ text: String) -> String? {
        guard text.utf8.count >= 16 else { return nil }
        let repaired = text.prefix(16) + ":00" + text.dropFirst(16)
        return (try? Moment(parsing: repaired)).map { _ in String(repaired) }
    }

    mutating func checkAmount(_ node: YAMLDocument.NodeID, or words: [String]) {
        func expectation() -> String { Shape.amount(or: words).expectation }
        guard isScalar(node, expecting: expectation()), !isOne(of: words, node) else { return }
        let bytes = document.bytes(node)
        let text = document.text(node)
        guard Amount(utf8: bytes) == nil else {
            if document.isPlain(node), bytes.count > 15 || bytes.contains(UInt8(ascii: ".")) {
                failUnquoted(node, text)
            }
            return
        }
        let span = document.span(node)
        let repair = AmountRepair(text)
        fail(
            "malformed-amount", "\(subject) takes \(expectation()), not \(quoted(text))", at: span,
            label: repair.finding,
            help: near(text, words).map { "did you mean `\($0)`?" } ?? repair.help,
            fixes: repair.replacement.map {
                [Fix("write \"\($0)\"", edits: [.init(span, "\"\($0)\"")], isSafe: repair.isSafe)]
            } ?? [])
    }

    mutating func checkInteger(_ node: YAMLDocument.NodeID, _ bounds: ClosedRange<Int>) {
        guard isScalar(node, expecting: "a whole number") else { return }
        let text = document.text(node)
        let hasLeadingZero = text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "0")
        if document[node].style == .plain, !hasLeadingZero, text.utf8.allSatisfy(\.isDigit),
            let number = Int(text), bounds.contains(number)
        {
            return
        }
        let span = document.span(node)
        let digits = String(decoding: text.utf8.filter(\.isDigit), as: UTF8.self)
        let isRepairable =
            !hasLeadingZero && text.utf8.allSatisfy { $0.isDigit || ",'_ ".utf8.contains($0) }
            && Int(digits).map(bounds.contains) == true
        fail(
            "malformed-number", numberMistake(text, bounds), at: span,
            help: isRepairable
                ? "write \(digits)"
                : "write digits alone, without marks and without quotes; what is not known exactly has keys of its own",
            fixes: isRepairable ? [Fix("write \(digits)", edits: [.init(span, digits)], isSafe: true)] : [])
    }

    /// What is wrong with a whole number, the bounds told only where they are the reason.
    private func numberMistake(_ text: String, _ bounds: ClosedRange<Int>) -> String {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            return "\(subject) takes a whole number, not \(quoted(text))"
        }
        if text.utf8.count > 1, text.utf8.first == UInt8(ascii: "0") {
            return "\(subject) takes a number without zeros before it, not \(shown(text))"
        }
        guard let number = Int(text), number <= bounds.upperBound else {
            return "\(subject) is at most \(bounds.upperBound), not \(shown(text))"
        }
        return number < bounds.lowerBound
            ? "\(subject) is at least \(bounds.lowerBound), not \(shown(text))"
            : "\(subject) is written without quotes"
    }

    /// The word that is meant, by its letters or by what people say for it.
    private func near(_ text: String, _ words: [String]) -> String? {
        let folded = String(text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
        return WordSynonyms.word(meantBy: folded, among: words) ?? NearMiss.nearest(to: folded, among: words)
    }

    mutating func checkBool(_ node: YAMLDocument.NodeID) {
        guard isScalar(node, expecting: "true or false") else { return }
        let text = document.text(node)
        if document[node].style == .plain, ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text)
        {
            return
        }
        let meant: String? =
            switch text.lowercased() {
            case "true", "yes", "on", "y": "true"
            case "false", "no", "off", "n": "false"
            default: nil
            }
        let span = document.span(node)
        fail(
            "malformed-flag", "\(subject) is true or false, without quotes", at: span,
            help: meant.map { "write \($0)" } ?? "write true or false",
            fixes: meant.map { [Fix("write \($0)", edits: [.init(span, $0)], isSafe: true)] } ?? [])
    }

    mutating func checkWord(_ node: YAMLDocument.NodeID, _ words: [String], orElse other: Shape? = nil) {
        func listed() -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
        guard isScalar(node, expecting: "one of \(listed())"), !isOne(of: words, node) else { return }
        let list = listed()
        let text = document.text(node)
        let span = document.span(node)
        let folded = String(text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
        let choices = other.map { "\(list) or \($0.invitation)" } ?? list
        if words.contains(folded) {
            fail(
                "unknown-word", "`\(shown(text))` is written `\(folded)`", at: span,
                help: "words are written in small letters with underscores",
                fixes: [Fix("write \(folded)", edits: [.init(span, folded)], isSafe: true)])
        } else if let near = near(text, words) {
            fail(
                "unknown-word", "`\(shown(text))` is not a word for \(subject)", at: span,
                help: "did you mean `\(near)`? it may be \(choices)",
                fixes: [Fix("write \(near)", edits: [.init(span, near)], isSafe: false)])
        } else {
            fail(
                "unknown-word", "\(quoted(text)) is not a word for \(subject)", at: span,
                help: "it may be \(choices)")
        }
    }
}
