/// A published word changes only under a correction.
///
/// Readers acted on what was said. What a record said when it was last published stands in `history/`, and every
/// difference is one of these: a new update, an answer to a question that was open, progress that an update tells, or a
/// change that an entry under `corrections` owns up to. Everything else would rewrite the past without a trace.
///
/// ```yaml
/// losses: [{id: iotx, token: IOTX, amount: 4400000}]      # wrong, alone: 4300000 was published
/// corrections:                                            # right
///   - at: 2026-02-24
///     of: losses#iotx.amount
///     kind: factual
///     was: "4300000"
///     now: "4400000"
///     reason: the first count left out UNI
/// ```
///
/// `was` and `now` quote all that changed in the field; a second change needs a second entry. A factual correction and a
/// retraction say why. A typo changes letters, never a figure, a time or a word of a vocabulary.
package struct SilentEdit: DiagnosticPage {
    package static let code = "silent-edit"
    package static let title = "a published word changes only under a correction"
}
