/// The file keeps to YAML's grammar.
///
/// The message says what the grammar expected, and where what it was reading began. Most often it is a text with a colon, a
/// quote or a bracket that needs quotes around it, or a line that is indented by one blank too many.
///
/// ```yaml
/// title: "Bridge" drained      # wrong
/// title: '"Bridge" drained'    # right
/// ```
struct YAMLSyntax: DiagnosticPage {
    static let code = "yaml-syntax"
    static let title = "the file keeps to YAML's grammar"
}

/// Lines are indented with blanks.
///
/// A tab is as wide as each editor likes, so that YAML refuses it: what looks like one level to you is another to the reader.
///
/// ```yaml
/// updates:
/// →- id: u1    # wrong: → is a tab
///   - id: u1   # right: two blanks
/// ```
struct TabIndentation: DiagnosticPage {
    static let code = "tab-indentation"
    static let title = "lines are indented with blanks"
}

/// A key stands once in its mapping.
///
/// Of two that are the same, some tools take the first and some the last: one of them would be lost in silence.
///
/// ```yaml
/// severity: high
/// severity: low   # wrong
/// ```
///
/// Keep one of them. Several updates, losses or claims are rows of one list.
struct DuplicateKey: DiagnosticPage {
    static let code = "duplicate-key"
    static let title = "a key stands once in its mapping"
}

/// A key is one line of text.
///
/// YAML lets lists and mappings be keys; no field here has one.
///
/// ```yaml
/// [a, b]: c     # wrong
/// "[a, b]": c   # a text, in quotes
/// ```
struct ComplexKey: DiagnosticPage {
    static let code = "complex-key"
    static let title = "a key is one line of text"
}

/// A mapping spells its fields out.
///
/// `<<` merges another mapping in YAML 1.1 and is a plain key in YAML 1.2: the same file would mean two things.
///
/// ```yaml
/// - {<<: *common, token: ETH}                       # wrong
/// - {class: stolen, owner: treasury, token: ETH}    # right
/// ```
struct MergeKey: DiagnosticPage {
    static let code = "merge-key"
    static let title = "a mapping spells its fields out"
}

/// A file holds one document.
///
/// One file is one record. What stands behind a line of `---` or `...` would be left out in silence.
///
/// ```yaml
/// title: Bridge drained
/// ---                     # wrong: a second document begins
/// title: Wallet drained
/// ```
///
/// Move what follows to a file of its own.
struct MultipleDocuments: DiagnosticPage {
    static let code = "multiple-documents"
    static let title = "a file holds one document"
}

/// Values have no tags: every field has its type already.
///
/// `!!float` and its like tell a YAML reader how to read a value, and some run code for them. Here the field decides.
///
/// ```yaml
/// amount: !!float 4.3    # wrong
/// amount: "4.3"          # right
/// note: "!important"     # a text that begins with ! stands in quotes
/// ```
struct YAMLTag: DiagnosticPage {
    static let code = "yaml-tag"
    static let title = "values have no tags"
}

/// An alias repeats a value that was named above it.
///
/// `*name` repeats what `&name` marked. A text that begins with `*` needs quotes.
///
/// ```yaml
/// text: *important*      # wrong: read as an alias
/// text: "*important*"    # right
/// ```
struct UnknownAnchor: DiagnosticPage {
    static let code = "unknown-anchor"
    static let title = "an alias repeats a value that was named above it"
}

/// An alias does not repeat the value that it is a part of.
///
/// Such a value would have no end.
///
/// ```yaml
/// a: &a [*a]   # wrong
/// ```
struct AliasCycle: DiagnosticPage {
    static let code = "alias-cycle"
    static let title = "an alias does not repeat the value that it is a part of"
}

/// Aliases do not make a small file a huge one.
///
/// Aliases of aliases grow without measure ("a billion laughs"); past a limit the reading ends.
///
/// ```yaml
/// a: &a [x, x, x, x, x, x, x, x]
/// b: &b [*a, *a, *a, *a, *a, *a, *a, *a]   # and so on: wrong
/// ```
///
/// Write values out where they are needed.
struct AliasLimit: DiagnosticPage {
    static let code = "alias-limit"
    static let title = "aliases do not make a small file a huge one"
}

/// Values are nested no deeper than any record needs.
///
/// The deepest field of a record stands six levels down. Much deeper nesting is a slip of indentation or an attack on the
/// reader, and is not read on.
///
/// ```yaml
/// x-data: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ … ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]   # wrong
/// ```
struct NestingLimit: DiagnosticPage {
    static let code = "nesting-limit"
    static let title = "values are nested no deeper than any record needs"
}

/// A single text is no longer than a book's chapter.
///
/// A log or a dump that was pasted into a field makes a page that nobody can load. It belongs into a file beside the record.
///
/// ```yaml
/// references: [{id: traces, title: Traces, file: sources/traces.txt}]   # right
/// ```
struct ScalarLimit: DiagnosticPage {
    static let code = "scalar-limit"
    static let title = "a single text is no longer than a book's chapter"
}

/// A file is no larger than a record can sensibly be.
///
/// Reading ends at a limit, so that a file that was dropped into the folder by mistake cannot stall the build.
///
/// ```yaml
/// references: [{id: data, title: The whole data, url: "https://example.org/data.csv"}]   # right
/// ```
///
/// Move what is large to a file beside the record, or split the record in two that are `related`.
struct SizeLimit: DiagnosticPage {
    static let code = "size-limit"
    static let title = "a file is no larger than a record can sensibly be"
}

/// A file is UTF-8.
///
/// Bytes of another encoding come out as wrong letters on the page, in feeds and in hashes.
///
/// Save the file as UTF-8: in most editors the encoding stands in the status line. A byte-order mark is no harm.
///
/// ```yaml
/// title: "Z\xfcrich"   # wrong, as one byte of Latin-1
/// title: Zürich        # right
/// ```
struct InvalidUTF8: DiagnosticPage {
    static let code = "invalid-utf8"
    static let title = "a file is UTF-8"
}

/// No control character stands in a text.
///
/// Feeds are XML, which forbids them, and terminals obey some of them. They come with text that was copied from a terminal
/// or a chat.
///
/// ```yaml
/// title: "Bridge\u0007 drained"   # wrong
/// title: Bridge drained           # right
/// ```
struct ControlCharacter: DiagnosticPage {
    static let code = "control-character"
    static let title = "no control character stands in a text"
}

/// No NUL stands in a text.
///
/// Many tools take it for the end of the file, so that half of a record would be published.
///
/// ```yaml
/// title: "Bridge\0 drained"   # wrong
/// title: Bridge drained       # right
/// ```
struct NULByte: DiagnosticPage {
    static let code = "nul-byte"
    static let title = "no NUL stands in a text"
}
