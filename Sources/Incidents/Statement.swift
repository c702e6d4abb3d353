/// The facts of a statement: an answer to "are you affected by somebody else's incident?"
package struct Statement: Sendable {
    package var event: Event?
    package var products: [ProductStatus] = []
    /// General safeguards that are true and justify nothing; prose, each.
    package var posture: [String] = []
    /// The moment by which the answer is looked at again.
    package var review: Moment?

    package init() {}

    /// The incident elsewhere.
    package struct Event: Sendable, Hashable {
        package var name: String
        package var summary: String?
        package var aliases: [String] = []
        package var source: String?

        package init(name: String) {
            self.name = name
        }
    }
}

/// One product's answer, in VEX terms.
package struct ProductStatus: Sendable, Hashable {
    package struct Check: Sendable, Hashable {
        package var at: Moment
        package var method: String?
        package var by: String?
        package var evidence: String?

        package init(at: Moment) {
            self.at = at
        }
    }

    package var id: String?
    /// An id of the site's register.
    package var asset: String
    package var versions: String?
    /// One of `under_investigation`, `affected`, `fixed`, `not_affected`.
    package var status: RecordStatus?
    package var justification: Justification?
    /// Prose.
    package var impact: String?
    /// Prose.
    package var action: String?
    package var checked: Check?

    package init(asset: String) {
        self.asset = asset
    }
}

/// The facts of an advisory: what is vulnerable, what fixes it, by when.
package struct Advisory: Sendable {
    package var affected: [AffectedProduct] = []
    package var exposureWindow: ExposureWindow?
    package var exploitation: Exploitation?
    package var fix: FixRelease?
    /// Prose.
    package var workaround: String?
    /// A CVSS vector.
    package var cvss: String?

    package init() {}

    package struct AffectedProduct: Sendable, Hashable {
        package var id: String?
        package var asset: String
        package var introduced: String?
        package var fixed: String?
        package var lastAffected: String?

        package init(asset: String) {
            self.asset = asset
        }
    }

    package struct ExposureWindow: Sendable, Hashable {
        package var start: Moment
        package var end: Moment?

        package init(start: Moment, end: Moment? = nil) {
            self.start = start
            self.end = end
        }
    }

    package struct Exploitation: Sendable, Hashable {
        package var known: KnownExploitation
        package var since: Moment?

        package init(known: KnownExploitation, since: Moment? = nil) {
            self.known = known
            self.since = since
        }
    }

    package struct FixRelease: Sendable, Hashable {
        package var version: String
        package var isMandatory: Bool?
        package var deadline: Moment?

        package init(version: String) {
            self.version = version
        }
    }
}
