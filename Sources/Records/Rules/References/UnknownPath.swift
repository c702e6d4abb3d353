import Diagnostics
import Incidents

/// A question's `about` and a correction's `of` lead to a field.
///
/// The page shows an open question where its answer will stand, and a correction beside the words that changed. A path
/// is keys with points between them; `#` names a row by its id; `update:u1` is an update.
///
/// ```yaml
/// questions: [{asks: How was the key lost?, about: rootcause}]             # wrong
/// questions: [{asks: How was the key lost?, about: root_cause.summary}]    # right
/// corrections: [{at: 2026-02-24, of: losses#iotx.amount, kind: factual, was: "1", now: "2"}]
/// ```
///
/// Give a row an `id` to point at it. In a timeline a milestone's name does: `timeline#contained.at`. A correction leads
/// to a field that has a value, unless it is a retraction.
struct UnknownPath: Rule {
    static let code = "unknown-path"
    static let title = "a question's `about` and a correction's `of` lead to a field"
    static let concerns: RecordParts = [.questions, .corrections]

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        for (index, question) in file.record.questions.enumerated() {
            guard let about = question.about, file.isSound("questions", .index(index), "about") else {
                continue
            }
            check(
                about, FieldPath("questions", .index(index), "about"), file, mustExist: false, into: &report)
        }
        for (index, correction) in file.record.corrections.enumerated() {
            guard file.isSound("corrections", .index(index), "of"),
                file.isSound("corrections", .index(index), "kind")
            else { continue }
            check(
                correction.of, FieldPath("corrections", .index(index), "of"), file,
                mustExist: correction.kind != .retraction, into: &report)
        }
    }

    private func check(
        _ text: String, _ path: FieldPath, _ file: RecordFile, mustExist: Bool, into report: inout Report
    ) {
        switch FieldReference(text).resolve(in: file) {
        case .field(let target):
            guard mustExist, target == nil else { return }
            report.add(
                Self.finding(
                    "`\(text)` has no value in this record, so nothing of it can have been corrected",
                    at: file.span(path),
                    help: "name the field that changed; a retraction may name one that is gone"))
        case .unknownKey(let key, let range, let known):
            let span = file.span(path, range: range)
            let near = NearMiss.nearest(to: key, among: known)
            report.add(
                Self.finding(
                    "`\(key)` is no field here", at: span,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? (known.isEmpty ? "the path ends before it" : "its fields are \(listed(known))"),
                    fixes: span.text == key ? Fix.replacing(span, with: near) : []))
        case .unknownRow(let id, let range, let list, let known):
            guard !file.isMislaid(list) else { return }
            let span = file.span(path, range: range)
            let near = NearMiss.nearest(to: id, among: known)
            report.add(
                Self.finding(
                    "`\(id)` is no row of `\(list)`", at: span,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? (known.isEmpty
                            ? "give the row  id: \(id)  or leave #\(id) out"
                            : "its rows are \(listed(known)); give a row  id: \(id)  to point at it"),
                    fixes: span.text == id ? Fix.replacing(span, with: near) : []))
        }
    }
}
