import Syntax

/// Another form of a page's content: a feed or a record's JSON.
struct FeedLink {
    enum Form {
        case feed(Feed.Form)
        case record
    }

    let form: Form
    /// What it is about, for people: the title of a feed says its form behind that.
    let subject: String
    /// Where it stands below the site's address: empty or with a final slash.
    let folder: String

    /// RSS, Atom and JSON Feed in a folder of the site, which ends in `/` or is the root.
    static func feeds(in folder: String, about title: String) -> [FeedLink] {
        Feed.Form.allCases.map { FeedLink(form: .feed($0), subject: title, folder: folder) }
    }

    /// What its form is called; empty for a record.
    var formName: String {
        switch form {
        case .feed(.rss): "RSS"
        case .feed(.atom): "Atom"
        case .feed(.json): "JSON Feed"
        case .record: ""
        }
    }

    /// The media type, such as `application/rss+xml`.
    var mediaType: String {
        switch form {
        case .feed(let form): form.mediaType
        case .record: "application/json"
        }
    }

    /// Appends what it is about, and of a feed the form: `Bridge drained (RSS)`.
    func appendTitle(to bytes: inout [UInt8]) {
        bytes.append(text: subject)
        guard case .feed = form else { return }
        bytes.append(literal: " (")
        bytes.append(text: formName)
        bytes.append(literal: ")")
    }

    /// Appends the path below the site's address.
    func appendPath(to bytes: inout [UInt8]) {
        bytes.append(text: folder)
        switch form {
        case .feed(let form): bytes.append(text: form.file)
        case .record: bytes.append(text: SiteAddress.recordFile)
        }
    }
}

extension Page {
    /// Where another form of a page's content stands, as this page links to it.
    func href(_ link: FeedLink) -> TemplateValue {
        memory.text {
            $0.append(text: root)
            link.appendPath(to: &$0)
        }
    }
}
