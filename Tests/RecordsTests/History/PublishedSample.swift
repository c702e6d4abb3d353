import Diagnostics
import Records
import Syntax

/// A published incident with something in every list, and ways to change it.
enum PublishedSample {
    static let text = """
        id: ABC-2026-0007
        kind: incident
        title: Token safe drained after a key compromise
        status: identified
        severity: high
        disclosed: 2026-02-21
        summary: |
          On 21 February somebody took 4.3 million dollars from the token safe.

          We paused the bridge and look into how the key was lost.
        tags: [bridge]
        references:
          - id: statement
            title: First statement
            url: https://example.org/statement
            type: announcement
        advice:
          - do: Revoke approvals to the bridge
            urgency: now
        timeline:
          - id: start
            at: 2026-02-21T07:00:00Z
            milestone: started
            text: The first withdrawal.
          - at: 2026-02-21T09:20:00Z
            text: An analyst reports the transfers.
          - at: 2026-02-21T10:05:00Z
            text: The bridge is paused by its guardians.
        assets:
          - asset: bridge
            exposure: affected
            status: major_outage
          - asset: wallet
            exposure: not_affected
            detail: It holds no keys of the bridge.
        losses:
          - id: usdc
            token: USDC
            amount: 4300000
            class: stolen
            frozen: unknown
            at_large: 4300000
          - id: uni
            amount: unknown
            class: stolen
        users_affected: unknown
        root_cause:
          category: unknown
          summary: A key was used from a machine that is not ours.
          contributing:
            - One key sufficed for both contracts.
            - Nobody watched the mint function.
        assurances:
          - says: contained
            means: The key was removed from both contracts.
            as_of: 2026-02-21
        mitigations:
          - id: pause
            action: Pause the bridge
            status: done
          - id: compensation
            action: Compensate users in full
            status: planned
            owner: treasury
            due: 2026-03-31
        questions:
          - id: key
            asks: How was the key lost?
            about: root_cause.summary
          - id: first
            asks: Who saw it first?
            answer: An analyst.
        updates:
          - id: u1
            at: 2026-02-21T12:00:00Z
            status: investigating
            body: We are looking into transfers from the token safe.
          - id: u2
            at: 2026-02-21T18:00:00Z
            status: identified
            body: A key was compromised. User funds on other chains are not affected.
        corrections:
          - at: 2026-02-22
            of: title
            kind: typo
            was: Tokn
            now: Token
        x-internal: anything

        """

    static func read(_ text: String) -> RecordFile? {
        var report = Report()
        let file = RecordReader().read(SourceFile(path: "incidents/sample.yml", text: text), into: &report)
        return report.hasErrors ? nil : file
    }

    static let published: JSONValue = read(text).map { CanonicalRecord.value(of: $0) } ?? .null

    /// The sample with one stretch replaced by another.
    static func editing(_ old: String, _ new: String) -> String {
        let places = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        return places.joined(separator: new)
    }

    static func appending(_ list: String, _ row: String) -> String {
        editing("\n\(list):\n", "\n\(list):\n\(row)\n")
    }

    static func review(_ text: String) -> RevisionReview? {
        read(text).map { RevisionReview(published: published, current: CanonicalRecord.value(of: $0)) }
    }
}
