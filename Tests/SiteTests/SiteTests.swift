import Diagnostics
import Incidents
import Testing

@testable import Site

@Suite("The built-in theme")
struct ThemeTests {
    @Test("the program's own theme compiles without a finding")
    func builtIn() throws {
        var report = Report()
        _ = try #require(Theme(.builtIn, into: &report))
        #expect(report.diagnostics.map(\.message) == [])
    }
}
