import Incidents

/// A claim that does not hold any more: a newer one took its place, the record disputes it, or a correction took it back.
/// It stays under `claims`, and backs no figure of the headline.
struct FallenClaim {
    /// As a sentence says it: `superseded`, `disputed` or `retracted`.
    let word: String
    /// Where the record says so.
    let place: FieldPath

    /// Nil where the claim stands.
    init?(_ index: Int, in record: Record) {
        let claim = record.claims[index]
        if let newer = claim.supersededBy, newer != claim.id,
            record.claims.contains(where: { $0.id == newer })
        {
            self.init(word: "superseded", place: FieldPath("claims", .index(index), "superseded_by"))
        } else if claim.disputed != nil {
            self.init(word: "disputed", place: FieldPath("claims", .index(index), "disputed"))
        } else if claim.confidence == .disputed {
            self.init(word: "disputed", place: FieldPath("claims", .index(index), "confidence"))
        } else if let id = claim.id, let correction = Self.retraction(of: id, in: record) {
            self.init(word: "retracted", place: FieldPath("corrections", .index(correction), "kind"))
        } else {
            return nil
        }
    }

    private init(word: String, place: FieldPath) {
        self.word = word
        self.place = place
    }

    private static func retraction(of id: String, in record: Record) -> Int? {
        record.corrections.firstIndex { correction in
            correction.kind == .retraction
                && FieldReference(correction.of).steps.starts(with: [.key("claims"), .row(id)])
        }
    }
}
