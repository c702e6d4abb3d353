import Incidents
import Synchronization
import TestKit
import Testing

@testable import Site

/// Counts what documents read of the items' bytes.
private final class CountedStore: FeedStore {
    private let memory = FeedMemory()
    private let counts = Mutex<(reads: Int, bytes: Int)>((0, 0))

    func append(_ bytes: [UInt8]) -> Int { memory.append(bytes) }

    func read(_ range: Range<Int>, into document: inout [UInt8]) {
        counts.withLock { $0 = ($0.reads + 1, $0.bytes + range.count) }
        memory.read(range, into: &document)
    }

    /// What was read since the last question.
    func taken() -> (reads: Int, bytes: Int) {
        counts.withLock { counts in
            defer { counts = (0, 0) }
            return counts
        }
    }
}

/// Has nothing beyond its bytes, as a file that was cut off.
private struct FailingStore: FeedStore {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func append(_ bytes: [UInt8]) -> Int { 0 }

    func read(_ range: Range<Int>, into document: inout [UInt8]) {
        if range.upperBound <= bytes.count { document += bytes[range] }
    }
}

@Suite("The bytes of feed items")
struct FeedStoreTests {
    private func record(_ number: Int) -> RecordText {
        let at = Moment(secondsSince1970: 1_771_000_000 + Int64(number) * 3600).rfc3339
        return RecordText(
            id: "ABC-2026-\(Moment.padded(number, 4))", disclosed: at,
            updates: [("u1", at, "investigating", "Word \(Moment.padded(number, 4)).")])
    }

    /// What the site's own feed reads for its three forms.
    private func reading(ofSiteWith count: Int) throws -> (reads: Int, bytes: Int) {
        let site = try SampleSite(configuration: "", records: (1...count).map { record($0).text })
        let store = CountedStore()
        let shelf = FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme), store: store)
        let cards = site.catalogue.entries.map { shelf.card(of: $0.record) }
        let feed = shelf.siteFeeds(cards)[0]
        let document = try #require(FeedDocument.all(of: feed, newest: 50).first)
        _ = store.taken()
        _ = shelf.artifacts(of: document)
        return store.taken()
    }

    @Test("a feed's document reads the bytes of its own items, however many words the site has")
    func proportional() throws {
        let small = try reading(ofSiteWith: 50)
        let large = try reading(ofSiteWith: 400)
        #expect(small.reads <= 50)
        #expect(large.reads <= 50)
        // Dates differ by a letter or two.
        #expect(abs(large.bytes - small.bytes) < small.bytes / 50)
    }

    @Test("what is read of a store is what stands there, in at most so many pieces", arguments: 0..<4)
    func pieces(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<60_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let store = CountedStore()
        _ = store.append(bytes)
        for count in 0..<40 {
            var ranges: [Range<Int>] = []
            for _ in 0..<count {
                let start = Int.random(in: 0..<50_000, using: &random)
                ranges.append(start..<start + Int.random(in: 1..<9000, using: &random))
            }
            let kept = KeptBytes(ranges, in: store)
            for range in ranges {
                let place = kept.place(of: range)
                #expect(place.map { Array(kept.bytes[$0]) } == Array(bytes[range]))
            }
            let (reads, size) = store.taken()
            #expect(reads <= count && size == kept.bytes.count && size <= bytes.count)
        }
        let missing = KeptBytes([10..<20, 70_000..<70_010], in: FailingStore(bytes))
        #expect(missing.place(of: 70_000..<70_010) == nil)
        #expect(missing.place(of: 10..<20).map { Array(missing.bytes[$0]) } == Array(bytes[10..<20]))
    }

    @Test(
        "ranges that lie close together are read at once, and handed over in the order asked for",
        arguments: 0..<20)
    func nearRanges(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let store = CountedStore()
        _ = store.append(bytes)
        // Some of them empty, some the same or within each other, some far apart.
        let ranges = (0..<40).map { _ in
            let start =
                Int.random(in: 0...1, using: &random) * 150_000 + Int.random(in: 0..<9000, using: &random)
            return start..<start + Int.random(in: 0...300, using: &random)
        }
        var read: [[UInt8]] = []
        store.read(ranges) { bytes in read.append(bytes.indices.map { bytes[$0] }) }
        #expect(read == ranges.map { Array(bytes[$0]) })
        #expect(store.taken().reads == 2)
        store.read([0..<10, 100_000..<100_010]) { _ in }
        #expect(store.taken().reads == 2)
        var isCalled = false
        FeedMemory().read([Range<Int>]()) { _ in isCalled = true }
        #expect(!isCalled)
    }

    @Test("a store whose bytes were damaged makes other documents, and never ends a build", arguments: 0..<4)
    func damaged(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let site = try SampleSite(configuration: "", records: [record(1).text, record(2).text])
        let whole = CountedStore()
        let shelf = FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme), store: whole)
        let cards = site.catalogue.entries.map { shelf.card(of: $0.record) }
        let feed = shelf.siteFeeds(cards)[0]
        var bytes: [UInt8] = []
        whole.read(0..<cards.reduce(0) { $0 + $1.byteCount }, into: &bytes)
        for _ in 0..<200 {
            var damaged = bytes
            for _ in 0..<9 {
                damaged[Int.random(in: damaged.indices, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            let files = shelf.with(store: FeedMemory(damaged)).artifacts(of: feed)
            #expect(files.count == 3)
        }
    }

    @Test("an item corrected since has other dates in an archive, and any other item has the same")
    func archived() throws {
        let at = "2026-02-21T09:00:00Z"
        let plain = RecordText(disclosed: at, updates: [("u1", at, "investigating", "Word.")])
        var mended = plain
        mended.corrections =
            "  - {id: c1, at: 2026-02-22T09:00:00Z, of: \"update:u1\", kind: factual, was: Wort, reason: Slip}\n"
        for (text, isCorrected) in [(plain, false), (mended, true)] {
            let site = try SampleSite(configuration: "", records: [text.text])
            let shelf = FeedShelf(Edition(catalogue: site.catalogue, theme: site.theme))
            let feed = shelf.siteFeeds([shelf.card(of: site.catalogue.entries[0].record)])[0]
            func dates(inArchive number: Int?) -> [Int64?] {
                let document = FeedDocument(
                    feed: feed, items: feed.items[...].reversed(), number: number, previous: nil)
                var dates: [Int64?] = []
                document.readItems(from: shelf.store) { dates.append($0.corrected) }
                return dates
            }
            #expect(dates(inArchive: 1).allSatisfy { $0 == nil })
            #expect(dates(inArchive: nil).contains { $0 != nil } == isCorrected)
        }
    }
}
