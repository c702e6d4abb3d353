import ArgumentParser
import Diagnostics
import Records
import System

/// `aboveboard explain`: the manual page of one finding.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Print the manual page of a finding's code.",
        discussion: """
            A code stands in brackets behind a finding's severity, as in error[unknown-key]. Without a code all of \
            them are listed.

            EXAMPLES:
              aboveboard explain unknown-key
              aboveboard explain
            """)

    @Argument(
        help: ArgumentHelp("The code of a finding.", valueName: "code"), completion: .list(RuleBook.codes))
    var code: String?

    func run() throws {
        guard let code else {
            let width = RuleBook.codes.map(\.utf8.count).max() ?? 0
            let lines = RuleBook.pages.map { page in
                page.code + String(repeating: " ", count: width - page.code.utf8.count + 2) + page.title
                    + "\n"
            }
            try StandardStream.output.write(lines.joined())
            return
        }
        guard let page = RuleBook.page(code) else { throw ValidationError(Self.unknown(code)) }
        let head = "# \(page.code)\n\n\(page.severity.rawValue): \(page.title)\n\n"
        try StandardStream.output.write(head + page.text + (page.text.hasSuffix("\n") ? "" : "\n"))
    }

    static func unknown(_ code: String) -> String {
        let near = NearMiss.nearest(to: code, among: RuleBook.codes).map { "; did you mean \($0)?" } ?? ""
        return "\(VisibleText.of(code)) is the code of no finding\(near)"
    }
}
