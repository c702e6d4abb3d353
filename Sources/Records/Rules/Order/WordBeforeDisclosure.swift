import Diagnostics
import Incidents

/// No update and no correction is older than the first public word.
///
/// `disclosed` is the moment of the first public word, and the time from detection to disclosure is counted to it. An
/// update before it would have been the first word itself.
///
/// ```yaml
/// disclosed: 2026-02-24
/// updates: [{id: u1, at: 2026-02-21, status: investigating, body: We are looking into it.}]   # wrong
/// ```
///
/// Set `disclosed` to the first update's time, or mend the update's. Where several words are older, `disclosed` itself is
/// most likely wrong, and the finding stands there.
struct WordBeforeDisclosure: Rule {
    static let code = "word-before-disclosure"
    static let title = "no update and no correction is older than the first public word"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let words = Self.earlierWords(file, site)
        guard let first = words.first else { return }
        if words.count > 1 {
            report.add(
                Self.finding(
                    "first public word is dated behind \(words.count) others",
                    at: file.span("disclosed"),
                    secondary: words.prefix(3).map { Label(file.span($0.path), "\($0.name) is older") },
                    help: "`disclosed` is when the first word was told: set it to the oldest of them"))
            return
        }
        report.add(
            Self.finding(
                "\(first.name) is older than the first public word", at: file.span(first.path),
                secondary: [Label(file.span("disclosed"), "the first public word")],
                help:
                    "`disclosed` is when the first word was told: set it to the older time, or mend this one"
            ))
    }

    private struct Word {
        let path: FieldPath
        let name: String
    }

    /// Whether this rule finds the record's first public word dated too late.
    static func blames(_ file: RecordFile, _ site: SiteUnderCheck) -> Bool {
        !earlierWords(file, site).isEmpty
    }

    /// What is older than the first public word, but for what is out of its own list's order as well.
    private static func earlierWords(_ file: RecordFile, _ site: SiteUnderCheck) -> [Word] {
        let record = file.record
        let disclosed = record.disclosed
        func isEarlier(_ moment: Moment) -> Bool { moment.isWhollyBefore(disclosed) }
        guard file.isSound("disclosed"),
            record.updates.contains(where: { isEarlier($0.at) })
                || record.corrections.contains(where: { isEarlier($0.at) })
                || record.withdrawn.map({ isEarlier($0.at) }) == true,
            !FutureMoment.blames(disclosed, FieldPath("disclosed"), file, site)
        else { return [] }
        let misplacedUpdates = Set(UpdateOrder.misplaced(file, site).map(\.index))
        let misplacedCorrections = Set(CorrectionOrder.misplaced(file, site).map(\.index))
        var words: [Word] = []
        for (index, update) in record.updates.enumerated()
        where isEarlier(update.at) && !misplacedUpdates.contains(index) {
            words.append(
                Word(path: FieldPath("updates", .index(index), "at"), name: "update `\(update.id)`"))
        }
        for (index, correction) in record.corrections.enumerated()
        where isEarlier(correction.at) && !misplacedCorrections.contains(index) {
            words.append(Word(path: FieldPath("corrections", .index(index), "at"), name: "this correction"))
        }
        if let withdrawn = record.withdrawn, isEarlier(withdrawn.at) {
            words.append(Word(path: FieldPath("withdrawn", "at"), name: "the withdrawal"))
        }
        return words.filter { file.isSound($0.path) }
    }
}
