/// The media type of a file by the end of its name, with the charset where it is text.
enum MediaType {
    static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let point = name.lastIndex(of: "."), point > name.startIndex else {
            // The signed checkpoint of the log has no ending.
            return name == "checkpoint" ? "text/plain; charset=utf-8" : "application/octet-stream"
        }
        // Browsers show a feed by its style sheet only where it comes as XML.
        switch name[name.index(after: point)...].lowercased() {
        case "html", "htm": return "text/html; charset=utf-8"
        case "css": return "text/css; charset=utf-8"
        case "js", "mjs": return "text/javascript; charset=utf-8"
        case "json": return name == "feed.json" ? "application/feed+json" : "application/json"
        case "jsonld": return "application/ld+json"
        case "webmanifest": return "application/manifest+json"
        case "xml", "xsl", "xslt": return "application/xml; charset=utf-8"
        case "rss": return "application/rss+xml; charset=utf-8"
        case "atom": return "application/atom+xml; charset=utf-8"
        case "opml": return "text/x-opml; charset=utf-8"
        case "txt", "asc", "sig": return "text/plain; charset=utf-8"
        case "md": return "text/markdown; charset=utf-8"
        case "csv": return "text/csv; charset=utf-8"
        case "ics": return "text/calendar; charset=utf-8"
        case "svg": return "image/svg+xml"
        case "png": return "image/png"
        case "jpg", "jpeg": return "image/jpeg"
        case "gif": return "image/gif"
        case "webp": return "image/webp"
        case "avif": return "image/avif"
        case "ico": return "image/vnd.microsoft.icon"
        case "woff2": return "font/woff2"
        case "woff": return "font/woff"
        case "pdf": return "application/pdf"
        default: return "application/octet-stream"
        }
    }
}
