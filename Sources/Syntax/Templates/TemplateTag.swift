/// One tag of a template, from its opening delimiter to its closing one.
struct TemplateTag {
    enum Kind {
        case value, unescapedValue, section, inverted, close, partial, parent, block
        /// Comments and set-delimiter tags, which say nothing on the page.
        case silent
    }

    let kind: Kind
    /// Where the name stands, without sigil, asterisk or spaces.
    let name: Range<Int>
    /// Where the whole tag stands, delimiters included.
    let range: Range<Int>
    /// Whether an asterisk says that the value of the name is the name of the template.
    var isDynamic = false

    var opensContent: Bool {
        switch kind {
        case .section, .inverted, .parent, .block: true
        default: false
        }
    }
}

/// A stretch of a template's line: words for the page, or a tag.
enum TemplateToken {
    case text(Range<Int>)
    case tag(TemplateTag)
}

/// What stands between two line ends of a template; a tag that spans lines joins them into one.
struct TemplateLine {
    var tokens: [TemplateToken] = []
    /// The spaces and tabs before the first tag or letter.
    var indentation: Range<Int> = 0..<0
    /// Whether the line holds nothing but tags that write nothing here, so that it leaves no empty line on the page.
    var isStandalone = false
    /// Whether the line holds nothing but spaces.
    var isBlank = false
}
