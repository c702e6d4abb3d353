import Diagnostics
import Incidents
import Site
import System

extension Project {
    /// The theme of a site: the built-in one with the site's own files in the place of their namesakes.
    ///
    /// The site's own files are those of the folder that the configuration names, else of `templates/`. A folder or a
    /// logo that is named and not there is a finding.
    func theme(of site: SiteConfiguration, into report: inout Report) throws(FileFailure) -> ThemeFiles {
        let name = site.theme.templates ?? "templates"
        var own: [SourceFile] = []
        if Disk.isFolder(path(name)) {
            for file in try Disk.files(under: path(name)) { own.append(try source(name + "/" + file)) }
        } else if site.theme.templates != nil {
            try reportMissing(name, "folder", into: &report)
        }
        var theme = ThemeFiles.builtIn.overridden(by: own, in: name)
        if let logo = site.theme.logo {
            if Disk.isFile(path(logo)) {
                theme.logo = try source(logo)
            } else {
                try reportMissing(logo, "file", into: &report)
            }
        }
        return theme
    }

    private func reportMissing(_ name: String, _ what: String, into report: inout Report) throws(FileFailure)
    {
        let configuration = try source(Self.configurationName)
        report.add(
            Diagnostic(
                "missing-theme", "there is no \(what) `\(name)` beside aboveboard.yml",
                at: SourceSpan(file: configuration, start: 0, end: 0),
                help: "put it there, or take the key under `theme` away"))
    }
}
