// The words of the record format that stand in enumerations. Raw values are the format's own snake_case words, so that
// Statuspage's, VEX's and CSAF's vocabularies stand in records verbatim.

/// What a record is: something that happened here, an answer about somebody else's incident, or a warning.
package enum RecordKind: String, Sendable, CaseIterable {
    case incident, statement, advisory
}

/// How far a record has come. Which words a record may use depends on its kind: see `RecordKind.statuses`.
package enum RecordStatus: String, Sendable, CaseIterable {
    /// Statuspage's words, for an incident, in their order.
    case investigating, identified, monitoring, resolved, postmortem
    /// The VEX words, for a statement.
    case underInvestigation = "under_investigation"
    case affected, fixed
    case notAffected = "not_affected"
    /// For an advisory.
    case active, superseded

    /// 0 for `investigating` to 4 for `postmortem`; nil for the words of other kinds.
    package var stage: Int? {
        switch self {
        case .investigating: 0
        case .identified: 1
        case .monitoring: 2
        case .resolved: 3
        case .postmortem: 4
        default: nil
        }
    }

    /// Whether readers still wait for news: an incident before `resolved`, a statement under investigation or affected,
    /// an active advisory.
    package var isOpen: Bool {
        switch self {
        case .investigating, .identified, .monitoring, .underInvestigation, .affected, .active: true
        case .resolved, .postmortem, .fixed, .notAffected, .superseded: false
        }
    }
}

extension RecordKind {
    package var statuses: [RecordStatus] {
        switch self {
        case .incident: [.investigating, .identified, .monitoring, .resolved, .postmortem]
        case .statement: [.underInvestigation, .affected, .fixed, .notAffected]
        case .advisory: [.active, .superseded]
        }
    }
}

/// How bad it is for those it touches.
package enum IncidentSeverity: String, Sendable, CaseIterable {
    case critical, high, medium, low, informational, unknown
}

/// Whether the project itself speaks or others tell it from public sources.
package enum Voice: String, Sendable, CaseIterable {
    case own, reconstruction
}

/// How sure the writer is of what a row says.
package enum Confidence: String, Sendable, CaseIterable {
    case confirmed, likely, suspected, unverified, disputed
}

/// The phases of NIST SP 800-61, the attack itself and what was said about it.
package enum Phase: String, Sendable, CaseIterable {
    case attack, detection, analysis, containment, eradication, recovery
    case postIncident = "post_incident"
    case communication
}

/// The four moments from which durations are computed; each at most once in a timeline.
package enum Milestone: String, Sendable, CaseIterable {
    case started, detected, contained, resolved
}

/// Whether something of the register was touched.
package enum Exposure: String, Sendable, CaseIterable {
    case affected
    case notAffected = "not_affected"
    case unknown
}

/// Statuspage's component words: how well a thing works now.
package enum OperationalStatus: String, Sendable, CaseIterable {
    case operational
    case degradedPerformance = "degraded_performance"
    case partialOutage = "partial_outage"
    case majorOutage = "major_outage"
    case underMaintenance = "under_maintenance"
}

/// What happened to tokens that were lost. Minted supply is never added to stolen value.
package enum LossClass: String, Sendable, CaseIterable {
    case stolen, minted, locked, spent, destroyed
}

/// Whose the lost tokens were.
package enum LossOwner: String, Sendable, CaseIterable {
    case treasury, users
    case thirdParty = "third_party"
}

package enum CauseCategory: String, Sendable, CaseIterable {
    case keyCompromise = "key_compromise"
    case smartContract = "smart_contract"
    case supplyChain = "supply_chain"
    case thirdParty = "third_party"
    case frontend, insider, phishing, infrastructure, configuration, unknown
}

/// What a claim is about.
package enum ClaimSubject: String, Sendable, CaseIterable {
    case loss, cause, scope, other
}

package enum Urgency: String, Sendable, CaseIterable {
    case now, soon
    case whenConvenient = "when_convenient"
}

package enum MitigationKind: String, Sendable, CaseIterable {
    case containment, fix, workaround
    case keyRotation = "key_rotation"
    case halt, freeze, monitoring, process, audit, compensation, other
}

package enum MitigationStatus: String, Sendable, CaseIterable {
    case planned
    case inProgress = "in_progress"
    case done, dropped, unknown

    /// Whether it is still owed to readers.
    package var isCommitment: Bool { self == .planned || self == .inProgress }
}

package enum AccountRole: String, Sendable, CaseIterable {
    case victim, attacker, contract, exchange, bridge, recovery
}

package enum TransactionRole: String, Sendable, CaseIterable {
    case theft, mint, transfer, freeze, recovery
    case giveBack = "return"
    case other
}

/// CSAF's words for how far others are involved (`involvements` status).
package enum Involvement: String, Sendable, CaseIterable {
    case contactAttempted = "contact_attempted"
    case inProgress = "in_progress"
    case completed, disputed
    case notContacted = "not_contacted"
    case open
}

/// Why an answer is not given yet.
package enum WithholdingReason: String, Sendable, CaseIterable {
    case lawEnforcement = "law_enforcement"
    case fixPending = "fix_pending"
    case privacy, undecided
}

package enum CorrectionKind: String, Sendable, CaseIterable {
    case typo, clarification, factual, retraction

    /// Whether subscribers hear of it: a typo or a clarification makes no noise.
    package var isNews: Bool { self == .factual || self == .retraction }
}

package enum ReferenceType: String, Sendable, CaseIterable {
    case advisory, article, report, fix, evidence, announcement, web
}

/// The five VEX labels that may justify `not_affected` (CISA VEX Status Justifications, OpenVEX).
package enum Justification: String, Sendable, CaseIterable {
    case componentNotPresent = "component_not_present"
    case vulnerableCodeNotPresent = "vulnerable_code_not_present"
    case vulnerableCodeNotInExecutePath = "vulnerable_code_not_in_execute_path"
    case vulnerableCodeCannotBeControlledByAdversary = "vulnerable_code_cannot_be_controlled_by_adversary"
    case inlineMitigationsAlreadyExist = "inline_mitigations_already_exist"
}

package enum KnownExploitation: String, Sendable, CaseIterable {
    case yes, no, unknown
}

/// What readers are told to lean on; any other text is an assurance in the writer's own words.
package enum AssuranceWord: String, Sendable, CaseIterable {
    case contained
    case fundsSafe = "funds_safe"
    case notExploited = "not_exploited"
    case operational
}

/// CSAF's publisher categories.
package enum PublisherCategory: String, Sendable, CaseIterable {
    case vendor, coordinator, discoverer, translator, user, other
}

package enum AssetType: String, Sendable, CaseIterable {
    case wallet, contract, service, network, application, package, repository, exchange, other
}
