import Digests
import Incidents
import Site
import System

/// The secret key that signs a site's log, read from where no repository holds it.
package enum LogKey {
    /// The secret key's text itself, for machines that keep secrets in the environment.
    package static let variable = "ABOVEBOARD_LOG_KEY"
    /// The path of a file that holds it.
    package static let fileVariable = "ABOVEBOARD_LOG_KEY_FILE"

    /// The key of `--key FILE`, else of the environment; nil where none is given, and the log stays unsigned.
    ///
    /// A key whose name is not the log's is refused, and so is one other than the log was signed with before: readers
    /// hold the log against one key.
    package static func find(file: String?, for site: SiteConfiguration, history: RevisionHistory) throws
        -> NoteSigner?
    {
        guard let (text, source) = try read(file) else { return nil }
        let line = text.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init) ?? ""
        guard let signer = NoteSigner(secretText: line) else {
            throw PublicationFailure(
                "\(source) holds no secret key",
                help: "`aboveboard key new FILE` writes one, as PRIVATE+KEY+name+hash+seed")
        }
        let origin = LogAddress.origin(of: site)
        guard signer.key.name == origin else {
            throw PublicationFailure(
                "the key is of the log \(signer.key.name), and this site's is \(origin)",
                help: "sign each log with a key of its own: `aboveboard key new FILE` makes one for this site"
            )
        }
        if let known = history.verifierKey, known != signer.key.text {
            throw PublicationFailure(
                "the log was signed by another key, \(known.split(separator: "+").prefix(2).joined(separator: "+"))",
                help:
                    "publish with the key that \(HistoryFolder.keyPath) names: readers hold the log against it"
            )
        }
        return signer
    }

    private static func read(_ file: String?) throws(FileFailure) -> (text: String, source: String)? {
        if file == nil, let text = Environment.value(of: variable), !text.isEmpty { return (text, variable) }
        guard let path = file ?? Environment.value(of: fileVariable), !path.isEmpty else { return nil }
        return (String(decoding: try Disk.read(path, limit: 4096), as: UTF8.self), path)
    }

    /// Makes a key for a site's log and writes the secret half to a new file that only its owner may read. Returns the
    /// verifier key's text.
    ///
    /// A file within a repository is refused: what was committed once is not secret any more.
    package static func create(at path: String, for site: SiteConfiguration) throws -> String {
        let absolute = try Disk.absolutePath(of: path)
        if let repository = repository(around: absolute) {
            throw PublicationFailure(
                "\(path) lies in the repository \(repository)",
                help: "write the secret key to a place outside of it, such as ~/aboveboard.key")
        }
        guard let signer = NoteSigner.random(name: LogAddress.origin(of: site)) else {
            throw PublicationFailure(
                "\(LogAddress.origin(of: site)) cannot be the name of a log",
                help: "mend `url` in aboveboard.yml")
        }
        try Disk.create([], at: absolute)
        try Disk.setRights(of: absolute, to: 0o600)
        try Disk.write(Array((signer.secretText + "\n").utf8), to: absolute)
        return signer.key.text
    }

    private static func repository(around path: String) -> String? {
        var folder = Disk.split(path).folder
        while true {
            if Disk.exists(Disk.join(folder, ".git")) { return folder }
            let parent = Disk.split(folder).folder
            guard parent != folder, folder != "/" else { return nil }
            folder = parent
        }
    }
}
