import ArgumentParser
import Incidents

/// A moment to the second on the command line, such as `2026-02-21T12:00:00Z`.
struct MomentArgument: ExpressibleByArgument {
    let moment: Moment

    init?(argument: String) {
        guard let moment = try? Moment(parsing: argument), moment.precision == .second else { return nil }
        self.moment = moment
    }
}
