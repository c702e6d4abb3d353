import Incidents

/// An entry that stands out of a list which ascends in time, found once for every rule that compares times: what follows
/// from a wrong time is no finding of its own.
struct MisplacedEntry {
    let index: Int
    /// The entry in whose light it is wrong.
    let other: Int
    /// Whether it is later than those behind it, and not older than the one above it.
    let isLate: Bool

    /// Of two entries that contradict each other, the one without which the others ascend; where either would do, the
    /// later in the list. A moment that is nil is not judged.
    static func found(in moments: [Moment?]) -> [MisplacedEntry] {
        let entries = moments.enumerated().compactMap { index, moment in moment.map { (index: index, at: $0) }
        }
        var found: [MisplacedEntry] = []
        /// Places in `entries` that ascend.
        var ascending: [Int] = []
        for (place, entry) in entries.enumerated() {
            guard let last = ascending.last, entry.at.isWhollyBefore(entries[last].at) else {
                ascending.append(place)
                continue
            }
            let above = ascending.dropLast().last
            let next = place + 1 < entries.count ? entries[place + 1].at : nil
            if let next, next.isWhollyBefore(entries[last].at), !next.isWhollyBefore(entry.at),
                above.map({ !entry.at.isWhollyBefore(entries[$0].at) }) ?? true
            {
                ascending[ascending.count - 1] = place
                found.append(
                    MisplacedEntry(index: entries[last].index, other: entry.index, isLate: true))
            } else {
                found.append(
                    MisplacedEntry(index: entry.index, other: entries[last].index, isLate: false))
            }
        }
        return found
    }

    /// The same for a list's `at`, told only of what was read well and lies in no future.
    static func found(
        in list: FieldPath.Step, at moments: [Moment], _ file: RecordFile, _ site: SiteUnderCheck
    ) -> [MisplacedEntry] {
        guard moments.indices.dropFirst().contains(where: { moments[$0].isWhollyBefore(moments[$0 - 1]) })
        else { return [] }
        return found(
            in: moments.indices.map { index in
                let path = FieldPath(list, .index(index), "at")
                guard file.isSound(path), !FutureMoment.blames(moments[index], path, file, site) else {
                    return nil
                }
                return moments[index]
            })
    }
}
