import Syntax

/// Where an announcement is told: each place has its limit, its way of counting and its markup.
package enum AnnouncementChannel: String, Sendable, CaseIterable {
    case text, x, mastodon, telegram, discord, slack, email

    /// How much one post holds, in the channel's own units; nil where nothing limits it.
    package var limit: Int? {
        switch self {
        case .text, .email: nil
        case .x: 280
        case .mastodon: 500
        case .telegram: 4096
        case .discord: 2000
        case .slack: 3000
        }
    }

    /// What a text counts for.
    package func length(of text: String) -> Int {
        switch self {
        // twitter-text: weighted characters, every link 23.
        case .x: WeightedLength.x(text)
        // Characters as people see them, every link 23.
        case .mastodon: WeightedLength.mastodon(text)
        // The words without the markup, in UTF-16 code units, as the Bot API counts entities.
        case .telegram: Self.withoutMarkup(text).utf16.count
        // The message as it is sent, markup included; UTF-16 counts at least as much as any other way.
        case .discord, .slack: text.utf16.count
        case .text, .email: text.utf16.count
        }
    }

    /// A text with what the channel takes for markup made harmless.
    func escaped(_ text: String) -> String {
        switch self {
        case .text, .email, .x, .mastodon: text
        case .telegram: Self.replacing(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;"])
        case .slack:
            Self.replacing(Self.withoutMassMentions(text), ["&": "&amp;", "<": "&lt;", ">": "&gt;"])
        case .discord: Self.discord(text)
        }
    }

    func bold(_ text: String) -> String {
        switch self {
        case .text, .email, .x, .mastodon: text
        case .telegram: "<b>" + escaped(text) + "</b>"
        case .discord: "**" + escaped(text) + "**"
        case .slack: "*" + escaped(text) + "*"
        }
    }

    func link(_ address: String) -> String {
        switch self {
        case .slack: "<" + escaped(address) + ">"
        case .telegram: escaped(address)
        default: address
        }
    }

    /// Discord's Markdown: backslashes before its marks, except in addresses, which they would break, and no mention
    /// of everybody.
    private static func discord(_ text: String) -> String {
        var result = ""
        var isLineStart = true
        func add(_ part: Substring) {
            for scalar in part.unicodeScalars {
                switch scalar {
                case "\\", "*", "_", "~", "`", "|", "<", "[", "]": result += "\\"
                case ">", "#", "-": if isLineStart { result += "\\" }
                default: break
                }
                result.unicodeScalars.append(scalar)
                isLineStart = scalar == "\n" || isLineStart && scalar == " "
            }
        }
        let harmless = withoutMassMentions(text)
        var rest = harmless[...]
        while let start = PostLink.schemeStart(in: rest) {
            add(rest[..<start])
            let address = rest[start...].prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" }
            result += address
            isLineStart = false
            rest = rest[address.endIndex...]
        }
        add(rest)
        return result
    }

    /// A character without width behind the sign of what calls everybody; addresses of letters stay as they are.
    private static func withoutMassMentions(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "@") {
            let after = rest[rest.index(after: sign)...]
            result += rest[...sign]
            if ["everyone", "here", "channel"].contains(where: after.prefix(8).lowercased().hasPrefix) {
                result += "\u{200B}"
            }
            rest = after
        }
        return result + rest
    }

    private static func replacing(_ text: String, _ marks: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let mark = marks[scalar] { result += mark } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// Telegram's HTML as readers see it: `<b>` and `</b>` gone, the three references resolved.
    private static func withoutMarkup(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        let marks = ["<b>": "", "</b>": "", "&lt;": "<", "&gt;": ">", "&amp;": "&"].sorted { $0.key < $1.key }
        while let first = rest.first {
            if first == "<" || first == "&", let mark = marks.first(where: { rest.hasPrefix($0.key) }) {
                result += mark.value
                rest = rest.dropFirst(mark.key.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
