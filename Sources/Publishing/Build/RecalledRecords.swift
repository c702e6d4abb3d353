import System

/// What the last build remembers of its records, in the order of its paths, whichever are still there.
struct RecalledRecords {
    let states: [RecordState]
    /// How many records each part of its memory holds.
    let partSizes: [Int]

    /// Nil where it cannot be unpacked. Wants the records that are not as they were left, or whose files are not:
    /// `stands` tells, from any thread.
    init?(_ memory: BuildMemory, jobs: Int, _ stands: @escaping @Sendable (RememberedRecord) -> Bool) {
        let frame = memory.frame
        let parts = WorkerThreads.map(frame.records.count, jobs: jobs) { part in
            memory.records(part) { record, packed in
                let isSound = stands(record)
                return RecordState(
                    kept: RecordState.Kept(record), packed: packed, part: part, checkedAt: frame.checkedAt,
                    heldAt: frame.toldAt, toldAt: frame.toldAt,
                    wantsCheck: !isSound || record.findings == nil, wantsPage: !isSound)
            }
        }
        guard parts.allSatisfy({ $0 != nil }) else { return nil }
        var states: [RecordState] = []
        states.reserveCapacity(parts.reduce(0) { $0 + ($1?.count ?? 0) })
        for part in parts { states.append(contentsOf: part ?? []) }
        self.states = states
        partSizes = parts.map { $0?.count ?? 0 }
    }

    /// How many files the records have.
    var fileCount: Int { states.reduce(0) { $0 + ($1.kept?.record.outputs.count ?? 0) } }
}
