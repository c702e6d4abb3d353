import System
import TestKit

/// A site in a scratch folder that `init` made, for tests of the other commands.
struct SiteOfTests {
    let scratch: ScratchFolder
    var folder: String { scratch.path(of: "site") }

    init() throws {
        scratch = try ScratchFolder()
        _ = try Program.run(
            [
                "init", "site", "--title", "Example Bridge", "--url", "https://example.org/incidents/",
                "--asset",
                "Example bridge",
            ], in: scratch.path)
        try Disk.remove(scratch.path(of: "site/incidents/" + example))
    }

    private var example: String {
        get throws { try Disk.files(under: scratch.path(of: "site/incidents"))[0] }
    }

    func run(_ arguments: String..., input: String = "") throws -> CommandRun {
        try Program.run(arguments, in: folder, input: input)
    }

    func write(_ text: String, to path: String) throws { try scratch.write(text, to: "site/" + path) }
    func text(of path: String) throws -> String { try scratch.text(of: "site/" + path) }

    /// A first notice that checks clean.
    static func notice(id: String = "EB-2026-0001") -> String {
        """
        # A comment at the top.
        id: \(id)
        kind: incident
        title: Withdrawals are paused   # as we told it
        status: investigating
        severity: unknown
        disclosed: 2026-05-20T11:40:00Z
        summary: We see withdrawals that we did not start.
        advice: unknown
        assets:
          - {asset: example-bridge, exposure: unknown}
        updates:
          - id: u1
            at: 2026-05-20T11:40:00Z
            status: investigating
            body: |
              We see withdrawals.

              Please wait.
            # the next word is promised
            next_update: 2026-05-20T13:00:00Z
            # written in a hurry

        # The end.

        """
    }
}
