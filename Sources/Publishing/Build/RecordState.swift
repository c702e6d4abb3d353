import Diagnostics
import Incidents
import Site
import Syntax

/// How far a build is with one record.
struct RecordState {
    /// What is remembered of a record, in a place of its own: the states of a whole site are handed on some times, and
    /// each time count one reference of it and not twenty.
    final class Kept: Sendable {
        let record: RememberedRecord

        init(_ record: RememberedRecord) {
            self.record = record
        }
    }

    /// What is remembered, and then what will be; nil before the record is read, and where it cannot be.
    var kept: Kept?
    /// Its card where it was made or unpacked already.
    var card: RecordCard?
    /// What is remembered as it was packed by the last build; nil once it is another.
    var packed: PackedReader?
    /// The part of the last build's memory that it stood in.
    var part: Int?
    /// What this build found in it; nil where it was not read.
    var report: Report?
    /// The moments at which it was judged, held against the history, and made.
    var checkedAt: Moment
    var heldAt: Moment
    var toldAt: Moment
    var wantsCheck: Bool
    var wantsPage: Bool
    /// Whether this build staged its files.
    var isMade = false
    /// Whether another record has the address of its page.
    var collides = false

    var isPublished: Bool { kept?.record.card != nil }
}
