/// `Documentation/Diagnostics.md`: every page of the manual on one, made from the rules themselves.
package enum DiagnosticsReference {
    package static var markdown: String {
        var text = """
            # Diagnostics

            What `aboveboard check` finds, code by code: the pages that `aboveboard explain CODE` prints. They are the
            comments on the rules in `Sources/Records/Rules`; a test holds this page against them, and `BLESS=1 swift test
            --filter DiagnosticsReferenceTests` writes it anew.

            An **error** stops the build. A **warning** does not, except with `--strict`. A **note** says what will be asked
            next. `--deny CODE` makes an error of a finding and `--allow CODE` leaves it out, and so do `check.deny` and
            `check.allow` in `aboveboard.yml`; a flag outweighs the file. What stands under Form, History and The theme cannot
            be allowed.


            """
        let chapters = RuleBook.chapters.map(\.title)
        for chapter in chapters {
            text += "- **\(chapter)**: "
            text += RuleBook.pages.filter { $0.chapter == chapter }.map { "[`\($0.code)`](#\($0.code))" }
                .joined(separator: ", ")
            text += "\n"
        }
        for chapter in chapters {
            text += "\n## \(chapter)\n"
            for page in RuleBook.pages where page.chapter == chapter {
                text += "\n### \(page.code)\n\n*\(page.severity.rawValue)*\n\n\(page.text)\n"
            }
        }
        return text
    }
}
