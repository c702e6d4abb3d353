import Diagnostics
import Incidents
import Publishing
import Records
import System

extension Project {
    /// `aboveboard.yml` as values; its errors are told and end the command.
    func configuration() throws -> SiteConfiguration {
        var report = Report()
        let site = SiteReader().read(try source(Self.configurationName), into: &report)
        let errors = report.sorted.filter { $0.severity == .error }
        guard let site, errors.isEmpty else {
            let terminal = Terminal(.error)
            try StandardStream.error.write(
                DiagnosticFormat.framed.rendered(
                    errors, RenderingOptions(usesColor: terminal.welcomesColor, width: terminal.columns)))
            throw ExitStatus.errors
        }
        return site.configuration
    }
}
