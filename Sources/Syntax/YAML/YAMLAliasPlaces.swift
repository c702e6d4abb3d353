/// Where the aliases among the pending children of open collections stand, and not what they stand for.
struct YAMLAliasPlaces {
    /// In the order of the children's numbers.
    private var aliases: [(number: Int, place: Range<Int>)] = []

    /// Notes the place of a child, which comes behind all that were noted.
    mutating func add(_ place: Range<Int>, of number: Int) { aliases.append((number, place)) }

    /// Gives up the children from a number on.
    mutating func forget(from number: Int) {
        while let alias = aliases.last, alias.number >= number { aliases.removeLast() }
    }

    /// Nil for a child that is no alias.
    func place(of number: Int) -> Range<Int>? {
        var (low, high) = (0, aliases.count)
        while low < high {
            let middle = (low + high) / 2
            if aliases[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < aliases.count && aliases[low].number == number ? aliases[low].place : nil
    }
}
