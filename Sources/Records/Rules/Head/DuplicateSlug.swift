import Diagnostics

/// A slug is the address of one page.
///
/// The page of a record stands at `incidents/SLUG/`. Two records with one slug would write the same page, and one of
/// them would be gone. Where no `slug` is written, it is the file's name.
///
/// ```yaml
/// # incidents/2025/bridge.yml and incidents/2026/bridge.yml: both are incidents/bridge/
/// slug: bridge-2026   # right, in the newer one
/// ```
///
/// Write a `slug` into the newer record. The page that is published already keeps its address.
struct DuplicateSlug: Rule {
    static let code = "duplicate-slug"
    static let title = "a slug is the address of one page"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        let slug = file.record.slug
        guard file.isSound("slug"), let first = site.firstRecord(slug: slug),
            first.file.path != file.file.path
        else { return }
        let isWritten = file.has("slug")
        report.add(
            Self.finding(
                "`\(slug)` is the slug of two records; their pages would overwrite each other",
                at: file.span(isWritten ? "slug" : "id"),
                label: isWritten ? "used again here" : "takes its slug from the file's name",
                secondary: [
                    Label(
                        first.span(first.has("slug") ? "slug" : "id"),
                        first.has("slug") ? "used first here" : "takes the same slug from its file's name")
                ],
                help: "write another slug, such as  slug: \(slug)-\(file.record.id.lowercased())"))
    }
}
