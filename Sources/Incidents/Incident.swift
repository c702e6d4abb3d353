/// The facts of an incident. Each list is empty where the record says nothing; where an honest `none` or `unknown` is
/// something else than silence, a type of its own says so.
///
/// They are the most of a record and never change, so that all who ask for them share them.
package final class Incident: Sendable {
    package let timeline: [TimelineEvent]
    package let assets: [AssetExposure]
    package let losses: Losses
    package let usersAffected: UsersAffected
    package let rootCause: RootCause?
    package let assurances: [Assurance]
    package let mitigations: [Mitigation]
    package let accounts: [OnChainAccount]
    package let transactions: [OnChainTransaction]
    package let thirdParties: [ThirdParty]
    package let lessons: Lessons?

    package init(
        timeline: [TimelineEvent] = [], assets: [AssetExposure] = [], losses: Losses = .notStated,
        usersAffected: UsersAffected = .notStated, rootCause: RootCause? = nil, assurances: [Assurance] = [],
        mitigations: [Mitigation] = [], accounts: [OnChainAccount] = [],
        transactions: [OnChainTransaction] = [], thirdParties: [ThirdParty] = [], lessons: Lessons? = nil
    ) {
        self.timeline = timeline
        self.assets = assets
        self.losses = losses
        self.usersAffected = usersAffected
        self.rootCause = rootCause
        self.assurances = assurances
        self.mitigations = mitigations
        self.accounts = accounts
        self.transactions = transactions
        self.thirdParties = thirdParties
        self.lessons = lessons
    }

    /// The moment of a milestone; nil where the timeline has none or its time is unknown.
    package func moment(of milestone: Milestone) -> Moment? {
        for index in timeline.indices where timeline[index].milestone == milestone {
            return timeline[index].at
        }
        return nil
    }
}

package struct TimelineEvent: Sendable, Hashable {
    package var id: String?
    /// Nil where the record says `unknown`.
    package var at: Moment?
    /// Prose.
    package var text: String
    package var phase: Phase?
    package var milestone: Milestone?
    package var actor: String?
    package var source: String?
    package var confidence: Confidence?

    package init(
        at: Moment?, text: String, id: String? = nil, phase: Phase? = nil, milestone: Milestone? = nil,
        actor: String? = nil, source: String? = nil, confidence: Confidence? = nil
    ) {
        self.id = id
        self.at = at
        self.text = text
        self.phase = phase
        self.milestone = milestone
        self.actor = actor
        self.source = source
        self.confidence = confidence
    }
}

/// What was or was not touched.
package struct AssetExposure: Sendable, Hashable {
    package var id: String?
    /// An id of the site's register.
    package var asset: String
    package var exposure: Exposure?
    package var status: OperationalStatus?
    /// Prose.
    package var detail: String?
    package var source: String?

    package init(
        asset: String, id: String? = nil, exposure: Exposure? = nil, status: OperationalStatus? = nil,
        detail: String? = nil, source: String? = nil
    ) {
        self.id = id
        self.asset = asset
        self.exposure = exposure
        self.status = status
        self.detail = detail
        self.source = source
    }
}

package enum UsersAffected: Sendable, Hashable {
    case notStated, noOne, unknown
    /// A count of people or accounts and, in words, what was counted.
    case count(Quantity, basis: String?)
}

package struct RootCause: Sendable, Hashable {
    package var category: CauseCategory
    package var confidence: Confidence?
    /// Prose.
    package var summary: String?
    /// Prose.
    package var contributing: [String] = []
    /// `CWE-…`.
    package var weaknesses: [String] = []
    package var source: String?

    package init(category: CauseCategory) {
        self.category = category
    }
}

/// A word that readers lean on, with what it means here.
package struct Assurance: Sendable, Hashable {
    package enum Saying: Sendable, Hashable {
        case defined(AssuranceWord)
        case text(String)
    }

    package enum Meaning: Sendable, Hashable {
        /// `not_stated`: the word was said and not explained; shown as open.
        case notStated
        /// Prose.
        case prose(String)
    }

    package var id: String?
    package var says: Saying
    package var means: Meaning?
    package var scope: String?
    package var asOf: Moment?
    package var by: String?
    package var evidence: [String] = []
    package var confidence: Confidence?

    package init(says: Saying) {
        self.says = says
    }
}

/// What was done, or what is promised. It never changes, and pages, feeds and cards share it.
package final class Mitigation: Sendable {
    /// A due date that changed.
    package struct Move: Sendable, Hashable {
        package var at: Moment
        package var from: Moment?
        package var to: Moment?
        package var why: String?

        package init(at: Moment) {
            self.at = at
        }
    }

    /// What is done, in one line.
    package let action: String
    package let id: String?
    package let kind: MitigationKind?
    package let status: MitigationStatus?
    package let owner: String?
    package let due: Moment?
    package let done: Moment?
    package let moved: [Move]
    /// Prose.
    package let detail: String?
    package let evidence: String?

    package init(
        action: String, id: String? = nil, kind: MitigationKind? = nil, status: MitigationStatus? = nil,
        owner: String? = nil, due: Moment? = nil, done: Moment? = nil, moved: [Move] = [],
        detail: String? = nil, evidence: String? = nil
    ) {
        self.action = action
        self.id = id
        self.kind = kind
        self.status = status
        self.owner = owner
        self.due = due
        self.done = done
        self.moved = moved
        self.detail = detail
        self.evidence = evidence
    }

    package var isCommitment: Bool { status?.isCommitment ?? false }
}

package struct OnChainAccount: Sendable, Hashable {
    package var id: String?
    /// CAIP-10.
    package var account: String
    package var role: AccountRole?
    package var label: String?

    package init(account: String) {
        self.account = account
    }
}

package struct OnChainTransaction: Sendable, Hashable {
    package var id: String?
    /// CAIP-2.
    package var chain: String
    package var hash: String?
    package var role: TransactionRole?
    package var label: String?
    package var at: Moment?

    package init(
        chain: String, id: String? = nil, hash: String? = nil, role: TransactionRole? = nil,
        label: String? = nil, at: Moment? = nil
    ) {
        self.id = id
        self.chain = chain
        self.hash = hash
        self.role = role
        self.label = label
        self.at = at
    }
}

package struct ThirdParty: Sendable, Hashable {
    package var id: String?
    package var name: String
    package var role: String?
    package var involvement: Involvement?
    package var detail: String?
    package var source: String?

    package init(name: String) {
        self.name = name
    }
}

/// Prose, each.
package struct Lessons: Sendable, Hashable {
    package var wentWell: [String] = []
    package var wentWrong: [String] = []
    package var gotLucky: [String] = []

    package init() {}

    package var isEmpty: Bool { wentWell.isEmpty && wentWrong.isEmpty && gotLucky.isEmpty }
}
