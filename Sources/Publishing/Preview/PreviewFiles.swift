import Digests
import Site
import System

/// The site's files as a static host would answer for them: pages of folders, conditional requests, ranges.
struct PreviewFiles: Sendable {
    /// The address of the preview's own script, style sheet and events, which no file of a site can have.
    static let ownRoot = "/.aboveboard/"

    /// The folder that the site is built into.
    let folder: String
    /// The path part of the site's address, with a slash at both ends: `/`, `/incidents/`.
    let basePath: String

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard let path = Self.path(of: request.target) else {
            return HTTPResponse(.badRequest, text: "This is no address of the site.")
        }
        guard path.hasPrefix(basePath) else {
            if path == "/" || path + "/" == basePath { return Self.moved(to: basePath) }
            return missing()
        }
        let relative = String(path.dropFirst(basePath.count))
        let isFolder = relative.isEmpty || relative.hasSuffix("/")
        let wanted = isFolder ? relative + "index.html" : relative
        guard let file = OutputPath(wanted),
            !wanted.split(separator: "/").contains(where: { $0.hasPrefix(".") && $0 != ".well-known" }),
            let (bytes, stamp) = read(file)
        else {
            if !isFolder, let page = OutputPath(relative + "/index.html"), read(page) != nil {
                return Self.moved(to: Self.encoded(path) + "/")
            }
            return missing()
        }
        return answer(request, with: bytes, named: wanted, stamp)
    }

    private func missing() -> HTTPResponse {
        guard let path = OutputPath("404.html"), let (bytes, _) = read(path) else {
            // Before the first build came about there is no site: the page then shows why, and reloads by itself.
            return Self.page(.notFound, Array(Self.nothingYet.utf8))
        }
        return Self.page(.notFound, bytes)
    }

    private static let nothingYet = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
        <body><p>There is no such page, or no site yet.</p></body></html>

        """

    private static func page(_ status: HTTPResponse.Status, _ bytes: [UInt8]) -> HTTPResponse {
        var response = HTTPResponse(status)
        response.setContent(bytes, named: "404.html")
        return response
    }

    private func answer(
        _ request: HTTPRequest, with bytes: [UInt8], named name: String, _ stamp: FileStamp
    ) -> HTTPResponse {
        var response = HTTPResponse(.ok)
        response.setContent(bytes, named: name)
        let tag = "\"\(SHA256Digest(of: response.body).hex.prefix(32))\""
        let second = stamp.modified / 1_000_000_000
        response.set("ETag", tag)
        response.set("Last-Modified", HTTPDate.text(second))
        response.set("Accept-Ranges", "bytes")
        // The order of RFC 9110, section 13.2.2.
        if let wanted = request["if-match"], !Self.lists(wanted, tag, isWeak: false) {
            return HTTPResponse(.preconditionFailed, text: "The file has changed.")
        }
        let isKnown: Bool
        if let known = request["if-none-match"] {
            isKnown = Self.lists(known, tag, isWeak: true)
        } else {
            isKnown = request["if-modified-since"].flatMap(HTTPDate.second).map { second <= $0 } ?? false
        }
        if isKnown {
            response.status = .notModified
            return response
        }
        guard request.method == "GET", Self.allowsRange(request, tag, second) else { return response }
        switch ByteRange(request["range"], of: response.body.count) {
        case .whole: break
        case .part(let range):
            response.set(
                "Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(response.body.count)")
            response.status = .partialContent
            response.body = Array(response.body[range])
        case .outside:
            let count = response.body.count
            response = HTTPResponse(.rangeNotSatisfiable, text: "The file is shorter.")
            response.set("Content-Range", "bytes */\(count)")
        }
        return response
    }

    /// Whether `If-Range` still holds: only a strong tag or the very date does (RFC 9110, section 13.1.5).
    private static func allowsRange(_ request: HTTPRequest, _ tag: String, _ second: Int64) -> Bool {
        guard let condition = request["if-range"] else { return true }
        return condition == tag || HTTPDate.second(condition) == second
    }

    private static func lists(_ field: String, _ tag: String, isWeak: Bool) -> Bool {
        field.split(separator: ",").contains { entry in
            let entry = entry.drop { $0 == " " }.prefix { $0 != " " }
            return entry == "*" || entry == tag || (isWeak && entry == "W/" + tag)
        }
    }

    private static func moved(to path: String) -> HTTPResponse {
        var response = HTTPResponse(.movedPermanently, text: "The page is at \(path)")
        response.set("Location", path)
        return response
    }

    /// A file of the site without following a link anywhere on the way; nil where none stands.
    private func read(_ path: OutputPath) -> (bytes: [UInt8], stamp: FileStamp)? {
        let parts = path.text.split(separator: "/")
        guard let holder = try? Folder(folder).folder(at: parts.dropLast()) else { return nil }
        let name = String(parts[parts.count - 1])
        guard let stamp = (try? holder.stamp(of: name)) ?? nil, let bytes = try? holder.read(name) else {
            return nil
        }
        return (bytes, stamp)
    }

    /// The decoded path of a request's target; nil for one that is no text, or that climbs or hides anything.
    static func path(of target: String) -> String? {
        var bytes: [UInt8] = []
        var rest = target.utf8[...]
        rest = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(Hex.value), let low = rest.popFirst().flatMap(Hex.value)
            else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        guard let path = String(validating: bytes, as: UTF8.self), path.hasPrefix("/"), !bytes.contains(0),
            !path.contains("\\"), !path.contains("//"),
            !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
        else { return nil }
        return path
    }

    /// A path as a field writes it.
    private static func encoded(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}%?#".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + Hex.encode([byte]).uppercased()
            }
        }
        return text
    }
}

extension HTTPResponse {
    /// A file of the site; a page with the preview's additions.
    fileprivate mutating func setContent(_ bytes: [UInt8], named name: String) {
        set("Content-Type", MediaType.of(name))
        guard name.hasSuffix(".html") else {
            body = bytes
            return
        }
        let page = PreviewPage(bytes, root: PreviewFiles.ownRoot)
        body = page.bytes
        if let policy = page.policy { set("Content-Security-Policy", policy) }
    }
}
