import Diagnostics
import Syntax
import System
import Testing

@testable import Site

@Suite("What pages let through")
struct PageSafetyTests {
    private static let pages: [(path: String, html: String)] = {
        guard let site = try? SampleSite.fixtureSite() else { return [] }
        return site.artifacts.filter { $0.path.text.hasSuffix(".html") }.map {
            ($0.path.text, String(decoding: $0.bytes, as: UTF8.self))
        }
    }()

    @Test("every page of the fixtures forbids what does not come from the site, before anything else is read")
    func policy() throws {
        #expect(Self.pages.count > 40)
        for page in Self.pages {
            let policy = try #require(
                page.html.range(of: "http-equiv=\"Content-Security-Policy\""), "\(page.path)")
            let script = page.html.range(of: "<script")
            #expect(script.map { policy.lowerBound < $0.lowerBound } ?? true, "\(page.path)")
            #expect(page.html.contains("default-src &#39;none&#39;"), "\(page.path)")
            #expect(!page.html.contains("unsafe-inline"), "\(page.path)")
        }
    }

    @Test("nothing hostile becomes an element, a handler, a style or a script's address")
    func hostile() {
        for page in Self.pages {
            let tags = Self.tags(of: page.html)
            for tag in tags {
                let name = tag.dropFirst().prefix { $0.isLetter || $0 == "/" }
                #expect(
                    !["iframe", "object", "embed", "base", "style"].contains(String(name)),
                    "\(page.path): \(tag)")
                for (attribute, value) in Self.attributes(of: tag) {
                    #expect(attribute != "style" && !attribute.hasPrefix("on"), "\(page.path): \(tag)")
                    let isAddress = ["href", "src", "action"].contains(attribute)
                    let scheme = value.lowercased().prefix { $0 != ":" && $0 != "/" }
                    #expect(
                        !isAddress || !["javascript", "data", "vbscript"].contains(scheme),
                        "\(page.path): \(tag)")
                }
                if tag.hasPrefix("<script") {
                    let isOurs =
                        tag.contains("src=\"") && tag.contains(".js\"") || tag.contains("application/ld+json")
                    #expect(isOurs, "\(page.path): \(tag)")
                }
            }
        }
    }

    @Test("what leaves the site tells nothing of the reader and cannot reach back")
    func external() {
        for page in Self.pages {
            for tag in Self.tags(of: page.html) where tag.hasPrefix("<a ") && tag.contains("href=\"http") {
                #expect(tag.contains("rel=\"noopener noreferrer"), "\(page.path): \(tag)")
            }
            #expect(page.html.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "\(page.path)")
        }
    }

    @Test("an attacker's account is text and no link")
    func attacker() throws {
        let site = try SampleSite.fixtureSite()
        for entry in site.catalogue.entries {
            for account in entry.record.incident?.accounts ?? [] where account.role == .attacker {
                let address = account.account.split(separator: ":").last.map(String.init) ?? ""
                let page = try site.page(entry.record.slug)
                #expect(page.contains("<code>\(address)</code>"))
                #expect(!page.contains("\"><code>\(address)</code></a>"))
            }
        }
    }

    /// The attributes of a start tag, whose values all stand in double quotes.
    private static func attributes(of tag: Substring) -> [(name: String, value: String)] {
        let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
        return stride(from: 0, to: parts.count - 1, by: 2).map { index in
            let name = parts[index].split(separator: " ").last ?? ""
            return (name.filter { $0 != "=" }, String(parts[index + 1]))
        }
    }

    /// Every start tag as written, read without a parser: attribute values hold no `>` that is not a reference.
    private static func tags(of html: String) -> [Substring] {
        var tags: [Substring] = []
        var rest = Substring(html)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            guard let close = rest.firstIndex(of: ">") else { break }
            tags.append(rest[...close])
            rest = rest[rest.index(after: close)...]
        }
        return tags
    }
}

extension String {
    fileprivate func range(of other: String) -> Range<Index>? {
        var index = startIndex
        let first = other.first
        while let start = self[index...].firstIndex(where: { $0 == first }) {
            if self[start...].hasPrefix(other) { return start..<self.index(start, offsetBy: other.count) }
            index = self.index(after: start)
        }
        return nil
    }
}

