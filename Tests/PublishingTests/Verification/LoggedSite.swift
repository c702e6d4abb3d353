import Digests
import Incidents
import Publishing
import Site
import System
import Testing

/// A site with nothing but its log and its records, as a reader finds it after each publication.
struct LoggedSite {
    let scratch: ScratchProject
    let signer: NoteSigner?
    var records: [RevisionPlan.Candidate] = []

    init(signed: Bool = true) throws {
        scratch = try ScratchProject()
        signer = signed ? NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 5, count: 32)) : nil
    }

    var folder: String { scratch.project.path("site") }
    private var configuration: SiteConfiguration {
        var site = SiteConfiguration()
        site.url = "https://example.org/"
        return site
    }

    mutating func publish(_ records: [RevisionPlan.Candidate], at seconds: Int64) throws {
        self.records = records
        let history = try scratch.publish(records, at: seconds)
        if let signer {
            let root = MerkleTree(entries: history.entries.map(\.bytes)).root
            let checkpoint = Checkpoint(origin: "example.org/log", size: history.size, root: root)
            let note = try #require(SignedNote(text: checkpoint.text)?.signed(by: signer))
            try scratch.history.keep(KeptCheckpoint(size: history.size, bytes: note.bytes), key: signer.key)
        }
        try build()
    }

    func build() throws {
        let history = try scratch.whole()
        for artifact in PublicLog(history, site: configuration).artifacts {
            try write(artifact.bytes, at: artifact.path.text)
        }
        for record in records {
            try write(record.canonical, at: "incidents/\(record.slug)/record.json")
            for (_, revision) in history.revisions(of: record.id) {
                let path = HistoryFolder.contentPath(record.id, revision.number)
                try write(
                    try Disk.read(scratch.project.path(path)),
                    at: LogAddress.revision(revision.number, slug: record.slug))
            }
        }
    }

    func write(_ bytes: [UInt8], at path: String) throws {
        let full = Disk.join(folder, path)
        try Disk.makeFolder(Disk.split(full).folder)
        try Disk.write(bytes, to: full)
    }

    func verify(key: String? = nil, since: [UInt8]? = nil) throws -> LogVerifier.Outcome {
        try LogVerifier(.folder(folder), options: LogVerifier.Options(key: key, since: since)).verify()
    }

    func failure(key: String? = nil, since: [UInt8]? = nil) -> VerificationFailure.Kind? {
        do {
            _ = try verify(key: key, since: since)
            return nil
        } catch let failure as VerificationFailure {
            return failure.kind
        } catch {
            return nil
        }
    }

    static func threeTimes(signed: Bool = true) throws -> LoggedSite {
        var site = try LoggedSite(signed: signed)
        try site.publish([candidate("A-2026-0001")], at: 1000)
        try site.publish([candidate("A-2026-0001", updates: 1), candidate("B-2026-0002")], at: 2000)
        try site.publish([candidate("A-2026-0001", updates: 2), candidate("B-2026-0002")], at: 3000)
        return site
    }
}
