/// One field that answers a question of a stage, or a part of it, and what the record says there.
package struct StagePart: Sendable, Hashable {
    package enum Field: Sendable, Hashable {
        case summary, advice, assets, updates, losses, rootCause, assurances, mitigations, causeSummary,
            lessons
        case references, causeConfidence
        /// The newest update's `next_update`.
        case nextUpdate
        case milestone(Milestone)
        /// What became of the loss at a place in `losses`.
        case dispositions(Int)
        case lossConfidence(Int)
        /// Who sees to the commitment at a place in `mitigations`.
        case owner(Int)
        case due(Int)
    }

    package enum Saying: Sendable, Hashable {
        case told, unknown, missing
    }

    package let field: Field
    package let saying: Saying
    /// The status from which on silence is an error.
    package let dueAt: RecordStatus
    /// Whether a question of the record leads to a field that is missing, open or answered.
    package let isAsked: Bool

    /// Whether the record passes the field over: neither a value, nor an honest unknown, nor a question.
    package var isSilent: Bool { saying == .missing && !isAsked }
}
