/// What short posts make a link of, as narrowly as twitter-text has it: what is not surely counted as a link is counted
/// by its characters, so that no post comes out longer than it was reckoned.
enum PostLink {
    /// The first address with its scheme: `https://example.org/a?b#c` without the full stop or bracket behind it.
    static func first(in text: Substring) -> Substring? {
        var index = text.startIndex
        var isInWord = false
        while index < text.endIndex {
            let character = text[index]
            if !isInWord, character == "h", let found = address(at: text[index...]) { return found }
            isInWord = isASCII(character, orOneOf: "@$#")
            index = text.index(after: index)
        }
        return nil
    }

    /// Where the first `https://` or `http://` stands, whatever host is behind it.
    static func schemeStart(in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == "h", schemes.contains(where: text[index...].hasPrefix) { return index }
            index = text.index(after: index)
        }
        return nil
    }

    private static let schemes = ["https://", "http://"]

    /// What stands between words of one run of characters.
    static func separates(_ character: Character) -> Bool { ",;()[]{}<>\"'“”‘’„…!|*".contains(character) }

    /// Whether a word without a scheme looks like an address, such as `example.org` or `example.org/status`.
    static func isBareHost(_ word: Substring) -> Bool {
        let address = word.drop { !$0.isLetter && !$0.isNumber }
        let labels = address.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
            .split(separator: ".", omittingEmptySubsequences: true)
        guard labels.count > 1, let last = labels.last, last.utf8.count >= 2, last.allSatisfy(\.isLetter)
        else {
            return false
        }
        return labels.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
    }

    /// What follows the first two labels of a bare host, where there are more.
    static func behindTwoLabels(_ word: Substring) -> Substring {
        guard let first = word.firstIndex(of: "."),
            let second = word[word.index(after: first)...].firstIndex(of: ".")
        else { return "" }
        return word[second...]
    }

    private static func address(at text: Substring) -> Substring? {
        guard let scheme = schemes.first(where: text.hasPrefix) else { return nil }
        let afterScheme = text.dropFirst(scheme.count)
        let host = afterScheme.prefix { isASCII($0, orOneOf: "-.") }
        guard isPublic(host) else { return nil }
        var rest = text[host.endIndex...]
        if rest.first == ":" {
            let port = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if !port.isEmpty { rest = text[port.endIndex...] }
        }
        guard let first = rest.first, first == "/" || first == "?" else { return text[..<rest.startIndex] }
        var path = rest.prefix { isASCII($0, orOneOf: "!';:=+,.$/%#[]-_~&|@()?") }
        while let last = path.last, !isASCII(last, orOneOf: "=_#/-+") { path.removeLast() }
        return text[..<path.endIndex]
    }

    /// Whether a host has a last label that can be a real one.
    private static func isPublic(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, labels.allSatisfy({ !$0.isEmpty }) else {
            return false
        }
        let isName = last.count >= 2 && last.allSatisfy(\.isLetter) || last.hasPrefix("xn--")
        return isName && !privateNames.contains(last.lowercased())
    }

    /// Last labels that no public name has (RFC 2606, RFC 6761, RFC 7686 and habit).
    private static let privateNames: Set<String> = [
        "arpa", "corp", "example", "home", "internal", "invalid", "lan", "local", "localhost", "onion",
        "test",
    ]

    private static func isASCII(_ character: Character, orOneOf others: String) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || others.contains(character)
    }
}
