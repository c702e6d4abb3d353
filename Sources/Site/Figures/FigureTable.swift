import Incidents

/// The value of losses of one class, each currency for itself.
struct ClassFigures {
    /// How many losses there are, those without a value among them.
    private(set) var count = 0
    private var values: [ValueFigures] = []

    mutating func add(_ loss: Loss) {
        count += 1
        guard let value = loss.value, value.quantity.isKnown else { return }
        values[place(of: value.currency)].add(loss)
    }

    mutating func add(_ other: ClassFigures) {
        count += other.count
        for figures in other.values { values[place(of: figures.currency)].add(figures) }
    }

    /// The currencies of those that have a value.
    var currencies: [String] { values.map(\.currency) }

    /// In one currency; losses that have no value in it are left out.
    func figures(in currency: String) -> ValueFigures {
        var figures = values.first { $0.currency == currency } ?? ValueFigures(currency: currency)
        figures.leaveOut(count - figures.counted)
        return figures
    }

    private mutating func place(of currency: String) -> Int {
        if let place = values.firstIndex(where: { $0.currency == currency }) { return place }
        values.append(ValueFigures(currency: currency))
        return values.count - 1
    }
}

/// Losses of one class gathered under keys such as years or causes.
struct FigureTable<Key: Hashable> {
    private(set) var rows: [(key: Key, figures: ClassFigures, incidents: Int)] = []

    /// Adds the losses of one incident.
    mutating func add(_ figures: ClassFigures, under key: Key) {
        let place = rows.firstIndex { $0.key == key } ?? rows.count
        if place == rows.count { rows.append((key, ClassFigures(), 0)) }
        rows[place].incidents += 1
        rows[place].figures.add(figures)
    }

    mutating func sort(_ precedes: (Key, Key) -> Bool) {
        rows.sort { precedes($0.key, $1.key) }
    }
}

/// The losses of one class, of all incidents: by year and by cause.
struct LossesOfClass {
    let lossClass: LossClass?
    /// The currencies in which any of them has a value.
    private(set) var currencies: Set<String> = []
    private(set) var years = FigureTable<Int>()
    private(set) var causes = FigureTable<CauseCategory?>()

    init(_ lossClass: LossClass?) {
        self.lossClass = lossClass
    }

    /// Adds those of the class among the losses of one incident.
    mutating func add(_ incident: RecordCard.IncidentFigures, year: Int) {
        // A loss is large, so that none is taken out of its array.
        var own = ClassFigures()
        for place in incident.losses.indices where incident.losses[place].lossClass == lossClass {
            own.add(incident.losses[place])
        }
        guard own.count > 0 else { return }
        currencies.formUnion(own.currencies)
        years.add(own, under: year)
        causes.add(own, under: incident.cause)
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
