/// The times that readers ask for, computed from milestones and the head's `disclosed`; nil where a moment is missing.
package struct Durations: Sendable, Hashable {
    /// From `started` to `detected`.
    package let timeToDetect: Elapsed?
    /// From `detected` to `contained`.
    package let timeToContain: Elapsed?
    /// From `detected` to the first public word.
    package let timeToDisclose: Elapsed?
    /// From `started` to `resolved`.
    package let timeToResolve: Elapsed?

    package init(
        timeToDetect: Elapsed?, timeToContain: Elapsed?, timeToDisclose: Elapsed?, timeToResolve: Elapsed?
    ) {
        self.timeToDetect = timeToDetect
        self.timeToContain = timeToContain
        self.timeToDisclose = timeToDisclose
        self.timeToResolve = timeToResolve
    }

    package init(of record: Record) {
        switch record.facts {
        case .incident(let incident): self.init(of: incident, disclosed: record.disclosed)
        case .statement, .advisory:
            self.init(timeToDetect: nil, timeToContain: nil, timeToDisclose: nil, timeToResolve: nil)
        }
    }

    /// `disclosed` is the record's first public word.
    package init(of incident: Incident, disclosed: Moment) {
        let started = incident.moment(of: .started)
        let detected = incident.moment(of: .detected)
        func elapsed(_ from: Moment?, _ to: Moment?) -> Elapsed? {
            guard let from, let to else { return nil }
            return Elapsed(from: from, to: to)
        }
        timeToDetect = elapsed(started, detected)
        timeToContain = elapsed(detected, incident.moment(of: .contained))
        timeToDisclose = elapsed(detected, disclosed)
        timeToResolve = elapsed(started, incident.moment(of: .resolved))
    }
}
