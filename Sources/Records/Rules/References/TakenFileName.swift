import Diagnostics
import Incidents

/// A text beside the record has a name of its own in the page's folder.
///
/// It is published beside the record's page under the last part of its path. Where the page, its feeds or another text
/// stand under that name already, one of the two would be lost.
///
/// ```yaml
/// references:
///   - {id: letter, title: Letter to users, file: sources/announcement.txt}   # wrong: the newest word in one text
///   - {id: letter, title: Letter to users, file: sources/letter.txt}         # right
/// ```
struct TakenFileName: Rule {
    static let code = "taken-file-name"
    static let title = "a text beside the record has a name of its own in the page's folder"
    static let concerns: RecordParts = .references

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        var first: [String: (path: String, index: Int)] = [:]
        for (index, reference) in file.record.references.enumerated() {
            guard let path = reference.file, file.isSound("references", .index(index), "file") else {
                continue
            }
            let name = Reference.publishedName(of: path)
            let key = name.lowercased()
            if Reference.takenNames.contains(key) {
                report.add(
                    Self.finding(
                        "`\(name)` is the name of a file that the page has itself",
                        at: file.span("references", .index(index), "file"),
                        help: "give the text a name that tells what it is, such as `letter.txt`"))
            } else if let earlier = first[key], earlier.path != path {
                report.add(
                    Self.finding(
                        "`\(name)` would stand beside the page twice",
                        at: file.span("references", .index(index), "file"), label: "named again here",
                        secondary: [
                            Label(
                                file.span("references", .index(earlier.index), "file"), "named first here")
                        ],
                        help: "give one of the two texts another name"))
            } else if first[key] == nil {
                first[key] = (path, index)
            }
        }
    }
}
