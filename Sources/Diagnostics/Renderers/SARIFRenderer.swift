/// SARIF 2.1.0 (OASIS) with columns in Unicode code points: one run, a rule for each code that was found.
struct SARIFRenderer {
    let toolVersion: String

    func rendered(_ diagnostics: [Diagnostic]) -> String {
        var indexes = LineIndexes()
        let codes = Array(Set(diagnostics.map(\.code))).sorted()
        var driver: [(key: String, value: JSONNode)] = [("name", .text("aboveboard"))]
        if !toolVersion.isEmpty { driver.append(("version", .text(toolVersion))) }
        driver.append(("rules", .list(codes.map { .object([("id", .text($0))]) })))
        let run = JSONNode.object([
            ("tool", .object([("driver", .object(driver))])),
            ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(diagnostics.map { Self.result($0, codes: codes, &indexes) })),
        ])
        return JSONNode.object([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .text("2.1.0")),
            ("runs", .list([run])),
        ]).rendered
    }

    private static func result(
        _ diagnostic: Diagnostic, codes: [String], _ indexes: inout LineIndexes
    ) -> JSONNode {
        let words = [diagnostic.message] + diagnostic.notes + (diagnostic.help.map { ["help: " + $0] } ?? [])
        var members: [(key: String, value: JSONNode)] = [
            ("ruleId", .text(diagnostic.code)),
            ("ruleIndex", .number(codes.firstIndex(of: diagnostic.code) ?? 0)),
            ("level", .text(diagnostic.severity.rawValue)),
            ("message", .object([("text", .text(words.joined(separator: "\n")))])),
            ("locations", .list([.object([physicalLocation(diagnostic.primary.span, &indexes)])])),
        ]
        var related: [JSONNode] = []
        for (index, label) in diagnostic.secondary.enumerated() {
            var location: [(key: String, value: JSONNode)] = [("id", .number(index))]
            location.append(physicalLocation(label.span, &indexes))
            if !label.text.isEmpty {
                location.append(("message", .object([("text", .text(label.text))])))
            }
            related.append(.object(location))
        }
        if !related.isEmpty { members.append(("relatedLocations", .list(related))) }
        let fixes = diagnostic.fixes.map { fix($0, &indexes) }
        if !fixes.isEmpty { members.append(("fixes", .list(fixes))) }
        return .object(members)
    }

    private static func fix(_ fix: Fix, _ indexes: inout LineIndexes) -> JSONNode {
        var paths: [String] = []
        for edit in fix.edits where !paths.contains(edit.span.file.path) { paths.append(edit.span.file.path) }
        var changes: [JSONNode] = []
        for path in paths {
            var replacements: [JSONNode] = []
            for edit in fix.edits where edit.span.file.path == path {
                replacements.append(
                    .object([
                        ("deletedRegion", region(edit.span, &indexes)),
                        ("insertedContent", .object([("text", .text(edit.replacement))])),
                    ]))
            }
            changes.append(
                .object([("artifactLocation", artifact(path)), ("replacements", .list(replacements))]))
        }
        return .object([
            ("description", .object([("text", .text(fix.title))])), ("artifactChanges", .list(changes)),
        ])
    }

    private static func physicalLocation(
        _ span: SourceSpan, _ indexes: inout LineIndexes
    ) -> (key: String, value: JSONNode) {
        (
            "physicalLocation",
            .object([("artifactLocation", artifact(span.file.path)), ("region", region(span, &indexes))])
        )
    }

    private static func region(_ span: SourceSpan, _ indexes: inout LineIndexes) -> JSONNode {
        let (start, end) = (indexes.start(of: span), indexes.end(of: span))
        return .object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ])
    }

    /// A relative URI reference (RFC 3986): every byte that is not plainly part of a path is percent-encoded.
    private static func artifact(_ path: String) -> JSONNode {
        var uri = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += byte < 16 ? "%0" : "%"
                uri += String(byte, radix: 16, uppercase: true)
            }
        }
        return .object([("uri", .text(uri))])
    }
}
