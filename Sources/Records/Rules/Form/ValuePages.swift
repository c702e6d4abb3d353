/// An amount is an exact decimal: digits, and perhaps a point with digits behind it.
///
/// Amounts are never floats here: 30 digits before and behind the point are kept to the last one. Thousands marks, `~`,
/// exponents, units and currency signs are refused, because they are read differently in different countries; most of them
/// have a safe fix.
///
/// ```yaml
/// amount: 1,200,000     # wrong
/// amount: ~1.2M         # wrong
/// amount: 1200000       # right
/// low: 1150000          # right, for a range, with
/// high: 1250000
/// ```
struct MalformedAmount: DiagnosticPage {
    static let code = "malformed-amount"
    static let title = "an amount is an exact decimal"
}

/// What other tools would take for a number stands in quotes.
///
/// YAML readers turn an unquoted `4300000000000000000000` or `0x5aAe…` into a floating-point number and lose digits. This
/// one does not, but editors, scripts and search engines that read the same file do.
///
/// ```yaml
/// amount: 310.5       # wrong
/// amount: "310.5"     # right
/// amount: 410000000   # right: whole and short
/// ```
///
/// The fix puts the quotes there.
struct UnquotedNumber: DiagnosticPage {
    static let code = "unquoted-number"
    static let title = "what other tools would take for a number stands in quotes"
}

/// A whole number is digits alone, within its bounds.
///
/// ```yaml
/// users_affected: {count: "1,200"}   # wrong
/// users_affected: {count: 1200}      # right
/// ```
///
/// A number of users that is not known exactly is a range: `low` and `high`.
struct MalformedNumber: DiagnosticPage {
    static let code = "malformed-number"
    static let title = "a whole number is digits alone, within its bounds"
}

/// A flag is true or false.
///
/// `yes`, `on` and quoted words are read as true by some tools and as text by others: a draft would be published.
///
/// ```yaml
/// draft: yes    # wrong
/// draft: true   # right
/// ```
struct MalformedFlag: DiagnosticPage {
    static let code = "malformed-flag"
    static let title = "a flag is true or false"
}

/// A moment is written as RFC 3339 has it, as precisely as it is known.
///
/// A day, a month or a year is a moment too, and is shown as such: do not write a time that nobody knows.
///
/// ```yaml
/// at: 21.02.2026 09:20         # wrong
/// at: 2026-02-21T09:20:00Z     # right
/// at: 2026-02-21               # right: the day is known
/// at: 2026-02                  # right: the month is known
/// ```
struct MalformedMoment: DiagnosticPage {
    static let code = "malformed-moment"
    static let title = "a moment is written as RFC 3339 has it, as precisely as it is known"
}

/// A time of day has its offset from UTC.
///
/// Without it readers in each zone read another hour, and how long it took comes out wrong by as much.
///
/// ```yaml
/// at: 2026-02-21T09:20:00          # wrong: where?
/// at: 2026-02-21T09:20:00Z         # right: in UTC
/// at: 2026-02-21T10:20:00+01:00    # right: in Berlin
/// ```
struct TimeWithoutOffset: DiagnosticPage {
    static let code = "time-without-offset"
    static let title = "a time of day has its offset from UTC"
}

/// A time of day has seconds.
///
/// RFC 3339 writes them, and tools that read the published JSON ask for them. The fix writes `:00`.
///
/// ```yaml
/// at: 2026-02-21T09:20Z      # wrong
/// at: 2026-02-21T09:20:00Z   # right
/// ```
struct TimeWithoutSeconds: DiagnosticPage {
    static let code = "time-without-seconds"
    static let title = "a time of day has seconds"
}

/// A moment is one of the calendar.
///
/// There is no 30 February, no month 13 and no 24:00; mostly two digits changed places.
///
/// ```yaml
/// at: 2026-02-30   # wrong
/// at: 2026-02-28   # right
/// ```
struct ImpossibleDate: DiagnosticPage {
    static let code = "impossible-date"
    static let title = "a moment is one of the calendar"
}
