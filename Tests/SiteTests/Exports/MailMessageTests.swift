import Incidents
import Syntax
import Testing

@testable import Site

@Suite("Letters")
struct MailMessageTests {
    private func mail(title: String, body: String = "A key.\n\nFrom here on.", publisher: String = "Sample")
        throws -> [UInt8]
    {
        let record = RecordText(
            title: title, status: "identified", updates: [("u1", "2026-02-21T09:00:00Z", "identified", body)])
        let site = try SampleSite(
            configuration: "publisher: {name: \"\(publisher)\"}\n", records: [record.text])
        let announcement = try #require(
            Announcement(of: site.catalogue.entries[0].record, in: site.catalogue, theme: site.theme))
        return MailMessage(
            announcement, from: "security@example.org", to: ["a@example.org", "b@example.org"],
            site: site.catalogue.site
        ).bytes()
    }

    /// The lines of a letter, which must all end in CRLF.
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            try #require(index > 0 && bytes[index - 1] == 0x0D)
        }
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The two parts, decoded by the rules of RFC 2045 as a reader would.
    private func parts(_ bytes: [UInt8]) throws -> [String] {
        let lines = try lines(bytes)
        let boundary = try #require(
            lines.first { $0.hasPrefix("Content-Type: multipart/alternative") }?.split(separator: "\"")[1])
        let marks = lines.indices.filter { lines[$0] == "--" + boundary }
        let end = try #require(lines.firstIndex(of: "--" + boundary + "--"))
        #expect(marks.count == 2)
        return zip(marks, marks.dropFirst() + [end]).map { start, end in
            let body = lines[start..<end].drop { !$0.isEmpty }.dropFirst().dropLast()
            var decoded: [UInt8] = []
            for (index, line) in body.enumerated() {
                var bytes = Array(line.utf8)
                let isSoft = bytes.last == UInt8(ascii: "=")
                if isSoft { bytes.removeLast() }
                var place = 0
                while place < bytes.count {
                    if bytes[place] == UInt8(ascii: "=") {
                        decoded.append(
                            UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
                                ?? 0)
                        place += 3
                    } else {
                        decoded.append(bytes[place])
                        place += 1
                    }
                }
                if !isSoft, index < body.count - 1 { decoded.append(0x0A) }
            }
            return String(decoding: decoded, as: UTF8.self)
        }
    }

    @Test("a letter has its words as text and as HTML, in lines that every mail program keeps")
    func form() throws {
        let body =
            "A key was stolen: " + String(repeating: "ä=", count: 200)
            + "\n\nFrom here on.\n\n.hidden\n\n日本 👩‍👩‍👧‍👦"
        let bytes = try mail(title: "Token safe drained", body: body)
        for line in try lines(bytes) {
            #expect(line.utf8.count <= 78, "\(line)")
            #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
            #expect(!line.hasPrefix(".") && !line.hasPrefix("From ") && !line.hasSuffix(" "))
        }
        let parts = try parts(bytes)
        #expect(parts[0].contains(String(repeating: "ä=", count: 200)))
        #expect(
            parts[0].contains("\nFrom here on.\n") && parts[0].contains("\n.hidden\n")
                && parts[0].contains("👩‍👩‍👧‍👦"))
        #expect(parts[0].contains("https://example.org/incidents/sample-1/#update-u1"))
        #expect(parts[1].hasPrefix("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"))
        #expect(parts[1].contains("<p>From here on.</p>"))
    }

    @Test("its date is the word's own, and the same word gives the same letter")
    func determinism() throws {
        let bytes = try mail(title: "Token safe drained")
        #expect(try mail(title: "Token safe drained") == bytes)
        let lines = try lines(bytes)
        #expect(lines.contains("Date: Sat, 21 Feb 2026 09:00:00 +0000"))
        #expect(lines.contains("Message-ID: <ABC-2026-0001.update.u1@example.org>"))
        #expect(lines.contains("To: a@example.org, b@example.org"))
        #expect(lines.contains("Subject: [ABC-2026-0001] Identified: Token safe drained"))
    }

    @Test("many recipients are folded, and a long id makes no longer boundary than mail has")
    func manyRecipients() throws {
        let record = RecordText(
            id: "ABC-2026-0001",
            updates: [
                (
                    String(repeating: "long-", count: 12) + "id", "2026-02-21T09:00:00Z", "investigating",
                    "A key."
                )
            ])
        let site = try SampleSite(records: [record.text])
        let announcement = try #require(
            Announcement(of: site.catalogue.entries[0].record, in: site.catalogue, theme: site.theme))
        let to = (1...80).map { "subscriber-\($0)@lists.example.org" }
        let lines = try lines(
            MailMessage(announcement, from: "a@example.org", to: to, site: site.catalogue.site).bytes())
        let start = try #require(lines.firstIndex { $0.hasPrefix("To: ") })
        let list = [lines[start]] + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        #expect(list.count > 30 && list.allSatisfy { $0.utf8.count <= 78 })
        #expect(list.joined().dropFirst(3).split(separator: ",").map { String($0.dropFirst()) } == to)
        let boundary = try #require(lines.first { $0.hasPrefix("--=_") })
        #expect(boundary.dropFirst(2).utf8.count <= 70)
    }

    @Test("a subject of any characters is told in encoded words that each stand alone")
    func encodedSubject() throws {
        let title = "Tresor geleert: Schlüssel gestohlen 👩‍👩‍👧‍👦 und die Brücke steht, bis alles geprüft ist"
        let lines = try lines(mail(title: title, publisher: "Müller & Söhne"))
        let start = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        let subject =
            [String(lines[start].dropFirst("Subject: ".count))]
            + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.map { String($0.dropFirst()) }
        var decoded: [UInt8] = []
        for word in subject {
            #expect(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?=") && word.utf8.count <= 75)
            let piece = Base64Text.decode(String(word.dropFirst(10).dropLast(2)))
            #expect(String(validating: piece, as: UTF8.self) != nil)
            decoded += piece
        }
        #expect(String(decoding: decoded, as: UTF8.self) == "[ABC-2026-0001] Identified: " + title)
        #expect(lines[0].hasPrefix("From: =?utf-8?B?"))
        #expect(lines[1] == " <security@example.org>")
    }

    @Test(
        "only a plain address is an address",
        arguments: [
            ("security@example.org", "security@example.org"),
            ("mailto:a.b+c@example.org?subject=x", "a.b+c@example.org"),
            ("https://example.org/contact", nil), ("a@b", nil), ("a@example.org\r\nBcc: x@example.org", nil),
            ("A <a@example.org>", nil), ("a@b@example.org", nil), ("ä@example.org", nil),
        ] as [(String, String?)])
    func addresses(_ contact: String, _ address: String?) {
        #expect(MailMessage.address(of: contact) == address)
    }
}
