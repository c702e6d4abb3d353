import Incidents

/// Writes `Documentation/RecordFormat.md` from the declarations that the decoder reads: a heading a field, with what it
/// may hold, what it is for and an example.
package enum FormatReference {
    /// The whole page in Markdown.
    package static func page() -> String {
        var page = introduction
        let common = RecordFormat.incident.shape.fields.filter { field in
            RecordKind.allCases.allSatisfy { RecordFormat.of($0).shape.field(field.name) != nil }
        }
        page += "\n## Every record\n\n" + common.map { section(forEveryKind($0), under: "") }.joined()
        let names = Set(common.map(\.name))
        for kind in RecordKind.allCases {
            let own = RecordFormat.of(kind).shape.fields.filter { !names.contains($0.name) }
            page += "\n## \(title(of: kind))\n\n" + own.map { section($0, under: "") }.joined()
        }
        return page + "\n## aboveboard.yml\n\n"
            + SiteFormat.shape.fields.map { section($0, under: "") }.joined()
    }

    /// The field with the words of all kinds where each kind has its own.
    private static func forEveryKind(_ field: Field) -> Field {
        let shape: Shape =
            switch (field.name, field.shape) {
            case ("kind", _): .words(RecordKind.self)
            case ("status", _): .words(RecordStatus.self)
            case (_, .list(.object(let row))) where row.field("status") != nil:
                .list(of: .object(row.replacing("status", by: .words(RecordStatus.self))))
            default: field.shape
            }
        return Field(field.name, shape, needed: field.isRequired, field.meaning, example: field.example)
    }

    private static func title(of kind: RecordKind) -> String {
        switch kind {
        case .incident: "An incident's own fields"
        case .statement: "A statement's own fields"
        case .advisory: "An advisory's own fields"
        }
    }

    /// A field, and below it those of the mapping that it holds.
    private static func section(_ field: Field, under parent: String) -> String {
        let path = parent.isEmpty ? field.name : parent + "." + field.name
        var text = "### `\(path)`\n\n\(field.meaning)\n\n"
        text += "*\(field.shape.expectation)\(field.isRequired ? ", needed" : "")*\n\n"
        if case .word(let words) = field.shape, words.count > 6 {
            text += "Its words: \(words.map { "`\($0)`" }.joined(separator: ", ")).\n\n"
        }
        if let example = field.example { text += "```yaml\n\(field.name): \(example)\n```\n\n" }
        guard let object = field.shape.object else { return text }
        for choice in object.choices {
            text += "It has \(choice.spelling)\(choice.isRequired ? "" : ", or none of them").\n\n"
        }
        return text + object.fields.map { section($0, under: path) }.joined()
    }

    private static let introduction = """
        # The record, field by field

        One YAML file below `incidents/` is one record: an incident, a statement or an advisory. A first notice is about
        fifteen lines; the same file grows into the post-mortem. This page is made from the declarations that `check` reads;
        editors get the same from the schemas that `build` publishes.

        ## How values are read

        - Every value is read as text and decoded by the type that its field declares: `no` and `1e5` mean what the field
          says. Unknown and repeated keys, empty values and empty lists are errors. Keys that start with `x-` are your own.
        - A **text** is one line without Markdown. A **prose** field is Markdown; HTML in it is shown as it is written.
        - A **moment** is RFC 3339 with an offset, or a day, a month or a year: `2026-02-21T09:20:00Z`, `2026-02-21`,
          `2026-02`, `2026`. Its precision is kept and shown.
        - An **amount** is an exact decimal. With a point, or with more than 15 digits, it stands in quotes. `low` with
          `high` tell a range, `unknown` that nobody knows.
        - `source` and `evidence` name the `id` of an entry under `references`.
        - `confidence` is `confirmed`, `likely`, `suspected`, `unverified` or `disputed`.

        ## What each stage must answer

        Readers ask the same questions of every incident. An answer is owed from the stage on in which its question falls
        due; an honest `unknown`, or an entry under `questions` whose `about` names the field, is an answer.

        | stage | question | field |
        |---|---|---|
        | `investigating` | What happened, and since when? | `summary`; from `resolved` on the milestone `started` |
        | `investigating` | What should I do? | `advice` |
        | `investigating` | What is affected, what is not? | `assets` |
        | `investigating` | When is the next word? | the newest update's `next_update`, until `resolved` |
        | `identified` | How much, of what, whose? | `losses` |
        | `identified` | When was it noticed? | the milestone `detected` |
        | `identified` | What caused it? | `root_cause` |
        | `monitoring` | What does "contained" mean here? | `assurances`, the milestone `contained` |
        | `monitoring` | What has been done? | `mitigations` |
        | `resolved` | What became of the money? | `frozen`, `recovered`, `returned`, `at_large` |
        | `resolved` | What is promised, by whom, until when? | `mitigations` with `owner` and `due` |
        | `postmortem` | What was the cause in full, and what was learned? | `root_cause.summary`, `lessons`, `timeline` |
        | `postmortem` | Who says so? | `references`, `confidence` |

        """
}
