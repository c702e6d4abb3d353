import Incidents
import Records
import Syntax
import TestKit
import Testing

@Suite("random edits of what was published")
struct RandomEditTests {
    @Test("a thousand random edits of what was published: none goes through without a correction")
    func randomEdits() throws {
        var random = SeededRandom(seed: 2026)
        let published = PublishedSample.published
        for round in 0..<1000 {
            var edited = published
            let path = try #require(Self.edit(&edited, at: "", with: &random))
            if RecordDifference.areSame(edited, published) { continue }
            let review = RevisionReview(published: published, current: edited)
            #expect(!review.silentEdits.isEmpty, "round \(round): \(path) went through: \(review.findings)")
        }
    }

    /// Changes, removes or exchanges one published value, and says where; values that may change freely are passed over.
    private static func edit(
        _ value: inout JSONValue, at path: String, with random: inout SeededRandom
    ) -> String? {
        switch value {
        case .object(var members):
            let fixed = members.indices.filter {
                !["tags", "x-internal", "slug", "id", "kind"].contains(path.isEmpty ? members[$0].key : "")
            }
            guard let index = fixed.randomElement(using: &random) else { return nil }
            let inner = path + "." + members[index].key
            if members[index].value == "unknown" {
                // It said that it did not know, and now does not even say that.
                members.remove(at: index)
                value = .object(members)
                return inner
            }
            if Int.random(in: 0..<8, using: &random) == 0,
                !["id", "withheld", "revisit"].contains(members[index].key)
            {
                members.remove(at: index)
                value = .object(members)
                return inner
            }
            let result = edit(&members[index].value, at: inner, with: &random)
            value = .object(members)
            return result
        case .array(var elements):
            guard let index = elements.indices.randomElement(using: &random) else { return nil }
            if Int.random(in: 0..<5, using: &random) == 0 {
                elements.remove(at: index)
                value = .array(elements)
                return path + "[-]"
            }
            let result = edit(&elements[index], at: path + "[\(index)]", with: &random)
            value = .array(elements)
            return result
        case .string(let text):
            var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard let index = words.indices.randomElement(using: &random) else { return nil }
            switch Int.random(in: 0..<3, using: &random) {
            case 0: words[index] += "x"
            case 1: words.insert("not", at: index)
            default: words[index] = String(words[index].dropLast()) + "9"
            }
            value = .string(words.joined(separator: " "))
            return path
        default: return nil
        }
    }
}
