/// One character of a checked text replaced by another so that the checksum holds: the likely slip of the hand.
package struct Substitution: Equatable, Sendable {
    /// The character's offset in the text.
    package let position: Int
    /// What stands there.
    package let found: UInt8
    /// What makes the checksum hold.
    package let expected: UInt8

    package init(position: Int, found: UInt8, expected: UInt8) {
        self.position = position
        self.found = found
        self.expected = expected
    }

    /// The one substitution out of `alphabet` with which `holds` is true; nil where there is none or more than one,
    /// because then nobody can tell which was meant.
    package static func only(
        in text: [UInt8], from start: Int = 0, alphabet: [UInt8], holds: ([UInt8]) -> Bool
    ) -> Substitution? {
        var candidate = text
        var answer: Substitution?
        for position in text.indices where position >= start {
            for character in alphabet where character != text[position] {
                candidate[position] = character
                guard holds(candidate) else { continue }
                if answer != nil { return nil }
                answer = Substitution(position: position, found: text[position], expected: character)
            }
            candidate[position] = text[position]
        }
        return answer
    }

    /// The text with the substitution made.
    package func applied(to text: [UInt8]) -> [UInt8] {
        var text = text
        if text.indices.contains(position) { text[position] = expected }
        return text
    }
}
