/// Where the decoded values are not called as the record's keys are.
enum DecodedNames {
    /// The name of a field's value within the value that holds it; empty where it stands directly in that.
    static func name(of path: [String]) -> String {
        let key = path[path.count - 1]
        if let name = names[path.joined(separator: ".")] { return name }
        switch key {
        case "amount": return "quantity"
        case "low", "high": return "quantity." + key
        default: return camelCased(key)
        }
    }

    private static let names = [
        "draft": "isDraft", "on_chain": "", "affected.versions": "", "fix.mandatory": "isMandatory",
        "losses.class": "lossClass", "users_affected.count": "", "users_affected.low": "low",
        "users_affected.high": "high", "advice.do": "text", "advice.dont": "text",
        "updates.next_update": "next",
        "check": "", "check.deny": "deniedCodes", "check.allow": "allowedCodes", "pages": "",
    ]

    /// What a word is decoded to where that is not the word itself; nil where it is told by nothing being there.
    static let words: [String: String?] = [
        "losses=none": "nothing", "users_affected=none": "noOne", "advice=none": "nothingToDo",
        "updates.next_update=none": "noneExpected", "assurances.means=not_stated": "notStated",
        "timeline.at=unknown": nil, "claims.at=unknown": nil,
    ]

    /// Texts with a number in them, one of which each form takes.
    static func texts(_ number: Int) -> [String] {
        let letters = String(
            [number / 676 % 26, number / 26 % 26, number % 26].map {
                Character(Unicode.Scalar(UInt8(65 + $0)))
            })
        let digits = String(number)
        let hash = "0x" + String(repeating: "0", count: 64 - digits.count) + digits
        return [
            "Line \(number), with: a # \"quote\" and é 漢 👩‍👩‍👧‍👦", letters, "ABC-2026-000\(number % 10)",
            "https://example.org/\(number)/", "https://example.org/{}/\(number)", "CWE-\(number)",
            "r-\(number)",
            "en-\(letters)", "eip155:\(number)", "eip155:1:0x\(digits)", hash, "example.org,\(1000 + number)",
            "title#r-\(number)", "sources/\(number).txt", "CVSS:3.1/\(letters):N", "#\(100_000 + number)",
        ]
    }

    private static func camelCased(_ key: String) -> String {
        let parts = key.split(separator: "_")
        return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
