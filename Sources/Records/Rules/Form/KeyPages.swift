/// A key is one that the format has, in the place where it has it.
///
/// A misspelt key would be left out of the page in silence: the advice that nobody reads. So every key is known, and the
/// nearest one is named.
///
/// ```yaml
/// serverity: high     # wrong
/// severity: high      # right
/// x-ticket: "SEC-17"  # right: keys that start with x- are your own, and are handed to templates
/// ```
struct UnknownKey: DiagnosticPage {
    static let code = "unknown-key"
    static let title = "a key is one that the format has, in the place where it has it"
}

/// A key that every record or every row needs is there.
///
/// Without an id a record has no address, without a moment an update has no place in the feed.
///
/// ```yaml
/// updates:
///   - {id: u1, status: investigating, body: We look into it.}                     # wrong: when?
///   - {id: u1, at: 2026-02-21, status: investigating, body: We look into it.}     # right
/// ```
struct MissingField: DiagnosticPage {
    static let code = "missing-field"
    static let title = "a key that every record or every row needs is there"
}

/// Keys that exclude each other do not stand together, and those that need each other do.
///
/// An amount is one figure or a range, never both: readers could not tell which one holds.
///
/// ```yaml
/// losses: [{token: ETH, amount: 100, low: 90, high: 110}]   # wrong
/// losses: [{token: ETH, low: 90, high: 110}]                # right
/// ```
struct ConflictingKeys: DiagnosticPage {
    static let code = "conflicting-keys"
    static let title = "keys that exclude each other do not stand together"
}

/// A key has a value.
///
/// A key with nothing behind it is mostly a thing to be filled in later. It tells readers nothing, and tools read it in
/// different ways.
///
/// ```yaml
/// advice:              # wrong
/// advice: unknown      # right, while nobody knows
/// ```
///
/// Write the value, or leave the key out.
struct MissingValue: DiagnosticPage {
    static let code = "missing-value"
    static let title = "a key has a value"
}

/// A file holds a record.
///
/// It has no more than comments and blank lines. `aboveboard new incident` writes a record to fill in.
///
/// ```yaml
/// # wrong: nothing but this line
/// id: ABC-2026-0001   # right, and the other keys of the head
/// ```
struct EmptyFile: DiagnosticPage {
    static let code = "empty-file"
    static let title = "a file holds a record"
}

/// A list has entries.
///
/// An empty list looks like an answer and is none: nobody can tell "nothing was lost" from "not filled in".
///
/// ```yaml
/// losses: []       # wrong
/// losses: none     # right: nothing was lost
/// losses: unknown  # right: nobody knows yet
/// ```
///
/// Where a field has no such word, leave it out.
struct EmptyList: DiagnosticPage {
    static let code = "empty-list"
    static let title = "a list has entries"
}

/// A value is of the kind that its field holds: a text, a list, or a mapping of keys and values.
///
/// ```yaml
/// tags: bridge                                # wrong: a list
/// tags: [bridge]                              # right
/// title: Bridge: reserves drained             # wrong: colon and space make a mapping of it
/// title: "Bridge: reserves drained"           # right
/// ```
struct WrongType: DiagnosticPage {
    static let code = "wrong-type"
    static let title = "a value is of the kind that its field holds"
}
