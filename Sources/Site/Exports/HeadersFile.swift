import Incidents

/// `_headers`: what Netlify and Cloudflare Pages send with each file besides the file itself.
///
/// Both join the values of every rule that matches a path, so no header is set twice for one path: what holds for all
/// files stands under `/*`, and types and lifetimes under paths that no two rules share. Placeholders such as `:record`
/// match one part of a path on both.
struct HeadersFile {
    let edition: Edition

    var artifact: Artifact? {
        var text = "# Read by Netlify and Cloudflare Pages; other hosts do not need this file.\n"
        func rule(_ path: String, _ headers: [(String, String)]) {
            text += edition.address.basePath + path + "\n"
            for (name, value) in headers { text += "  \(name): \(value)\n" }
        }
        rule("*", Self.everywhere)
        for folder in Self.feedFolders {
            for form in Feed.Form.allCases {
                let type = ("Content-Type", Self.type(of: form))
                rule(folder + form.file, [type, Self.fresh, Self.readableAnywhere])
                guard Feed.archiveForms(in: folder).contains(form) else { continue }
                rule(
                    folder + FeedDocument.archiveFolder + ":number/" + form.file,
                    [type, Self.lasting, Self.readableAnywhere])
            }
        }
        rule(
            SiteAddress.subscriptionList,
            [("Content-Type", "text/x-opml; charset=utf-8"), Self.fresh, Self.readableAnywhere])
        rule(
            SiteAddress.calendar,
            [("Content-Type", "text/calendar; charset=utf-8"), Self.fresh, Self.readableAnywhere])
        rule(
            "incidents/:record/record.json",
            [("Content-Type", "application/json"), Self.fresh, Self.readableAnywhere])
        rule(
            "incidents/:record/announcement.txt", [("Content-Type", "text/plain; charset=utf-8"), Self.fresh])
        for file in ["style.css", "feed.css", "icon.svg", "icon.png", "card.png"] {
            rule(file, [Self.lasting])
        }
        return Artifact(file: "_headers", Array(text.utf8), order: .feed)
    }

    /// Browsers show their source for the feeds' own XML types, and what the style sheet explains for this one; readers
    /// and the W3C's validator take it as well.
    private static func type(of form: Feed.Form) -> String {
        form == .json ? form.mediaType : "application/xml; charset=utf-8"
    }

    /// The pages' own policy, and what only a header can say: who may show a page in a frame.
    private static let everywhere = [
        ("Content-Security-Policy", PageFrame.policy + "; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]

    /// The folders of feeds, with placeholders; the first is the root.
    private static let feedFolders = [
        "", "incidents/:record/", SiteAddress.assets + ":asset/", SiteAddress.tags + ":tag/",
        SiteAddress.statements, SiteAddress.commitments, SiteAddress.corrections,
    ]

    /// Readers ask every few minutes, and an incident does not wait.
    private static let fresh = ("Cache-Control", "public, max-age=60, stale-if-error=86400")
    /// What hardly changes; a mended slip may still.
    private static let lasting = ("Cache-Control", "public, max-age=3600, stale-if-error=86400")
    /// Programs in a browser may read it from other sites: it is public, and no cookie goes with it.
    private static let readableAnywhere = ("Access-Control-Allow-Origin", "*")
}
