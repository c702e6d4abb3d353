/// The items of each of many names that records have, such as their tags.
struct NamedItems {
    private var numbers: [String: Int] = [:]
    private var items: [[UInt32]] = []
    /// The numbers of the records' names, one record's behind the other's.
    private var ofRecords: [Int] = []
    private var ends: [Int] = []

    /// Adds the next record with its names.
    mutating func addRecord(_ names: some Sequence<String>) {
        for name in names {
            let number = numbers[name] ?? items.count
            if number == items.count {
                numbers[name] = number
                items.append([])
            }
            ofRecords.append(number)
        }
        ends.append(ofRecords.count)
    }

    /// Adds an item of a record to each of its names.
    mutating func add(_ item: UInt32, ofRecord record: Int) {
        for place in (record > 0 ? ends[record - 1] : 0)..<ends[record] {
            items[ofRecords[place]].append(item)
        }
    }

    /// The items of a name; none where no record has it.
    subscript(name: String) -> [UInt32] { numbers[name].map { items[$0] } ?? [] }

    /// All names, sorted.
    var names: [String] { numbers.keys.sorted() }
}
