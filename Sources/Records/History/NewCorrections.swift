import Incidents
import Syntax

/// The correction entries that the published revision did not have, and which changes they own up to.
///
/// An entry owns up to a change if, put in place of each other, its `was` and `now` lead from the one text to the other:
/// an entry that admits one word does not cover a second.
struct NewCorrections {
    enum Cover {
        case whole([Int])
        /// Entries name the field and do not account for what changed; why not.
        case refused(String)
        case none
    }

    private struct Entry {
        let index: Int
        let of: ChangedPath
        let kind: CorrectionKind?
        let was: String
        let now: String
        let hasReason: Bool
    }

    private let entries: [Entry]
    private let recordKind: RecordKind

    init(changes: [FieldChange], kind: String?) {
        recordKind = kind.flatMap { RecordKind(rawValue: $0) } ?? .incident
        let rows: [(Int, JSONValue)] = changes.flatMap { change -> [(Int, JSONValue)] in
            guard change.path.field == "corrections", change.isAddition, let after = change.after else {
                return []
            }
            if change.path.steps.count == 1 { return Array((after.array ?? []).enumerated()) }
            guard change.path.steps.count == 2, case .index(let index)? = change.newPlace?.steps.last else {
                return []
            }
            return [(index, after)]
        }
        entries = rows.sorted { $0.0 < $1.0 }.map { index, row in
            Entry(
                index: index, of: ChangedPath(parsing: row["of"]?.string ?? ""),
                kind: row["kind"]?.string.flatMap { CorrectionKind(rawValue: $0) },
                was: RecordText.words(row["was"]?.string ?? ""),
                now: RecordText.words(row["now"]?.string ?? ""),
                hasReason: row["reason"]?.string?.isEmpty == false)
        }
    }

    /// The kinds of all new entries.
    var kinds: [ChangeKind] { entries.compactMap { $0.kind.map { ChangeKind($0) } } }

    func cover(_ change: FieldChange) -> Cover {
        let near = entries.filter { entry in
            !entry.of.steps.isEmpty
                && (entry.of.covers(change.path) || entry.of.covers(change.pathByMilestone))
        }
        if near.isEmpty { return .none }
        let (before, after) = (change.wordsBefore, change.wordsAfter)
        let used = isText(change) ? accounting(for: before, after, near) : quoting(before, after, near)
        guard let used, !used.isEmpty else {
            return .refused(
                "the correction of \(near[0].of.text) does not account for it: `was` and `now` quote all that changed"
            )
        }
        if used.contains(where: { $0.kind?.isNews == true && !$0.hasReason }) {
            return .refused("a factual correction or a retraction says why in `reason`")
        }
        if used.contains(where: { $0.kind == .typo }), !canBeTypo(change, before, after) {
            return .refused("a typo leaves figures, times and words of a vocabulary as they are: say factual")
        }
        return .whole(used.map(\.index))
    }

    private func isText(_ change: FieldChange) -> Bool {
        if case .string? = change.before, case .string? = change.after { true } else { false }
    }

    /// The entries with which one text becomes the other, applied in order to the older or backwards to the newer.
    private func accounting(for before: String, _ after: String, _ near: [Entry]) -> [Entry]? {
        func run(_ start: String, _ goal: String, _ entries: [Entry], _ swap: (Entry) -> (String, String))
            -> [Entry]?
        {
            var text = start
            var used: [Entry] = []
            for entry in entries {
                let (old, new) = swap(entry)
                let places = WordDifference.places(of: old, in: text)
                guard places.count == 1 else { continue }
                text = RecordText.words(Self.replace(old, at: places[0], with: new, in: text))
                used.append(entry)
            }
            return text.utf8.elementsEqual(goal.utf8) ? used : nil
        }
        if let used = run(after, before, near.reversed(), { ($0.now, $0.was) }) { return used.reversed() }
        return run(before, after, near) { ($0.was, $0.now) }
    }

    private static func replace(_ old: String, at place: Int, with new: String, in text: String) -> String {
        let bytes = Array(text.utf8)
        return String(
            decoding: bytes[..<place] + Array(new.utf8) + bytes[(place + old.utf8.count)...], as: UTF8.self)
    }

    /// For a row or a list that came, went or became a word: one entry that quotes from what was, or from what is.
    private func quoting(_ before: String, _ after: String, _ near: [Entry]) -> [Entry]? {
        near.first { entry in
            guard entry.kind != .typo, !(entry.was.isEmpty && entry.now.isEmpty) else { return false }
            let wasFits =
                entry.was.isEmpty ? before.isEmpty : WordDifference.count(of: entry.was, in: before) > 0
            let nowFits = entry.now.isEmpty || WordDifference.count(of: entry.now, in: after) > 0
            return wasFits && nowFits
        }.map { [$0] }
    }

    /// Only free text has typos, and none of them is a digit.
    private func canBeTypo(_ change: FieldChange, _ before: String, _ after: String) -> Bool {
        func digits(_ text: String) -> [UInt8] { text.utf8.filter { (0x30...0x39).contains($0) } }
        return digits(before) == digits(after) && isFreeText(change.path)
    }

    private func isFreeText(_ path: ChangedPath) -> Bool {
        var shape: Shape? = .object(RecordFormat.of(recordKind).shape)
        for step in path.steps {
            if case .key(let key) = step {
                shape = shape?.object?.field(key)?.shape
            } else if case .list(let item)? = shape {
                shape = item
            } else if case .wordOr(_, .list(let item))? = shape {
                shape = item
            }
        }
        return switch shape {
        case .prose, .wordOrProse, .wordOrText: true
        case .text(let form): form.isAnyLine
        default: false
        }
    }
}
