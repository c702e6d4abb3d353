import Diagnostics

/// A text says something.
///
/// Blanks alone are an empty place on the page.
///
/// ```yaml
/// title: "  "              # wrong
/// title: Bridge drained    # right
/// ```
struct EmptyText: DiagnosticPage {
    static let code = "empty-text"
    static let title = "a text says something"
}

/// A line of text is one line.
///
/// Titles, names and actions stand in lists, feeds and messages, where there is no room for a second line. Prose, such as
/// `summary`, `body` and `detail`, may have as many as it likes.
///
/// ```yaml
/// title: |              # wrong: ends with a line break
///   Bridge drained
/// title: >-             # right: folded into one line
///   Bridge reserves drained after
///   a key compromise
/// ```
struct LineBreak: DiagnosticPage {
    static let code = "line-break"
    static let title = "a line of text is one line"
}

/// A text fits where it is shown.
///
/// A title has at most 110 characters, since lists, tabs and search results cut longer ones. Every other line has a limit
/// that the message names.
///
/// ```yaml
/// title: On the morning of Saturday, 21 February 2026, an as yet unknown person or persons took control of …   # wrong
/// title: Token safe on Ethereum drained after a key compromise                                                 # right
/// ```
struct TooLong: DiagnosticPage {
    static let code = "too-long"
    static let title = "a text fits where it is shown"
}

/// A text is not cut short by a hash.
///
/// In YAML a hash behind a space begins a comment, so a title with `#3` in it ends before that, and nobody sees the rest.
/// A comment that has a space behind its hash is left alone.
///
/// ```yaml
/// title: Pool #3 drained after a key compromise     # wrong: the title is "Pool"
/// title: "Pool #3 drained after a key compromise"   # right
/// ```
struct TextCutShort: DiagnosticPage {
    static let code = "text-cut-short"
    static let title = "a text is not cut short by a hash"
    static let severity = Severity.warning
}

/// A text has the form of its field: an id, a slug, an address, a path.
///
/// Forms keep ids usable in addresses and feeds, and links from leading nowhere. The message shows the form, and a repair
/// where one is near.
///
/// ```yaml
/// slug: Token Safe           # wrong
/// slug: token-safe           # right
/// url: example.org/news      # wrong
/// url: https://example.org/news
/// ```
struct Malformed: DiagnosticPage {
    static let code = "malformed"
    static let title = "a text has the form of its field"
}

/// A word is one of those that the field has.
///
/// Status, severity and their like have fixed words, taken from Statuspage, VEX and CSAF, so that pages, feeds and other
/// people's tools agree on what they mean.
///
/// ```yaml
/// status: in progress     # wrong
/// status: investigating   # right
/// ```
///
/// The message lists the words. They are written in small letters with underscores.
struct UnknownWord: DiagnosticPage {
    static let code = "unknown-word"
    static let title = "a word is one of those that the field has"
}

/// No invisible character turns a text around.
///
/// Overrides and embeddings make people read other words than those that are there: `gnp.exe` for `exe.png`. Right-to-left
/// languages need none of them here; isolates are let into prose.
///
/// ```yaml
/// title: "Wallet \u202Edrained"   # wrong
/// title: Wallet drained           # right
/// ```
struct HiddenDirection: DiagnosticPage {
    static let code = "hidden-direction"
    static let title = "no invisible character turns a text around"
}
