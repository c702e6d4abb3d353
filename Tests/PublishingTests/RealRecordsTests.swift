import Publishing
import System
import Testing

@Suite("The real records")
struct RealRecordsTests {
    @Test("every record of incidents/ checks without an error")
    func realRecordsAreSound() throws {
        let here = Disk.split(#filePath).folder
        let project = try #require(try Project.find(from: here))
        let outcome = try Publisher(project).check()
        #expect(outcome.fileCount >= 3)
        #expect(outcome.report.sorted.filter { $0.severity == .error }.map(\.message) == [])
    }
}
