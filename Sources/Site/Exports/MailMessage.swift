import Incidents
import Syntax

/// An announcement as a letter (RFC 5322) with its words as text and as HTML, ready for `sendmail -t`.
///
/// The same word gives the same bytes: its date is the word's own, its identity and its boundary are made of its id.
package struct MailMessage: Sendable {
    /// The address part of a contact: `security@example.org` of itself or of a `mailto:`. Nil for anything else.
    package static func address(of contact: String) -> String? {
        var text = Substring(contact)
        if text.lowercased().hasPrefix("mailto:") {
            text = text.dropFirst("mailto:".count).prefix { $0 != "?" }
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAddressByte) }),
            parts[1].contains("."), text.utf8.count <= 254
        else { return nil }
        return String(text)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
        }
    }

    let announcement: Announcement
    /// The name before the sender's address.
    let sender: String
    let from: String
    let to: [String]
    let host: String

    /// `from` and `to` are addresses as `address(of:)` gives them.
    package init(_ announcement: Announcement, from: String, to: [String], site: SiteConfiguration) {
        self.announcement = announcement
        sender = site.publisher.name ?? site.title
        self.from = from
        self.to = to
        host = String(site.tagAuthority.prefix { $0 != "," })
    }

    package func bytes() -> [UInt8] {
        // A boundary has at most 70 characters (RFC 2046); `=_` stands in no quoted-printable text.
        let boundary = "=_" + (announcement.recordID + "_" + word).prefix(64)
        var mail = MailText()
        mail.header("From", address: from, name: sender)
        mail.header("To", addresses: to)
        mail.header("Subject", text: "[\(announcement.recordID)] \(announcement.title)")
        mail.header("Date", FeedDates.rfc822(announcement.at.start))
        mail.header("Message-ID", "<\(announcement.recordID).\(word)@\(host)>")
        // Letters about one incident stand together, whichever of them a reader got.
        mail.header("References", "<\(announcement.recordID)@\(host)>")
        mail.header("Auto-Submitted", "auto-generated")
        mail.header("Content-Language", announcement.language)
        mail.header("MIME-Version", "1.0")
        mail.header("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        mail.blankLine()
        mail.part("text/plain", Array(announcement.posts(for: .email)[0].utf8), boundary)
        mail.part("text/html", html, boundary)
        mail.end(boundary)
        return mail.bytes
    }

    /// The word's id as one token.
    private var word: String {
        String(announcement.wordID.map { $0 == "/" ? "." : $0 })
    }

    private var html: [UInt8] {
        var html = Array("<!DOCTYPE html>\n<html lang=\"".utf8)
        HTMLText.append(announcement.language, to: &html)
        html += "\" dir=\"\(TextDirection(language: announcement.language).rawValue)\">\n<head>\n".utf8
        html += "<meta charset=\"utf-8\">\n<title>".utf8
        HTMLText.append(announcement.title, to: &html)
        html += "</title>\n</head>\n<body>\n<h1>".utf8
        HTMLText.append(announcement.title, to: &html)
        html += "</h1>\n<p>".utf8
        HTMLText.append(announcement.recordID + " · " + announcement.byline, to: &html)
        html += "</p>\n".utf8
        html += announcement.html
        html += "<p><a href=\"".utf8
        HTMLText.append(announcement.link, to: &html)
        html += "\">".utf8
        HTMLText.append(announcement.link, to: &html)
        html += "</a></p>\n</body>\n</html>\n".utf8
        return html
    }
}
