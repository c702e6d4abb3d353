import Incidents

/// What some records have and others have not. A rule that is about a part is not asked about a record without it: most
/// records lack what half of the rules are about.
package struct RecordParts: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// What every record has.
    static let head = RecordParts(rawValue: 1 << 0)
    static let incident = RecordParts(rawValue: 1 << 1)
    static let statement = RecordParts(rawValue: 1 << 2)
    static let advisory = RecordParts(rawValue: 1 << 3)
    static let updates = RecordParts(rawValue: 1 << 4)
    static let corrections = RecordParts(rawValue: 1 << 5)
    static let claims = RecordParts(rawValue: 1 << 6)
    static let questions = RecordParts(rawValue: 1 << 7)
    static let references = RecordParts(rawValue: 1 << 8)
    /// Rows of losses.
    static let losses = RecordParts(rawValue: 1 << 9)
    static let mitigations = RecordParts(rawValue: 1 << 10)
    static let withdrawal = RecordParts(rawValue: 1 << 11)
    static let embargo = RecordParts(rawValue: 1 << 12)
    static let issuer = RecordParts(rawValue: 1 << 13)
    static let related = RecordParts(rawValue: 1 << 14)
    /// Addresses of the web anywhere in the file.
    static let addresses = RecordParts(rawValue: 1 << 15)
    /// What a `TextScan` takes for links that need a closer look.
    static let oddLinks = RecordParts(rawValue: 1 << 16)

    /// Those of a record that was read.
    init(of record: Record, _ scan: TextScan) {
        self = .head
        switch record.facts {
        case .incident(let incident):
            insert(.incident)
            if !incident.losses.rows.isEmpty { insert(.losses) }
            if !incident.mitigations.isEmpty { insert(.mitigations) }
        case .statement: insert(.statement)
        case .advisory: insert(.advisory)
        }
        if !record.updates.isEmpty { insert(.updates) }
        if !record.corrections.isEmpty { insert(.corrections) }
        if !record.claims.isEmpty { insert(.claims) }
        if !record.questions.isEmpty { insert(.questions) }
        if !record.references.isEmpty { insert(.references) }
        if record.withdrawn != nil { insert(.withdrawal) }
        if record.embargo != nil { insert(.embargo) }
        if record.issuer != nil { insert(.issuer) }
        if !record.related.isEmpty { insert(.related) }
        if !scan.addresses.isEmpty { insert(.addresses) }
        if scan.mayHoldOddLinks { insert(.oddLinks) }
    }
}