@Suite("The theme's papers")
struct ThemePaperTests {
    @Test("Documentation/Themes.md names each template and just the names that it reads")
    func paper() throws {
        var report = Report()
        let theme = try #require(Theme(.builtIn, into: &report))
        let bytes = try Disk.read(Disk.join(SampleSite.repository, "Documentation/Themes.md"))
        var told: [String: [String]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("| `")
        {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 5 else { continue }
            told[cells[1].filter { $0 != "`" && $0 != " " }] =
                cells[3].split(separator: " ").map { $0.filter { $0 != "`" } }
        }
        #expect(told.keys.sorted() == theme.templates.names)
        for name in theme.templates.names {
            let read = theme.templates.keys(of: name).filter { $0 != "." && !$0.hasPrefix("t.") }
            #expect(told[name] == read, "\(name)")
        }
    }

    @Test("Documentation/Themes.md names each value that pages hand to templates")
    func values() throws {
        func text(_ path: String) throws -> String {
            String(decoding: try Disk.read(Disk.join(SampleSite.repository, path)), as: UTF8.self)
        }
        let keys = try text("Sources/Site/Pages/PageKeys.swift").pieces(from: "TemplateKey(\"", to: "\")")
        let named = Set(try text("Documentation/Themes.md").split { $0 == "`" || $0 == " " }.map(String.init))
        #expect(keys.count > 200)
        #expect(keys.filter { !named.contains($0) } == [])
    }

    @Test("no template writes a value without escaping it")
    func escaping() {
        for file in ThemeFiles.builtIn.files where file.name.hasSuffix(".mustache") {
            let text = String(decoding: file.source.bytes, as: UTF8.self)
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(file.name)")
        }
    }

    @Test("a text that the theme does not know, or with a place that it lacks, is found with its place")
    func texts() {
        var report = Report()
        let own = SourceFile(
            path: "templates/strings/en.yml", text: "advice:\n  titel: Now\n  channels: \"Only {here}\"\n")
        _ = Theme(ThemeFiles.builtIn.overridden(by: [own]), into: &report)
        #expect(report.sorted.map(\.code) == ["theme-text-unknown", "theme-text-place"])
        #expect(report.sorted.map(\.primary.span.text) == ["titel", "channels"])
    }

    @Test("English and German have the same texts, each with the same places to fill in")
    func languages() throws {
        func texts(_ language: String) throws -> Phrases {
            let name = "strings/\(language).yml"
            let file = try #require(ThemeFiles.builtIn.files.first { $0.name == name })
            // Read as the program's first language, so that nothing of another lies under it.
            let alone = ThemeFiles.File(name: "strings/en.yml", source: file.source)
            var report = Report()
            let phrases = try #require(PhraseReader().read([alone], into: &report)["en"])
            #expect(report.diagnostics.isEmpty)
            return phrases
        }
        let (english, german) = (try texts("en"), try texts("de"))
        #expect(english.names.filter { !german.has($0) } == [])
        #expect(german.names.filter { !english.has($0) } == [])
        for name in english.names {
            #expect(english.slots(of: name) == german.slots(of: name), "\(name)")
            #expect(!german.text(name).isEmpty, "\(name)")
        }
    }

    @Test("a broken template is found with its place")
    func broken() {
        var report = Report()
        let own = SourceFile(path: "templates/tags.mustache", text: "{{#rows}}{{name}}")
        _ = Theme(ThemeFiles.builtIn.overridden(by: [own]), into: &report)
        #expect(report.diagnostics.map(\.primary.span.file.path) == ["templates/tags.mustache"])
    }
}

@Suite("Pages are the same wherever they are made")
struct PageDeterminismTests {
    @Test("two makings, and one on many threads, have the same bytes")
    func bytes() async throws {
        let site = try SampleSite.fixtureSite()
        let first = site.artifacts.map(\.bytes)
        #expect(try SampleSite.fixtureSite().artifacts.map(\.bytes) == first)
        let plan = site.plan
        let entries = site.catalogue.entries
        let alone = entries.map { plan.recordArtifacts($0).map(\.bytes) }
        let together = await withTaskGroup(of: (Int, [[UInt8]]).self) { group in
            for index in entries.indices {
                group.addTask { (index, plan.recordArtifacts(entries[index]).map(\.bytes)) }
            }
            var made: [Int: [[UInt8]]] = [:]
            for await (index, bytes) in group { made[index] = bytes }
            return entries.indices.map { made[$0] ?? [] }
        }
        #expect(together == alone)
    }

    @Test("a record in Arabic is written from the right, and the theme's words in it are marked as English")
    func rightToLeft() throws {
        let page = try SampleSite.fixtureSite().page("right-to-left")
        #expect(page.contains("<html lang=\"en\" dir=\"rtl\">"))
        #expect(page.contains("<h1 lang=\"ar\">"))
    }

    @Test("a record in German speaks German throughout")
    func german() throws {
        let site = try SampleSite(records: [
            """
            id: EXA-2026-0001
            kind: incident
            title: Auszahlungen angehalten
            summary: Auszahlungen stehen still.
            status: investigating
            severity: high
            disclosed: 2026-03-01
            lang: de-AT
            """
        ])
        let page = try site.page("sample-1")
        #expect(page.contains("<html lang=\"de-AT\" dir=\"ltr\">"))
        #expect(page.contains("Was jetzt zu tun ist"))
        #expect(page.contains("1. März 2026"))
    }
}
