import Site
import TestKit
import Testing

@testable import Publishing

@Suite("Paths in one memory")
struct PathTableTests {
    /// Paths of a few letters, so that many are the same and many begin alike.
    private static func paths(_ count: Int, seed: UInt64) throws -> [OutputPath] {
        var random = SeededRandom(seed: seed)
        let parts = ["a", "b", "ab", "incidents", "incidents-2", "é", "漢字", "index.html", "x"]
        return try (0..<count).map { _ in
            let parts = (0...Int.random(in: 0..<4, using: &random)).map { _ in
                parts[Int.random(in: parts.indices, using: &random)]
            }
            return try #require(OutputPath(parts.joined(separator: "/")))
        }
    }

    @Test("it has the paths of a set, each by the number in which it came", arguments: [0, 1, 7, 40, 3000])
    func set(count: Int) throws {
        let paths = try Self.paths(count, seed: 7)
        var (table, seen) = (PathTable(), [OutputPath]())
        for path in paths {
            let number = seen.firstIndex(of: path)
            #expect(table.number(of: path) == number)
            #expect(table.add(path) == number ?? seen.count)
            if number == nil { seen.append(path) }
        }
        #expect(table.count == seen.count)
        #expect(Array(table.all) == seen)
        for other in try Self.paths(200, seed: 8) { #expect(table.contains(other) == seen.contains(other)) }
    }

    @Test("its paths are put in the order of their bytes")
    func order() throws {
        let paths = try Self.paths(2000, seed: 9)
        let table = PathTable(paths)
        #expect(table.sorted.map { table[Int($0)] } == Set(paths).sorted())
        var lines: [UInt8] = []
        for number in table.sorted { table.append(Int(number), to: &lines) }
        #expect(
            String(decoding: lines, as: UTF8.self) == Set(paths).sorted().map { $0.text + "\n" }.joined())
    }
}
