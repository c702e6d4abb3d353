import Incidents
import Testing

@Suite("Elapsed time")
struct ElapsedTests {
    private func elapsed(_ from: String, _ to: String) throws -> Elapsed? {
        Elapsed(from: try Moment(parsing: from), to: try Moment(parsing: to))
    }

    @Test("between two seconds it is exact, offsets and leap days counted")
    func exact() throws {
        let day = try #require(try elapsed("2024-02-28T12:00:00Z", "2024-03-01T12:00:00Z"))
        #expect(day.isExact && day.shortest == 2 * 86_400)
        #expect(try elapsed("2026-02-21T09:00:00+01:00", "2026-02-21T09:00:00Z")?.longest == 3_600)
        #expect(try elapsed("2026-02-21T09:00:00Z", "2026-02-21T09:00:00Z")?.longest == 0)
    }

    @Test("between coarse moments it is a range and never nothing")
    func ranges() throws {
        let sameDay = try #require(try elapsed("2026-02-21", "2026-02-21"))
        #expect(sameDay.shortest == 0 && sameDay.longest == 86_399 && !sameDay.isExact)
        let nextDay = try #require(try elapsed("2026-02-21", "2026-02-22"))
        #expect(nextDay.shortest == 1 && nextDay.longest == 2 * 86_400 - 1)
        let months = try #require(try elapsed("2024-01", "2024-02"))
        #expect(months.shortest == 1 && months.longest == (31 + 29) * 86_400 - 1)
    }

    @Test("one coarse end is enough for a range")
    func mixed() throws {
        let toDay = try #require(try elapsed("2026-02-21T18:00:00Z", "2026-02-22"))
        #expect(toDay.shortest == 6 * 3_600 && toDay.longest == 30 * 3_600 - 1)
        let withinDay = try #require(try elapsed("2026-02-21", "2026-02-21T18:00:00Z"))
        #expect(withinDay.shortest == 0 && withinDay.longest == 18 * 3_600)
    }

    @Test("an end wholly before the beginning has no duration; one that may lie behind it has")
    func backwards() throws {
        #expect(try elapsed("2026-02-21T09:00:01Z", "2026-02-21T09:00:00Z") == nil)
        #expect(try elapsed("2026-02-22", "2026-02-21") == nil)
        #expect(try elapsed("2026-02-22T00:00:00Z", "2026-02-21") == nil)
        #expect(try elapsed("2026-02-21T23:00:00Z", "2026-02-21")?.shortest == 0)
        #expect(try elapsed("2026-02-21T23:00:00Z", "2026-02-21")?.longest == 3_599)
    }

    @Test(
        "a record's durations are told from its milestones and its first word, and only where both ends are known"
    )
    func durations() throws {
        func event(_ milestone: Milestone, _ at: String?) throws -> TimelineEvent {
            var event = TimelineEvent(at: try at.map { try Moment(parsing: $0) }, text: "x")
            event.milestone = milestone
            return event
        }
        let incident = Incident(timeline: [
            try event(.started, "2026-02-21T07:00:00Z"), try event(.detected, "2026-02-21T09:00:00Z"),
            try event(.contained, nil), try event(.resolved, "2026-02-24"),
        ])
        let disclosed = try Moment(parsing: "2026-02-21T09:30:00Z")
        let durations = Durations(of: Record(disclosed: disclosed, facts: .incident(incident)))
        #expect(durations.timeToDetect?.shortest == 7_200)
        #expect(durations.timeToContain == nil)
        #expect(durations.timeToDisclose?.longest == 1_800)
        #expect(durations.timeToResolve?.shortest == 234_000)
        #expect(durations.timeToResolve?.longest == 320_399)
        let statement = Record(disclosed: disclosed, facts: .statement(Statement()))
        #expect(Durations(of: statement).timeToDisclose == nil)
    }
}
