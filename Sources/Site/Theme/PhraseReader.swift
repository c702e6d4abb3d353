import Diagnostics
import Syntax

/// Reads a theme's files of texts: groups of texts, one level deep, and lists such as the months' names.
///
/// The program's own texts in a language lie under a user's, and the English ones under any other language's, so that
/// a file of texts need not be whole.
struct PhraseReader {
    private let yaml = YAMLReader()

    /// The texts of every language, by the language's name.
    func read(_ files: [ThemeFiles.File], into report: inout Report) -> [String: Phrases] {
        let textFiles = files.filter { ThemeFiles.isText($0.name) }
        let english = texts(of: "en", in: textFiles, known: nil, into: &report)
        var languages = ["en": Phrases(language: "en", english)]
        let names = Set(textFiles.map { language(of: $0.name) })
        for name in names.sorted() where name != "en" {
            let own = texts(of: name, in: textFiles, known: english, into: &report)
            languages[name] = Phrases(language: name, english.merging(own) { _, own in own })
        }
        return languages
    }

    private func language(of name: String) -> String {
        String(name.dropFirst("strings/".count).dropLast(".yml".count))
    }

    private func texts(
        of language: String, in files: [ThemeFiles.File], known: [String: Phrase]?, into report: inout Report
    ) -> [String: Phrase] {
        var texts: [String: Phrase] = [:]
        var isFirst = true
        for file in files where self.language(of: file.name) == language {
            // Of English, the first file is the program's own and says which texts there are.
            let known = known ?? (isFirst ? nil : texts)
            isFirst = false
            read(file.source, known: known, into: &texts, &report)
        }
        return texts
    }

    private func read(
        _ file: SourceFile, known: [String: Phrase]?, into texts: inout [String: Phrase],
        _ report: inout Report
    ) {
        guard let document = yaml.read(file, into: &report), let root = document.root else { return }
        for (groupKey, group) in document.pairs(root) {
            let groupName = document.text(groupKey)
            var members: [(name: String, key: YAMLDocument.NodeID, value: YAMLDocument.NodeID)] = []
            for (key, value) in document.pairs(group) {
                members.append((groupName + "." + document.text(key), key, value))
            }
            for (index, value) in document.items(group).enumerated() {
                members.append(("\(groupName).\(index)", value, value))
            }
            if members.isEmpty {
                report.add(
                    Diagnostic(
                        "theme-text", "`\(groupName)` is a group of texts", at: document.span(groupKey),
                        help: "write the texts under it, each as name: text"))
            }
            for member in members {
                guard document[member.value].kind == .scalar else {
                    report.add(
                        Diagnostic(
                            "theme-text", "`\(member.name)` is one text", at: document.span(member.value),
                            help: "groups of texts are one level deep"))
                    continue
                }
                let text = Phrase(document.text(member.value))
                if let known, !check(member.name, text, known, at: document.span(member.key), &report) {
                    continue
                }
                texts[member.name] = text
            }
        }
    }

    /// Whether a text is one that the theme knows; its places to fill in must be among those of the program's text.
    private func check(
        _ name: String, _ text: Phrase, _ known: [String: Phrase], at span: SourceSpan, _ report: inout Report
    ) -> Bool {
        guard let original = known[name] else {
            let near = NearMiss.nearest(to: name, among: known.keys.sorted())
            report.add(
                Diagnostic(
                    "theme-text-unknown", .warning, "`\(name)` is not a text of the theme", at: span,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "the texts stand in strings/en.yml of the theme"))
            return false
        }
        let allowed = original.slots
        let foreign = text.slots.filter { !allowed.contains($0) }
        for slot in foreign {
            report.add(
                Diagnostic(
                    "theme-text-place", "`{\(slot)}` is not a place of `\(name)`", at: span,
                    help: allowed.isEmpty
                        ? "this text has no places to fill in"
                        : "its places are " + allowed.map { "{\($0)}" }.joined(separator: ", ")))
        }
        return foreign.isEmpty
    }
}
