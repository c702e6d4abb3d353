import Diagnostics
import Syntax

/// How the site looks and speaks: compiled templates, the texts of every language, and files copied as they are.
package struct Theme: Sendable {
    let templates: TemplateSet
    /// Files that are copied: their names are their paths in the site.
    let files: [(path: OutputPath, bytes: [UInt8])]
    let logo: SourceFile?
    private let languages: [String: Phrases]

    /// Compiles a theme; what is wrong with its templates and texts goes into the report, each with its place.
    ///
    /// Nil only where a template that pages are made of is missing, which the report then says.
    package init?(_ files: ThemeFiles, into report: inout Report) {
        var sources: [String: SourceFile] = [:]
        var copied: [(path: OutputPath, bytes: [UInt8])] = []
        for file in files.files {
            if file.name.hasSuffix(".mustache") {
                sources[String(file.name.dropLast(".mustache".count))] = file.source
            } else if ThemeFiles.isText(file.name) {
                continue
            } else if let path = OutputPath(file.name) {
                copied.append((path, file.source.bytes))
            } else {
                report.add(
                    Diagnostic(
                        "theme-file", "`\(file.name)` cannot be a path of the site",
                        at: SourceSpan(file: file.source, start: 0, end: 0),
                        help: "name it with letters, digits, points and hyphens"))
            }
        }
        var templates = TemplateSet(sources: sources, into: &report)
        languages = PhraseReader().read(files.files, into: &report)
        for (_, phrases) in languages.sorted(by: { $0.key < $1.key }) {
            if case .table(let texts) = phrases.object { templates.fill(.t, with: texts) }
        }
        self.templates = templates
        self.files = copied.sorted { $0.path < $1.path }
        logo = files.logo
        guard PageKind.allCases.allSatisfy({ sources[$0.template] != nil }), languages["en"] != nil else {
            return nil
        }
    }

    /// The texts for a language: its own, else those of the language without region or script, else English.
    func phrases(_ language: String) -> Phrases {
        if let own = languages[language] { return own }
        var tag = Substring(language)
        while true {
            if let phrases = languages.first(where: { $0.key.lowercased() == tag.lowercased() })?.value {
                return phrases
            }
            guard let hyphen = tag.lastIndex(of: "-") else {
                return languages["en"] ?? Phrases(language: "en", [:])
            }
            tag = tag[..<hyphen]
        }
    }

    /// The languages that the theme has texts in, sorted.
    package var languageNames: [String] { languages.keys.sorted() }

    /// Renders one page; `memory` is the one that its values stand in.
    func page(_ kind: PageKind, _ value: TemplateValue, _ memory: TemplateMemory) -> [UInt8] {
        var bytes: [UInt8] = []
        // Most pages fit.
        bytes.reserveCapacity(49_152)
        _ = templates.render(kind.template, value, memory, into: &bytes)
        return bytes
    }
}

/// The pages that a theme has a template for.
package enum PageKind: String, CaseIterable, Sendable {
    case incident, statement, advisory
    case home, archive, year, asset, assets, tag, tags
    case commitments, figures, corrections, about, search, feeds
    case notFound = "not_found"
    case log, moved
    case entry

    package var template: String { rawValue }
}
