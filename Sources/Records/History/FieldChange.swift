import Syntax

/// One value of a record that is not what it was: the smallest that differs, or a whole row that came or went.
package struct FieldChange: Sendable {
    package let path: ChangedPath
    /// Where it stands in the older and in the newer record, by position; nil where it does not.
    package let oldPlace: FieldPath?
    package let newPlace: FieldPath?
    package let before: JSONValue?
    package let after: JSONValue?
    /// The path of an event by its milestone, where it has an id too: both name it.
    package private(set) var pathByMilestone: ChangedPath

    init(
        path: ChangedPath, oldPlace: FieldPath?, newPlace: FieldPath?, before: JSONValue?, after: JSONValue?
    ) {
        self.path = path
        self.oldPlace = oldPlace
        self.newPlace = newPlace
        self.before = before
        self.after = after
        pathByMilestone = path
    }

    func named(byMilestone milestone: String?) -> FieldChange {
        guard let milestone, path.steps.count > 1 else { return self }
        var change = self
        var steps = path.steps
        steps[1] = .row(milestone)
        change.pathByMilestone = ChangedPath(steps)
        return change
    }

    package var isAddition: Bool { before == nil }
    package var isRemoval: Bool { after == nil }

    /// All that the older and the newer value say, as one line of words.
    package var wordsBefore: String { before.map(RecordText.words) ?? "" }
    package var wordsAfter: String { after.map(RecordText.words) ?? "" }
}

/// The words of canonical JSON, in which white space has no meaning.
enum RecordText {
    /// Every string in the value in the file's order, white space of any length as one space.
    static func words(_ value: JSONValue) -> String {
        var words: [Substring] = []
        append(value, to: &words)
        return words.joined(separator: " ")
    }

    static func words(_ text: String) -> String {
        split(text).joined(separator: " ")
    }

    static func split(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace }
    }

    private static func append(_ value: JSONValue, to words: inout [Substring]) {
        switch value {
        case .string(let text): words += split(text)
        case .array(let elements): for element in elements { append(element, to: &words) }
        case .object(let members): for member in members { append(member.value, to: &words) }
        case .bool(let value): words.append(value ? "true" : "false")
        case .integer(let number): words.append(Substring(String(number)))
        case .decimal(let number): words.append(Substring(number))
        case .null: break
        }
    }
}
