import Records
import TestKit
import Testing

@Suite("words that differ")
struct WordDifferenceTests {
    @Test("words are kept, taken out and put in")
    func segments() {
        let difference = WordDifference(
            from: "the loss is 4.3 million in all", to: "the loss is  about 4.4\nmillion")
        #expect(difference.text == "the loss is [-4.3-] {+about 4.4+} million [-in all-]")
        #expect(WordDifference(from: "", to: "a").text == "{+a+}")
        #expect(WordDifference(from: "same", to: "same").text == "same")
    }

    @Test("an excerpt keeps a few words around each change")
    func excerpt() {
        let long = (1...30).map { "w\($0)" }.joined(separator: " ")
        let difference = WordDifference(from: long + " old end", to: long + " new end")
        #expect(difference.excerpt == "… w27 w28 w29 w30 [-old-] {+new+} end")
    }

    @Test("the quote stands exactly once in the newer text and leads back to the older")
    func quotes() {
        var random = SeededRandom(seed: 5)
        let pool = ["a", "b", "c", "the", "4.3", "4.4"]
        for _ in 0..<500 {
            let old = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pool.randomElement(using: &random) ?? ""
            }
            var new = old
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<new.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: new[place] = pool.randomElement(using: &random) ?? ""
                case 1: new.insert(pool.randomElement(using: &random) ?? "", at: place)
                default: if new.count > 1 { new.remove(at: place) }
                }
            }
            if new == old { continue }
            let (was, now) = WordDifference(from: old.joined(separator: " "), to: new.joined(separator: " "))
                .quote()
            let parts = (" " + new.joined(separator: " ") + " ").split(
                separator: now, omittingEmptySubsequences: false)
            #expect(parts.count >= 2)
            #expect(!now.isEmpty && !(was == now))
        }
    }
}
