import System
import TestKit
import Testing

@testable import Publishing

@Suite("the preview answers as a static host does")
struct PreviewFilesTests {
    private let scratch: ScratchFolder
    private let files: PreviewFiles

    init() throws {
        scratch = try ScratchFolder()
        for (path, text) in [
            ("site/index.html", "<head></head>home"), ("site/404.html", "<head></head>lost"),
            ("site/a/index.html", "<head></head>a"), ("site/style.css", "0123456789"),
            ("secret.txt", "secret"),
            ("site/.aboveboard-files", "list"), ("site/.well-known/security.txt", "Contact: a"),
        ] {
            let whole = scratch.path(of: path)
            try Disk.makeFolder(Disk.split(whole).folder)
            try Disk.write(Array(text.utf8), to: whole)
        }
        try Disk.symbolicLink(at: scratch.path(of: "site/link.txt"), to: scratch.path(of: "secret.txt"))
        try Disk.symbolicLink(at: scratch.path(of: "site/out"), to: scratch.path)
        files = PreviewFiles(folder: scratch.path(of: "site"), basePath: "/")
    }

    private func answer(_ target: String, method: String = "GET", _ fields: String...) throws -> HTTPResponse
    {
        let head = (["\(method) \(target) HTTP/1.1"] + fields).joined(separator: "\r\n")
        return files.answer(try #require(HTTPRequest(head: Array(head.utf8))))
    }

    @Test(
        "a folder is its index page, with the preview's script, and its address without a slash leads there")
    func folders() throws {
        let page = try answer("/a/?x=1")
        #expect(page.status == .ok)
        #expect(String(decoding: page.body, as: UTF8.self).contains("preview.js"))
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        let moved = try answer("/a")
        #expect(moved.status == .movedPermanently)
        #expect(moved["Location"] == "/a/")
    }

    @Test("what is not there is the site's own page for it, with its status")
    func missing() throws {
        let page = try answer("/nowhere")
        #expect(page.status == .notFound)
        #expect(String(decoding: page.body, as: UTF8.self).contains("lost"))
        #expect(page["ETag"] == nil)
    }

    @Test(
        "no address leads out of the site, to a hidden file or through a link",
        arguments: [
            "/../secret.txt", "/%2e%2e/secret.txt", "/..%2Fsecret.txt", "/a/../../secret.txt",
            "/a/./index.html",
            "//secret.txt", "/%00", "/a%5c..%5c", "/%zz", "/%e", "/%ff", "/link.txt", "/out/secret.txt",
            "/out/", "/.aboveboard-files", "/C:/x",
        ])
    func traversal(_ target: String) throws {
        let page = try answer(target)
        #expect(page.status == .badRequest || page.status == .notFound)
        #expect(!String(decoding: page.body, as: UTF8.self).contains("secret"))
    }

    @Test("what stands under .well-known is served")
    func wellKnown() throws {
        #expect(try answer("/.well-known/security.txt").status == .ok)
    }

    @Test("a file that the browser has is not sent again")
    func conditional() throws {
        let file = try answer("/style.css")
        let tag = try #require(file["ETag"])
        let date = try #require(file["Last-Modified"])
        #expect(try answer("/style.css", "If-None-Match: \"x\", W/\(tag)").status == .notModified)
        #expect(try answer("/style.css", "If-None-Match: *").status == .notModified)
        #expect(try answer("/style.css", "If-None-Match: \"x\"").status == .ok)
        #expect(try answer("/style.css", "If-Modified-Since: \(date)").status == .notModified)
        #expect(
            try answer("/style.css", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT").status == .ok)
        // The tag outweighs the date.
        #expect(
            try answer("/style.css", "If-None-Match: \"x\"", "If-Modified-Since: \(date)").status == .ok)
        #expect(try answer("/style.css", "If-Match: \"x\"").status == .preconditionFailed)
    }

    @Test("a range is sent alone, unless the file is another one by now")
    func ranges() throws {
        let part = try answer("/style.css", "Range: bytes=2-4")
        #expect(part.status == .partialContent)
        #expect(part.body == Array("234".utf8))
        #expect(part["Content-Range"] == "bytes 2-4/10")
        let outside = try answer("/style.css", "Range: bytes=10-")
        #expect(outside.status == .rangeNotSatisfiable)
        #expect(outside["Content-Range"] == "bytes */10")
        let tag = try #require(part["ETag"])
        #expect(try answer("/style.css", "Range: bytes=2-4", "If-Range: \(tag)").status == .partialContent)
        #expect(try answer("/style.css", "Range: bytes=2-4", "If-Range: \"x\"").status == .ok)
    }

    @Test("a site below a path is served there, and its root leads to it")
    func basePath() throws {
        let files = PreviewFiles(folder: scratch.path(of: "site"), basePath: "/in/cidents/")
        func answer(_ target: String) throws -> HTTPResponse {
            files.answer(try #require(HTTPRequest(head: Array("GET \(target) HTTP/1.1".utf8))))
        }
        #expect(try answer("/in/cidents/a/").status == .ok)
        #expect(try answer("/in/cidents")["Location"] == "/in/cidents/")
        #expect(try answer("/")["Location"] == "/in/cidents/")
        #expect(try answer("/a/").status == .notFound)
    }
}
