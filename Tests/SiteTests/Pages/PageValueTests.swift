import Incidents
import Syntax
import TestKit
import Testing

@testable import Site

@Suite("What pages make once is what they would make each time")
struct PageValueTests {
    @Test("the number of assets that a record says nothing of is the length of their list")
    func unstated() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<200 {
            var site = SiteConfiguration()
            site.assets = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                var asset = SiteConfiguration.Asset(id: "asset-\(Int.random(in: 0..<9, using: &random))")
                asset.issuer = [nil, "other"].randomElement(using: &random) ?? nil
                return asset
            }
            let named = Set((0..<9).map { "asset-\($0)" }.filter { _ in Bool.random(using: &random) })
            let register = AssetRegister(site)
            for issuer in [nil, "other", "nobody"] {
                let unstated = site.assets.filter { $0.issuer == issuer && !named.contains($0.id) }
                #expect((register.parts[issuer]?.count(without: named) ?? 0) == unstated.count)
                #expect(
                    (register.parts[issuer]?.ids ?? []).filter { !named.contains($0) } == unstated.map(\.id))
            }
        }
    }

    @Test("a line of plain words is the same at once and put together word by word")
    func lines() {
        let texts = [
            "a", "a b c ", "Pause the bridge: within 24/7 (on 2 chains)", "(so) é ü - c; d, e = f + g? \"h\"",
        ]
        for text in texts {
            for limit in 1...text.utf8.count + 2 {
                // A line end leaves the words what they are.
                #expect(Prose.line(text, limit: limit) == Prose.line(text + "\n", limit: limit))
            }
        }
    }

    @Test("prose of plain words is told as cmark tells it, wherever its marks stand")
    func proseOfWords() {
        var random = SeededRandom(seed: 13)
        let pieces = [
            "a", "Word", "word", " ", " ", " ", "  ", "\n", "\n\n", ".", ",", ":", " (x) ", "7", "é", "*",
            "_", "#",
            "- ", "1. ", "https://x.org", "www.", "&", "<b>", "`", "\\", "[", "long words without any mark ",
        ]
        for _ in 0..<3000 {
            // Mostly words, so that many texts are plain throughout.
            let inside = (0..<Int.random(in: 1..<14, using: &random)).map { _ in
                let count = Bool.random(using: &random) ? 15 : pieces.count
                return pieces[Int.random(in: 0..<count, using: &random)]
            }.joined()
            let text = "so\(inside)end"
            #expect(Prose.html(text) == MarkdownRenderer().html(text, .init(headingOffset: 2)), "\(text)")
        }
    }

    @Test("a mark is seen wherever among plain words it stands", arguments: 0..<40)
    func marks(at place: Int) {
        let words = "some words, with (brackets) and 24 marks: a; it's so. And on they go"
        for mark in ["www.a.org", "a://b", "  ", " \n", "*b*", "&", "<", "w.", "!", "\n- ", "_a_"] {
            var text = words
            text.insert(contentsOf: mark, at: text.index(text.startIndex, offsetBy: place))
            #expect(Prose.html(text) == MarkdownRenderer().html(text, .init(headingOffset: 2)), "\(text)")
        }
    }

    @Test(
        "a line has the whole words of all its text up to the limit, whatever marks them up", arguments: 0..<4
    )
    func cutLines(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "word", "a", "é漢", "**bold**", "*b*c", "`code  x`", "[link](https://example.org/a)", " ", "  ",
            "\n",
            "\n\n", "- item\n", "1. one\n", "> quote\n", "~~gone~~", "\n```\n  a b\n```\n",
            "| a | b |\n|---|---|\n| c | d |\n",
            "👩🏽‍🚒", "&amp;", "averyverylongwordindeed", "[^1]", "<b>", "\\*",
        ]
        for size in 0..<60 {
            let text = (0..<size).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined(
                separator: Bool.random(using: &random) ? " " : "")
            let words = MarkdownRenderer().plainText(text).split { $0 == " " || $0 == "\n" }
            let texts = MarkdownTexts()
            for limit in [20, 5, 280, 80, 1, 0] {
                var line = ""
                for word in words {
                    let longer = line.isEmpty ? String(word) : line + " " + word
                    if longer.unicodeScalars.count > limit {
                        if line.isEmpty { line.unicodeScalars += word.unicodeScalars.prefix(limit) }
                        line += "…"
                        break
                    }
                    line = longer
                }
                #expect(Prose.line(text, limit: limit) == line, "\(text)")
                #expect(Prose.line(text, limit: limit, sharing: texts) == line, "\(text)")
            }
        }
    }

    @Test("entries of a timeline stand by their moments, one without a moment behind the one before it")
    func timeline() throws {
        let moments = ["2026-02-03", nil, "2026-02-01T10:00:00Z", "2026-02", nil, "2026-02-01", "2026-02-03"]
        let events = try moments.map { text in
            TimelineEvent(at: try text.map { try Moment(parsing: $0) }, text: "")
        }
        #expect(events.order == [3, 4, 5, 2, 0, 1, 6])
        let silent = TimelineEvent(at: nil, text: "")
        #expect(([silent] + events).order.first == 0)
    }

    @Test("a figure is written with all digits that its writer gave, however many stand behind the point")
    func figures() throws {
        var random = SeededRandom(seed: 12)
        let style = NumberStyle(group: ",", point: ".")
        for digits in 0...30 {
            for whole in 0...30 where whole > 0 {
                let before = (0..<whole).map { "\(Int.random(in: ($0 == 0 ? 1 : 0)...9, using: &random))" }
                    .joined()
                let behind = (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
                let text = digits == 0 ? before : before + "." + behind
                let amount = try #require(Amount(text))
                #expect(style.text(amount) == amount.formatted(grouping: ","))
            }
        }
        #expect(
            style.text(try #require(Amount("0.000000000000000000000000000001"))) == "0."
                + String(repeating: "0", count: 29) + "1")
        #expect(style.text(try #require(Amount("0.00"))) == "0")
    }

    @Test("special characters of a language's dates are escaped in HTML alone")
    func dates() throws {
        let dates = dateStyle(["date.day": "{day} <of> {month} {year}", "months.1": "F&b"])
        let moment = try Moment(parsing: "2026-02-21")
        #expect(dates.text(moment) == "21 <of> F&b 2026")
        let html = [UInt8](capacity: dates.longest) { dates.append(moment, as: .html, to: &$0) }
        #expect(String(decoding: html, as: UTF8.self) == "21 &lt;of&gt; F&amp;b 2026")
    }

    @Test("there is room for a date however often a language names its parts", arguments: 1...12)
    func room(month: Int) throws {
        let dates = dateStyle([
            "date.time": "{time}{time}{day}{day}{year}{year}<{month}{month}>", "short_months.2": "<<<<<<<<",
        ])
        let moment = try Moment(
            parsing: "2987-\(Moment.padded(month, 2))-30T23:59:58Z".replacing("-02-30", with: "-02-28"))
        let (day, name) = (month == 2 ? "28" : "30", month == 3 ? "<<<<<<<<" : Moment.padded(month, 2))
        #expect(
            dates.text(moment) == "23:59:5823:59:58" + day + day + "29872987<" + name + name + ">")
        let html = [UInt8](capacity: dates.longest) { dates.append(moment, as: .html, to: &$0) }
        #expect(
            String(decoding: html, as: UTF8.self)
                == dates.text(moment).replacing("<", with: "&lt;").replacing(">", with: "&gt;"))
    }

    private func dateStyle(_ texts: [String: String]) -> DateStyle {
        DateStyle { texts[$0].map(Phrase.init) }
    }
}
