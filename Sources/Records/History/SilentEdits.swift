import Diagnostics
import Incidents
import Syntax

/// Errors where a record says something else than it said when it was last published, and no correction owns up to it.
package struct SilentEdits {
    private let file: RecordFile
    private let published: String
    private let asOf: Moment

    /// `published` is what a message calls the published words, such as `revision 2 of 2026-02-21T12:00:10Z`; `asOf`
    /// dates the corrections that fixes offer.
    package init(in file: RecordFile, since published: String, asOf: Moment) {
        self.file = file
        self.published = published
        self.asOf = asOf
    }

    /// Holds the record against its last published revision in canonical JSON, and reports what is silent.
    package func check(against published: JSONValue, into report: inout Report) -> RevisionReview {
        let review = RevisionReview(published: published, current: CanonicalRecord.value(of: file))
        for finding in review.silentEdits {
            guard case .silent(let reason) = finding.verdict else { continue }
            report.add(diagnostic(for: finding.change, reason))
        }
        return review
    }

    private func diagnostic(for change: FieldChange, _ reason: String) -> Diagnostic {
        let difference = WordDifference(from: change.wordsBefore, to: change.wordsAfter)
        let span = self.span(of: change, difference)
        return Diagnostic(
            SilentEdit.code, .error, "\(change.path.text) is not what was published, and nothing says so",
            at: span,
            label: change.isRemoval ? "something is gone from here" : "",
            notes: ["\(published) said: \(difference.excerpt)", reason],
            help:
                "add an entry under `corrections` for `\(change.path.correctionTarget(ofRow: change.isRemoval))`, or put the published words back",
            fixes: fix(for: change, difference))
    }

    /// The changed words themselves where the file holds them in one line, else the value; for what is gone, what stood
    /// around it.
    private func span(of change: FieldChange, _ difference: WordDifference) -> SourceSpan {
        guard let place = change.newPlace else {
            return file.span(
                change.oldPlace.map { FieldPath(steps: Array($0.steps.dropLast())) } ?? FieldPath())
        }
        let words = difference.quote().now
        guard change.before?.string != nil, let text = change.after?.string,
            let start = WordDifference.places(of: words, in: text).first
        else { return file.span(place) }
        return file.span(place, range: start..<(start + words.utf8.count))
    }

    private func fix(for change: FieldChange, _ difference: WordDifference) -> [Fix] {
        guard change.path.field != "corrections", change.path.field != "draft", change.path.field != "embargo"
        else {
            return []
        }
        let isText = change.before?.string != nil && change.after?.string != nil
        let quote: (was: String, now: String) =
            if !isText {
                (short(change.wordsBefore), short(change.wordsAfter))
            } else if change.path.isNamed {
                difference.quote()
            } else {
                // Quoted from a whole list, a few words would stand in more than one of its rows.
                (change.wordsBefore, change.wordsAfter)
            }
        var lines = ["at: \(asOf.date.text)", "of: \(change.path.correctionTarget(ofRow: change.isRemoval))"]
        lines.append(
            "kind: \(change.isRemoval ? "retraction" : Self.isSlip(quote.was, quote.now) ? "typo" : "factual")"
        )
        if !quote.was.isEmpty { lines.append("was: \(Self.quoted(quote.was))") }
        if !quote.now.isEmpty { lines.append("now: \(Self.quoted(quote.now))") }
        guard let edit = CorrectionEntry.insertion(of: lines, into: file.document) else { return [] }
        return [Fix("own up to the change in `corrections`, and say why", edits: [edit], isSafe: false)]
    }

    private func short(_ words: String) -> String {
        RecordText.split(words).prefix(12).joined(separator: " ")
    }

    /// One word that is almost the other, without a digit in either.
    private static func isSlip(_ was: String, _ now: String) -> Bool {
        let (a, b) = (Array(was.unicodeScalars), Array(now.unicodeScalars))
        guard !(was + now).utf8.contains(where: { (0x30...0x39).contains($0) }), a.count > 3, b.count > 3
        else {
            return false
        }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return max(a.count, b.count) - min(head + tail, min(a.count, b.count)) <= 1
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { out.unicodeScalars.append("\\") }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
