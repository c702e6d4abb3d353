import Syntax
import Testing
import XMLReading

@testable import Site

@Suite("Pictures tell what the tables beside them tell")
struct PictureTests {
    private static let site = try? SampleSite.fixtureSite()

    private func page(_ path: String) throws -> String {
        try #require(Self.site).text(path)
    }

    @Test("each bar of a loss has the table's parts, in its order, as wide as their shares")
    func dispositions() throws {
        var seen = 0
        for slug in ["relayer-key", "incident-resolved", "incident-identified"] {
            let html = try page("incidents/\(slug)/index.html")
            for loss in html.pieces(from: "<div class=\"loss\"", to: "<div class=\"row\">") {
                guard let picture = try Picture.all(in: loss).first else { continue }
                seen += 1
                let rows = loss.pieces(from: "<tr><th scope=\"row\">", to: "</tr>").map { row in
                    (
                        kind: row.piece(from: "class=\"key ", to: "\"") ?? "",
                        number: row.piece(from: "\">", to: "</span>", after: "class=\"key ") ?? "",
                        label: row.piece(from: "</span> ", to: "</th>") ?? "",
                        value: row.piece(from: "<td>", to: "</td>") ?? "",
                        share: row.piece(from: "<td>", to: " %</td>", after: "</td>")
                    )
                }
                #expect(rows.count == 5)
                let told = rows.map { $0.label + ": " + $0.value }.joined(separator: "; ")
                #expect(picture.description == told)
                for mark in picture.texts(of: "number") {
                    let row = try #require(rows.first { $0.number == mark.text })
                    #expect(mark.style == "number " + row.kind)
                }
                for part in picture.rectangles {
                    let kind = part.style.split(separator: " ").last.map(String.init) ?? ""
                    guard let row = rows.first(where: { $0.kind == kind }),
                        let share = row.share.flatMap(Double.init)
                    else { continue }
                    #expect(abs((part.width + 2) / 360 * 100 - share) < 1.2, "\(slug) \(kind)")
                }
            }
        }
        #expect(seen > 3)
    }

    @Test("the picture of a timeline names each duration that its table knows, in the same words")
    func timelines() throws {
        var seen = 0
        for slug in ["relayer-key", "incident-resolved", "right-to-left"] {
            let html = try page("incidents/\(slug)/index.html")
            let section = try #require(
                html.piece(from: "<section id=\"timeline\">", to: "<ol class=\"timeline\">"))
            let picture = try #require(try Picture.all(in: section).first)
            let rows = section.pieces(from: "<tr><th scope=\"row\">", to: "</tr>").compactMap { row in
                row.contains("<td class=\"open\">")
                    ? nil
                    : [row.piece(to: "<small>"), row.piece(from: "<td>", to: "</td>")].compactMap(\.self)
            }
            seen += rows.count
            #expect(picture.description == rows.map { $0.joined(separator: ": ") }.joined(separator: "; "))
            let labels = picture.texts(of: "label").map(\.text)
            // The first two are the ends of the axis.
            #expect(Array(labels.dropFirst(2)) == rows.flatMap(\.self))
            #expect(picture.rectangles.count { $0.style == "open" } == rows.count)
        }
        #expect(seen > 6)
    }

    @Test("the bars of the figures have the names and the gross figures of the tables below them")
    func figures() throws {
        let html = try page("figures/index.html")
        var seen = 0
        for table in html.pieces(from: "<figure><svg", to: "</table>")
        where table.contains("class=\"key returned\"") {
            let picture = try #require(try Picture.all(in: "<svg" + table).first)
            let rows = table.pieces(from: "<tr><th scope=\"row\">", to: "</tr>").map { row in
                let cells = row.pieces(from: "<td>", to: "</td>")
                let name = row.piece(to: "</th>") ?? ""
                return [name.piece(to: "<small>") ?? name, cells[1]]
            }
            #expect(picture.texts(of: "label").map(\.text) == rows.flatMap(\.self))
            #expect(picture.description == rows.map { $0.joined(separator: ": ") }.joined(separator: "; "))
            seen += rows.count
        }
        #expect(seen > 5)
    }

    @Test("the plots of durations count what their table counts")
    func plots() throws {
        let html = try page("figures/index.html")
        let section = try #require(html.piece(from: "<section id=\"times\">", to: "</section>"))
        let plots = try Picture.all(in: section)
        let rows = section.pieces(from: "<tr><th scope=\"row\">", to: "</tr>")
        #expect(plots.count == 4 && rows.count == 6)
        for (column, plot) in plots.enumerated() {
            let wanted = rows.flatMap { row in
                [row.piece(to: "</th>") ?? "", row.pieces(from: "<td>", to: "</td>")[column]]
            }
            #expect(plot.texts(of: "label").map(\.text) == wanted)
        }
    }

    @Test("every picture has a title and a description, and no style of its own")
    func alternatives() throws {
        let site = try #require(Self.site)
        var seen = 0
        for artifact in site.artifacts where artifact.path.text.hasSuffix(".html") {
            let html = String(decoding: artifact.bytes, as: UTF8.self)
            for picture in try Picture.all(in: html) {
                seen += 1
                #expect(!picture.title.isEmpty && !picture.description.isEmpty, "\(artifact.path.text)")
            }
        }
        #expect(seen > 20)
    }
}

