import Diagnostics

/// A folder or a file that the theme names is there.
///
/// ```yaml
/// theme: {templates: templates, logo: logo.svg}   # both stand beside aboveboard.yml
/// ```
///
/// Put it there, or take the key away: the program's own theme serves.
struct MissingTheme: DiagnosticPage {
    static let code = "missing-theme"
    static let title = "a folder or a file that the theme names is there"
}

/// A file of the theme has a name that can be an address.
///
/// It is published under its own name, which is letters, digits, points, hyphens and underscores.
///
/// ```yaml
/// # templates/assets/my logo.svg    wrong
/// # templates/assets/my-logo.svg    right
/// ```
struct ThemeFilePage: DiagnosticPage {
    static let code = "theme-file"
    static let title = "a file of the theme has a name that can be an address"
}

/// The theme's texts are groups of lines.
///
/// ```yaml
/// # templates/strings/de.yml
/// losses:
///   gross: Brutto     # right: a group with texts
/// ```
struct ThemeText: DiagnosticPage {
    static let code = "theme-text"
    static let title = "the theme's texts are groups of lines"
}

/// A text of the theme is one that it uses.
///
/// A misspelt name changes nothing on any page; the nearest one is named.
///
/// ```yaml
/// losses: {gros: Brutto}    # wrong
/// losses: {gross: Brutto}   # right
/// ```
struct ThemeTextUnknown: DiagnosticPage {
    static let code = "theme-text-unknown"
    static let title = "a text of the theme is one that it uses"
    static let severity = Severity.warning
}

/// A text of the theme has only the places that are filled in.
///
/// ```yaml
/// pages: {of: "Page {page} of {pagse}"}    # wrong: nothing fills {pagse}
/// pages: {of: "Page {page} of {pages}"}    # right
/// ```
struct ThemeTextPlace: DiagnosticPage {
    static let code = "theme-text-place"
    static let title = "a text of the theme has only the places that are filled in"
}

/// A template keeps to Mustache's grammar.
///
/// A tag is closed on its line, a section is closed by its own name, and tags close in the reverse order in which they
/// opened.
///
/// ```yaml
/// # {{#losses}} … {{/loss}}      wrong
/// # {{#losses}} … {{/losses}}    right
/// ```
struct TemplateSyntax: DiagnosticPage {
    static let code = "template-syntax"
    static let title = "a template keeps to Mustache's grammar"
}

/// A partial or a parent is a file of the theme.
///
/// ```yaml
/// # {{> parts/hedaer}}    wrong
/// # {{> parts/header}}    right: templates/parts/header.mustache
/// ```
struct TemplateMissing: DiagnosticPage {
    static let code = "template-missing"
    static let title = "a partial or a parent is a file of the theme"
}

/// A template does not show itself without end.
///
/// A partial may show itself within a section, so that the data says where it ends; without one it never would.
///
/// ```yaml
/// # in parts/tree.mustache:  {{> parts/tree}}                            wrong
/// # in parts/tree.mustache:  {{#children}}{{> parts/tree}}{{/children}}  right
/// ```
struct TemplateLoop: DiagnosticPage {
    static let code = "template-loop"
    static let title = "a template does not show itself without end"
}
