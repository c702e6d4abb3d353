import Diagnostics

/// Every rule and every page of the manual, in the order in which the reference tells them.
package enum RuleBook {
    /// One page of the manual, as `explain` prints it.
    package struct Page: Sendable {
        package let code: String
        package let title: String
        package let severity: Severity
        /// Markdown: what is checked, why readers need it, an example, what to write instead.
        package let text: String
        /// The chapter of the reference that the page stands in.
        package let chapter: String
    }

    /// A chapter of the reference: rules and pages that belong together.
    struct Chapter {
        let title: String
        let pages: [any DiagnosticPage.Type]
    }

    /// The page of a code; nil where no finding has it.
    package static func page(_ code: String) -> Page? {
        for chapter in chapters {
            if let page = chapter.pages.first(where: { $0.code == code }) { return make(page, in: chapter) }
        }
        return nil
    }

    /// All pages, chapter by chapter.
    package static var pages: [Page] {
        chapters.flatMap { chapter in chapter.pages.map { make($0, in: chapter) } }
    }

    /// Every code, in the order of the pages.
    package static let codes: [String] = chapters.flatMap { $0.pages.map { $0.code } }

    /// Codes that `allow` cannot silence: what could not be read cannot be published, and what was published cannot be
    /// changed in silence.
    package static let formCodes: Set<String> = Set(
        chapters.filter { [formTitle, historyTitle, themeTitle].contains($0.title) }
            .flatMap { $0.pages.map { $0.code } })

    static let formTitle = "Form"
    static let historyTitle = "History"
    static let themeTitle = "The theme"

    private static func make(_ page: any DiagnosticPage.Type, in chapter: Chapter) -> Page {
        Page(
            code: page.code, title: page.title, severity: page.severity, text: ruleManual[page.code] ?? "",
            chapter: chapter.title)
    }
}
