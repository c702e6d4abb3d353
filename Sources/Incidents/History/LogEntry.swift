/// One line of the log, which is also one leaf of its tree: the bytes are what is hashed.
package struct LogEntry: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case revision(Revision)
        case redaction(Redaction)
    }

    package let content: Content
    /// The line without its line feed.
    package let bytes: [UInt8]

    package init(_ content: Content, bytes: [UInt8]) {
        self.content = content
        self.bytes = bytes
    }

    /// The record that the entry is about.
    package var id: String {
        switch content {
        case .revision(let revision): revision.id
        case .redaction(let redaction): redaction.id
        }
    }

    package var at: Moment {
        switch content {
        case .revision(let revision): revision.at
        case .redaction(let redaction): redaction.at
        }
    }

    package var revision: Revision? {
        if case .revision(let revision) = content { revision } else { nil }
    }

    package var redaction: Redaction? {
        if case .redaction(let redaction) = content { redaction } else { nil }
    }
}

/// A signed checkpoint that was published and is kept, so that what readers kept can be held against it.
package struct KeptCheckpoint: Hashable, Sendable {
    /// How many entries the log had.
    package let size: Int
    /// The signed note as published.
    package let bytes: [UInt8]

    package init(size: Int, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }
}