/// An inline picture of a page, read by a parser that did not draw it.
struct Picture {
    struct Shape {
        let style: String
        let text: String
        let width: Double
    }

    let title: String
    let description: String
    private let shapes: [(name: String, shape: Shape)]

    static func all(in html: String) throws -> [Picture] {
        try html.pieces(from: "<svg class=\"pic ", to: "</svg>").map { inside in
            try Picture(try XMLDocument.parse(Array(("<svg class=\"pic " + inside + "</svg>").utf8)))
        }
    }

    private init(_ element: XMLElement) throws {
        title = element.child("title")?.text ?? ""
        description = element.child("desc")?.text ?? ""
        shapes = element.children.map { child in
            (
                child.name,
                Shape(
                    style: child.attribute("class") ?? "", text: child.text,
                    width: child.attribute("width").flatMap(Double.init) ?? 0)
            )
        }
    }

    var rectangles: [Shape] { shapes.filter { $0.name == "rect" }.map(\.shape) }

    /// The texts whose style begins with a word.
    func texts(of style: String) -> [Shape] {
        shapes.filter { $0.name == "text" && $0.shape.style.hasPrefix(style) }.map(\.shape)
    }
}

extension String {
    /// What stands between two marks, each time.
    func pieces(from start: String, to end: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let open = rest.place(of: start) {
            rest = rest[open.upperBound...]
            guard let close = rest.place(of: end) else { break }
            pieces.append(String(rest[..<close.lowerBound]))
            rest = rest[close.lowerBound...]
        }
        return pieces
    }

    /// What stands between the first two marks; from the beginning without `start`, and behind `mark` where one is
    /// given.
    func piece(from start: String = "", to end: String, after mark: String = "") -> String? {
        var rest = self[...]
        for text in [mark, start] where !text.isEmpty {
            guard let place = rest.place(of: text) else { return nil }
            rest = rest[place.upperBound...]
        }
        return rest.place(of: end).map { String(rest[..<$0.lowerBound]) }
    }
}

extension Substring {
    fileprivate func place(of text: String) -> Range<Index>? {
        let bytes = Array(text.utf8)
        var start = utf8.startIndex
        while let next = utf8[start...].firstIndex(of: bytes[0]) {
            if utf8[next...].starts(with: bytes) {
                return next..<utf8.index(next, offsetBy: bytes.count)
            }
            start = utf8.index(after: next)
        }
        return nil
    }
}
