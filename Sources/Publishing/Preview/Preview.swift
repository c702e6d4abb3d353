import Diagnostics
import Incidents
import Records
import Site
import System

/// A preview of a site while it is being written: built into a folder of its own, built again whenever something is
/// saved, and shown to browsers all the while.
package final class Preview: Sendable {
    /// What one build of the preview came to.
    package struct Round: Sendable {
        package let report: Report
        /// Nil where errors kept the last good site.
        package let summary: OutputSummary?
        package let recordCount: Int
        package let milliseconds: Double
    }

    package let server: PreviewServer
    private let project: Project
    private let options: Publisher.Options
    private let state: PreviewState

    /// Takes the port; nothing is built yet. Where `port` is nil the first free one from 8000 on is taken.
    package init(
        of project: Project, options: Publisher.Options, host: String = "127.0.0.1", port: UInt16? = nil
    ) throws {
        self.project = project
        self.options = options
        var report = Report()
        let source = try project.source(Project.configurationName)
        let site = SiteReader().read(source, into: &report)?.configuration ?? SiteConfiguration()
        let state = PreviewState()
        self.state = state
        let base = SiteAddress(site).basePath
        server = PreviewServer(
            try Self.socket(host, port),
            files: PreviewFiles(folder: Self.folder(of: project), basePath: base.hasPrefix("/") ? base : "/"),
            state: state)
    }

    /// The preview's own site, which readers never see: it may hold drafts.
    private static func folder(of project: Project) -> String {
        Disk.join(project.cacheFolder, "preview")
    }

    private static func socket(_ host: String, _ port: UInt16?) throws(NetworkFailure) -> ListeningSocket {
        if let port { return try ListeningSocket(host: host, port: port) }
        for candidate in UInt16(8000)..<8020 {
            do {
                return try ListeningSocket(host: host, port: candidate)
            } catch {
                guard error.isTaken else { throw error }
            }
        }
        return try ListeningSocket(host: host, port: 0)
    }

    /// Builds, and builds again after every change until the process ends; `tell` hears of each build.
    package func keepBuilding(_ tell: (Result<Round, FileFailure>) -> Void) {
        var watch = FolderWatch(watchedFolders)
        var known = watchedFolders
        while true {
            tell(build())
            // The configuration may name another theme by now, which may have changed before it was watched.
            if watchedFolders != known {
                known = watchedFolders
                watch = FolderWatch(known)
            } else {
                watch.wait(settling: 8)
            }
        }
    }

    private var watchedFolders: [WatchedFolder] {
        var folders = [WatchedFolder(project.folder, isDeep: false)]
        var theme = "templates"
        var report = Report()
        if let source = try? project.source(Project.configurationName),
            let site = SiteReader().read(source, into: &report)
        {
            theme = site.configuration.theme.templates ?? theme
            if let logo = site.configuration.theme.logo {
                let holder = Disk.split(logo).folder
                if holder != "." { folders.append(WatchedFolder(project.path(holder), isDeep: false)) }
            }
        }
        folders += ["incidents", "history", theme].map { WatchedFolder(project.path($0), isDeep: true) }
        return folders
    }

    /// The options with a "now" that is no later than today, which a preview may ask for: its writer alone reads it.
    private var optionsOfToday: Publisher.Options {
        guard case .data = options.asOf else { return options }
        var options = options
        options.asOf = .dataUpToToday
        return options
    }

    /// Builds once and tells the pages that are open.
    package func build() -> Result<Round, FileFailure> {
        let watch = Stopwatch()
        do throws(FileFailure) {
            let publisher = Publisher(project, options: optionsOfToday)
            let outcome = try publisher.build(into: Self.folder(of: project))
            if let summary = outcome.summary {
                state.built(changedSite: summary.written + summary.removed > 0)
            } else {
                let errors = outcome.report.sorted.filter { $0.severity == .error }
                state.failed(DiagnosticFormat.framed.rendered(errors, RenderingOptions()))
            }
            return .success(
                Round(
                    report: outcome.report, summary: outcome.summary, recordCount: outcome.recordCount,
                    milliseconds: watch.milliseconds))
        } catch {
            state.failed(error.message)
            return .failure(error)
        }
    }
}
