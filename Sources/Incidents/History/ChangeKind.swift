/// What a published revision changed, as its entry in the log says. The raw values are the log's words.
package enum ChangeKind: String, Sendable, CaseIterable {
    /// The record's first publication.
    case first
    /// A new update, or a status that a new update tells.
    case update
    /// Something is said where nothing was.
    case addition
    /// A question is answered, withheld, or a value given that was unknown.
    case answer
    /// A mitigation or a disposition moved on.
    case progress
    /// A correction entry covers a changed fact; the four kinds of correction.
    case typo, clarification, factual, retraction
    /// The record is taken back by its writers.
    case withdrawal
    /// The page's address changed; the old one leads to it.
    case rename
    /// Order, white space, tags, credits or the writer's own keys: no published word.
    case layout
    /// The revision before was taken out, so that nothing can be held against it.
    case afterRedaction = "after_redaction"
    /// Taken over from git's past when the log was begun, changes of that time included as they were.
    case adopted
    /// Published on another branch and put behind this one's entries when the two were merged.
    case merged

    package init(_ kind: CorrectionKind) {
        switch kind {
        case .typo: self = .typo
        case .clarification: self = .clarification
        case .factual: self = .factual
        case .retraction: self = .retraction
        }
    }
}
