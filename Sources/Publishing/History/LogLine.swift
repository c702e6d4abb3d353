import Digests
import Incidents
import Syntax

/// A log entry as a line of canonical JSON, and back. The one spelling of an entry is the one that is hashed: a line that
/// is not written as we write it is refused.
package enum LogLine {
    /// The entry with its bytes.
    package static func entry(_ content: LogEntry.Content) -> LogEntry {
        LogEntry(content, bytes: JSONWriter.bytes(of: value(content), .canonical))
    }

    private static func value(_ content: LogEntry.Content) -> JSONValue {
        switch content {
        case .revision(let revision):
            [
                "entry": "revision", "id": .string(revision.id), "revision": .integer(revision.number),
                "slug": .string(revision.slug), "at": .string(revision.at.rfc3339),
                "record": .string(revision.digest),
                "updates": .object(revision.updates.map { JSONValue.Member($0.id, .string($0.digest)) }),
                "changes": .array(revision.changes.map { .string($0.rawValue) }),
            ]
        case .redaction(let redaction):
            [
                "entry": "redaction", "id": .string(redaction.id), "revision": .integer(redaction.revision),
                "at": .string(redaction.at.rfc3339), "reason": .string(redaction.reason),
            ]
        }
    }

    /// Reads a line without its line feed; nil where it is not an entry in its one spelling.
    package static func read(_ bytes: [UInt8]) -> LogEntry? {
        guard let value = try? JSONReader.read(bytes), let content = content(of: value) else { return nil }
        let entry = entry(content)
        return entry.bytes == bytes ? entry : nil
    }

    private static func content(of value: JSONValue) -> LogEntry.Content? {
        guard let id = value["id"]?.string, let number = value["revision"]?.integer, number > 0,
            let at = value["at"]?.string.flatMap({ try? Moment(parsing: $0) }), at.precision == .second
        else { return nil }
        if value["entry"] == "redaction" {
            guard let reason = value["reason"]?.string else { return nil }
            return .redaction(Redaction(id: id, revision: number, at: at, reason: reason))
        }
        guard let slug = value["slug"]?.string, let digest = digest(value["record"]),
            let updates = value["updates"]?.members, let changes = value["changes"]?.array
        else { return nil }
        var digests: [Revision.UpdateDigest] = []
        for update in updates {
            guard let text = Self.digest(update.value) else { return nil }
            digests.append(Revision.UpdateDigest(id: update.key, digest: text))
        }
        let kinds = changes.compactMap { $0.string.flatMap { ChangeKind(rawValue: $0) } }
        guard kinds.count == changes.count else { return nil }
        return .revision(
            Revision(
                id: id, number: number, slug: slug, at: at, digest: digest, updates: digests, changes: kinds))
    }

    private static func digest(_ value: JSONValue?) -> String? {
        value?.string.flatMap { SHA256Digest(text: $0) }?.text
    }
}
