import Incidents

extension Announcement {
    /// The posts that tell it on a channel: one where it fits. The body is shortened first, then the title; the advice
    /// and the link are always whole, and where one post cannot hold them others follow it.
    package func posts(for channel: AnnouncementChannel) -> [String] {
        guard let limit = channel.limit else { return [whole(channel)] }
        let fitting = AnnouncementFit(announcement: self, channel: channel, limit: limit)
        return fitting.onePost() ?? fitting.thread()
    }

    /// Everything in the order in which it is read.
    private func whole(_ channel: AnnouncementChannel) -> String {
        [
            head(channel, title: title) + "\n" + channel.escaped(byline),
            body.isEmpty ? nil : channel.escaped(body), adviceBlock(channel), next.map(channel.escaped),
            channel.link(link),
        ].compactMap(\.self).joined(separator: "\n\n") + "\n"
    }

    fileprivate func head(_ channel: AnnouncementChannel, title: String) -> String {
        channel.bold(title)
            + (channel == .x || channel == .mastodon ? "" : " (" + channel.escaped(recordID) + ")")
    }

    fileprivate func adviceBlock(_ channel: AnnouncementChannel) -> String? {
        guard !advice.isEmpty else { return nil }
        // Short posts need no headline over what says "Do" itself.
        let rows = advice.map { (advice.count > 1 ? "• " : "") + channel.escaped($0) }
        return (channel == .x || channel == .mastodon ? rows : [channel.bold(adviceTitle)] + rows)
            .joined(separator: "\n")
    }
}

/// Fits an announcement into a channel's limit.
private struct AnnouncementFit {
    /// A body shorter than this many words is left out: it would say nothing.
    private static let fewestWords = 4

    let announcement: Announcement
    let channel: AnnouncementChannel
    let limit: Int

    func onePost() -> [String]? {
        let title = announcement.title
        let words = announcement.body.splitKeepingBreaks
        let next = announcement.next
        if let post = fitting(title, announcement.body, next) { return [post] }
        // The longest beginning of the body that fits, found by halving: more words never make a shorter post.
        for next in next == nil ? [nil] : [next, nil] {
            var least = Self.fewestWords
            var most = words.count
            var best: String?
            while least <= most {
                let middle = (least + most) / 2
                if let post = fitting(title, words.shortened(to: middle), next) {
                    best = post
                    least = middle + 1
                } else {
                    most = middle - 1
                }
            }
            if let best { return [best] }
            if let post = fitting(title, nil, next) { return [post] }
        }
        let titleWords = title.splitKeepingBreaks
        for count in stride(from: titleWords.count - 1, through: min(3, titleWords.count), by: -1) {
            if let post = fitting(titleWords.shortened(to: count), nil, nil) { return [post] }
        }
        return nil
    }

    private func fitting(_ title: String, _ body: String?, _ next: String?) -> String? {
        let blocks = [announcement.head(channel, title: title)]
            .appending(body.flatMap { $0.isEmpty ? nil : channel.escaped($0) })
            .appending(announcement.adviceBlock(channel))
            .appending(next.map(channel.escaped))
            .appending(channel.link(announcement.link))
        let post = blocks.joined(separator: "\n\n")
        return channel.length(of: post) <= limit ? post : nil
    }

    /// The title and the link first, then every line of advice, over as many posts as it takes; each names its place.
    func thread() -> [String] {
        var parts: [String] = []
        // Room for `99/99` and the line before it.
        let room = limit - 8
        var titleWords = announcement.title.splitKeepingBreaks
        var first = announcement.title
        func opening() -> String {
            announcement.head(channel, title: first) + "\n\n" + channel.link(announcement.link)
        }
        while channel.length(of: opening()) > room, titleWords.count > 1 {
            titleWords.removeLast()
            first = titleWords.shortened(to: titleWords.count)
        }
        // The next promised word is short, and stands with the title where it can.
        let withNext = [announcement.head(channel, title: first)]
            .appending(announcement.next.map(channel.escaped))
            .appending(channel.link(announcement.link))
            .joined(separator: "\n\n")
        let hasNext = channel.length(of: withNext) <= room
        parts.append(hasNext ? withNext : opening())
        var current = ""
        func add(_ line: String) {
            let longer = current.isEmpty ? line : current + "\n" + line
            if channel.length(of: longer) <= room {
                current = longer
            } else {
                if !current.isEmpty { parts.append(current) }
                current = line
            }
        }
        for row in announcement.advice + (hasNext ? [] : [announcement.next].compactMap(\.self)) {
            for line in pieces(of: row, room) { add(line) }
        }
        if !current.isEmpty { parts.append(current) }
        return parts.enumerated().map { "\($1)\n\n\($0 + 1)/\(parts.count)" }
    }

    /// A line in pieces that each fit into a post, cut between words, or within a word that is too long alone.
    private func pieces(of row: String, _ room: Int) -> [String] {
        var pieces: [String] = []
        var current = ""
        func fits(_ text: String) -> Bool { channel.length(of: channel.escaped(text)) <= room }
        for word in row.splitKeepingBreaks {
            if fits(current + word) {
                current += word
                continue
            }
            if !current.isEmpty { pieces.append(current) }
            current = ""
            for character in word {
                if !fits(current + String(character)) {
                    pieces.append(current)
                    current = ""
                }
                current.append(character)
            }
        }
        if !current.isEmpty { pieces.append(current) }
        return pieces.map(channel.escaped)
    }
}

extension [String] {
    fileprivate func appending(_ text: String?) -> [String] {
        text.map { self + [$0] } ?? self
    }

    /// The first words and an ellipsis, which stands apart from an address: it would be read as a part of it.
    fileprivate func shortened(to count: Int) -> String {
        let words = prefix(count).joined()
        return words + (self[..<count].last?.contains("://") == true ? " …" : "…")
    }
}

extension String {
    /// The words, each with the white space before it. Scripts that are written without spaces, and emoji, are cut
    /// between characters.
    fileprivate var splitKeepingBreaks: [String] {
        var words: [String] = []
        var current = ""
        var isInWord = false
        for character in self {
            if isInWord, character.isWhitespace || character.standsAlone {
                words.append(current)
                current = ""
                isInWord = false
            }
            if !character.isWhitespace { isInWord = true }
            current.append(character)
        }
        if isInWord { words.append(current) }
        return words
    }
}

extension Character {
    /// Whether a line may be broken before it although no space is there.
    fileprivate var standsAlone: Bool {
        switch unicodeScalars.first?.value ?? 0 {
        // A line does not begin with these signs.
        case 0x3001, 0x3002, 0x300D, 0x300F, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1F: false
        // Thai, Lao, Myanmar, Khmer; Chinese, Japanese and what is written with them; emoji.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xF900...0xFAFF,
            0xFF00...0xFFEF, 0x1F000...0x3FFFF:
            true
        default: false
        }
    }
}
