import ArgumentParser
import Diagnostics
import Incidents
import Publishing
import Site
import System

extension AnnouncementChannel: ExpressibleByArgument {}

/// `aboveboard announce`: a published word fitted to where it is told.
struct AnnounceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "announce",
        abstract: "Print an update fitted to a channel's limits.",
        discussion: """
            The advice and the link are never cut off; where one post cannot hold them, several are printed with a \
            line of hyphens between them. Telegram's form is for parse_mode HTML, Slack's is mrkdwn. A letter is \
            ready for sendmail.

            EXAMPLES:
              aboveboard announce ABC-2026-0001
              aboveboard announce ABC-2026-0001 u2 --for mastodon
              aboveboard announce ABC-2026-0001 correction/1 --for x
              aboveboard announce ABC-2026-0001 --for email --to list@example.org | sendmail -t
            """)

    @Argument(help: ArgumentHelp("The record's id.", valueName: "id"))
    var id: String

    @Argument(
        help: ArgumentHelp(
            "An update's id, or correction/1, withdrawn or first; the newest word without it.",
            valueName: "update"))
    var update: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("Where it will be told.", valueName: "channel"))
    var channel = AnnouncementChannel.text

    @Option(
        help: ArgumentHelp(
            "The sender of a letter; the publisher's contact without it.", valueName: "address"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "A recipient of a letter; may be repeated. The sender without it.", valueName: "address"))
    var to: [String] = []

    @OptionGroup var place: ProjectOption

    func validate() throws {
        for address in to + (from.map { [$0] } ?? []) where MailMessage.address(of: address) == nil {
            throw ValidationError(
                "\(VisibleText.of(address)) is not a mail address, such as security@example.org")
        }
        if channel != .email, from != nil || !to.isEmpty {
            throw ValidationError("--from and --to belong to letters; add --for email")
        }
    }

    func run() throws {
        let (catalogue, theme) = try Publisher(place.find()).readOrComplain()
        guard let record = catalogue.entries.first(where: { $0.record.id == id })?.record else {
            throw CommandFailure(
                "no published record has the id \(VisibleText.of(id))",
                help: Self.help(for: id, in: catalogue))
        }
        guard let announcement = Announcement(of: record, word: update, in: catalogue, theme: theme) else {
            let words = Announcement.wordIDs(of: record, in: catalogue, theme: theme)
            throw CommandFailure(
                "\(id) has no word \(VisibleText.of(update ?? ""))",
                help: Self.help(for: update ?? "", among: words))
        }
        if channel == .email {
            try StandardStream.output.write(letter(announcement, catalogue.site).bytes())
        } else {
            let posts = announcement.posts(for: channel)
            try StandardStream.output.write(
                posts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "-----\n"))
        }
    }

    private static func help(for id: String, in catalogue: Catalogue) -> String {
        if let nearest = NearMiss.nearest(to: id, among: catalogue.entries.map(\.record.id)) {
            return "did you mean \(nearest)?"
        }
        return "drafts and records under embargo are announced when they are published"
    }

    private static func help(for word: String, among words: [String]) -> String {
        let names =
            words + words.filter { $0.hasPrefix("update/") }.map { String($0.dropFirst("update/".count)) }
        let question = NearMiss.nearest(to: word, among: names).map { "did you mean \($0)? " } ?? ""
        // The newest are what is announced.
        let list =
            words.count > 12
            ? "…, " + words.suffix(12).joined(separator: ", ") : words.joined(separator: ", ")
        return question + "its words are \(list)"
    }

    private func letter(_ announcement: Announcement, _ site: SiteConfiguration) throws -> MailMessage {
        guard let sender = (from ?? site.publisher.contact).flatMap(MailMessage.address) else {
            throw CommandFailure(
                "a letter needs a sender", help: "say --from, or write a mail address under publisher.contact"
            )
        }
        let recipients = to.compactMap(MailMessage.address)
        return MailMessage(
            announcement, from: sender, to: recipients.isEmpty ? [sender] : recipients, site: site)
    }
}
