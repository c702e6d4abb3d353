import Site
import Syntax

/// Paths of files, each once, by the numbers in which they were added from 0 on: one behind the other in one memory,
/// since a site has eight files for every record.
struct PathTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where each path ends.
    private var ends: [UInt32] = []
    /// The numbers counted from 1, each at the place that its path's hash says or behind it; 0 where none is.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    init() {}

    init(_ paths: some Sequence<OutputPath>) {
        for path in paths { _ = add(path) }
    }

    var count: Int { ends.count }

    subscript(number: Int) -> OutputPath {
        OutputPath(known: String(decoding: bytes[range(of: number)], as: UTF8.self))
    }

    /// All paths, in the order of their numbers.
    var all: some Sequence<OutputPath> { (0..<count).lazy.map { self[$0] } }

    /// The number of a path; nil where it was never added.
    func number(of path: OutputPath) -> Int? {
        let number = slots[slot(of: path.text.utf8.span)]
        return number > 0 ? Int(number) - 1 : nil
    }

    func contains(_ path: OutputPath) -> Bool { number(of: path) != nil }

    /// Adds a path, unless it is there already; answers its number.
    mutating func add(_ path: OutputPath) -> Int {
        if let number = number(of: path) { return number }
        if (count + 1) * 3 > slots.count * 2 { makeRoom() }
        bytes.append(text: path.text)
        ends.append(UInt32(bytes.count))
        slots[slot(of: path.text.utf8.span)] = UInt32(count)
        return count - 1
    }

    /// Adds a path as a line of a list.
    func append(_ number: Int, to lines: inout [UInt8]) {
        lines += bytes[range(of: number)]
        lines.append(0x0A)
    }

    /// The numbers in the order of the paths' bytes.
    var sorted: [UInt32] { (0..<UInt32(count)).sorted { precedes(Int($0), Int($1)) } }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        bytes.span.extracting(range(of: left)).precedes(bytes.span.extracting(range(of: right)))
    }

    private func range(of number: Int) -> Range<Int> {
        (number > 0 ? Int(ends[number - 1]) : 0)..<Int(ends[number])
    }

    // MARK: - Places

    /// Where a path's number stands, or would.
    private func slot(of path: Span<UInt8>) -> Int {
        var slot = hash(path) & (slots.count - 1)
        while slots[slot] > 0, !bytes.span.extracting(range(of: Int(slots[slot]) - 1)).equals(path) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func hash(_ path: Span<UInt8>) -> Int {
        var hash = UInt64(path.count)
        for offset in stride(from: 0, to: path.count, by: 8) {
            hash = (hash ^ path.head(of: offset..<path.count)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        return Int(truncatingIfNeeded: hash)
    }

    private mutating func makeRoom() {
        slots = Array(repeating: 0, count: 2 * slots.count)
        for number in 0..<count {
            slots[slot(of: bytes.span.extracting(range(of: number)))] = UInt32(number + 1)
        }
    }
}
