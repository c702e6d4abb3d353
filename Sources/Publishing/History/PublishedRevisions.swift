import Digests
import Incidents
import Records
import Site
import System

/// What a build shows of the history: the log, and each revision as it can be read again.
struct PublishedRevisions: Sendable {
    /// Nil where nothing was published yet.
    let log: PublicLog?
    private let project: Project

    /// Reads the log; one that does not hold together is a failure, which a check has told with its place before.
    init(of project: Project, site: SiteConfiguration) throws(FileFailure) {
        self.project = project
        do {
            switch try HistoryFolder(of: project).read() {
            case .whole(let history): log = history.size == 0 ? nil : PublicLog(history, site: site)
            case .branches:
                throw HistoryFailure(LogFile.path, "it holds the entries of two branches", help: "")
            }
        } catch let failure as FileFailure {
            throw failure
        } catch {
            throw FileFailure("read", LogFile.path, .other, cause: "\(error)")
        }
    }

    /// As though nothing was published.
    init(none project: Project) {
        self.project = project
        log = nil
    }

    /// A record as pages are made of it; `canonical` is its canonical JSON.
    func entry(of file: RecordFile, _ canonical: [UInt8], _ attachments: [RecordLibrary.Attachment])
        -> Catalogue.Entry
    {
        Catalogue.Entry(
            record: file.record, canonicalJSON: canonical, digest: SHA256Digest(of: canonical).hex,
            attachments: attachments.map { ($0.path, $0.bytes) }, revisions: contents(of: file.record.id))
    }

    /// The same files as they stand, those that are missing included.
    func inputs(of id: String) -> [RememberedRecord.Input] {
        (log?.history.revisions(of: id) ?? []).map { _, revision in
            let path = HistoryFolder.contentPath(id, revision.number)
            let stamp = (try? Disk.stamp(of: project.path(path))) ?? nil
            return RememberedRecord.Input(path: path, stamp: stamp)
        }
    }

    /// The files that the history keeps of a record's revisions; one that cannot be read is left out, and missed by
    /// `verify`.
    func contents(of id: String) -> [(number: Int, bytes: [UInt8])] {
        (log?.history.revisions(of: id) ?? []).compactMap { _, revision in
            let path = project.path(HistoryFolder.contentPath(id, revision.number))
            return (try? Disk.read(path)).map { (revision.number, $0) }
        }
    }
}
