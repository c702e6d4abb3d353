import Incidents

/// Losses of one class and currency gathered under keys such as years or causes.
struct FigureTable<Key: Hashable> {
    let lossClass: LossClass?
    let currency: String
    private(set) var rows: [(key: Key, figures: ValueFigures, incidents: Int)] = []

    init(lossClass: LossClass?, currency: String) {
        self.lossClass = lossClass
        self.currency = currency
    }

    /// Adds the rows of one incident.
    mutating func add(_ losses: [Loss], under key: Key) {
        let own = losses.filter { $0.lossClass == lossClass }
        guard !own.isEmpty else { return }
        let index =
            rows.firstIndex { $0.key == key }
            ?? {
                rows.append((key, ValueFigures(currency: currency), 0))
                return rows.count - 1
            }()
        rows[index].incidents += 1
        for loss in own { rows[index].figures.add(loss) }
    }

    mutating func sort(_ precedes: (Key, Key) -> Bool) {
        rows.sort { precedes($0.key, $1.key) }
    }
}

/// All losses of one token and class.
struct TokenFigures {
    let token: String
    let lossClass: LossClass?
    var sum = LossSum()
    var incidents = 0
}

/// How many incidents took how long, by the longest that it can have been.
struct DurationCounts {
    enum Bucket: String, CaseIterable {
        case hour, day, week, month, longer
        case notTold = "not_told"

        init(_ elapsed: Elapsed?) {
            guard let elapsed else {
                self = .notTold
                return
            }
            switch elapsed.longest {
            case ...3600: self = .hour
            case ...86_400: self = .day
            case ...604_800: self = .week
            case ...2_592_000: self = .month
            default: self = .longer
            }
        }
    }

    let name: String
    private(set) var counts: [Bucket: Int] = [:]

    init(name: String) {
        self.name = name
    }

    mutating func add(_ elapsed: Elapsed?) { counts[Bucket(elapsed), default: 0] += 1 }

    subscript(bucket: Bucket) -> Int { counts[bucket] ?? 0 }
}
