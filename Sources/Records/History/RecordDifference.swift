import Syntax

/// What differs between two records in canonical JSON, value by value.
///
/// Rows are recognised by their ids wherever they stand; rows without one by being equal, else by being most alike. An
/// order that changed is no difference.
package enum RecordDifference {
    /// The changes in the order of the newer record, what went away behind what stayed.
    package static func changes(from old: JSONValue, to new: JSONValue) -> [FieldChange] {
        var changes: [FieldChange] = []
        compare(old, new, at: ChangedPath(), FieldPath(), FieldPath(), into: &changes)
        return changes.map { change in
            guard change.path.field == "timeline", let place = change.newPlace ?? change.oldPlace,
                place.steps.count > 1, case .index(let index) = place.steps[1]
            else { return change }
            let record = change.newPlace == nil ? old : new
            return change.named(byMilestone: record["timeline"]?[index]?["milestone"]?.string)
        }
    }

    /// Whether two values are the same to the byte, but for the order of an object's members.
    package static func areSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        // Not `==`: two spellings of one letter are equal Strings and different records.
        JSONWriter.bytes(of: left, .canonical) == JSONWriter.bytes(of: right, .canonical)
    }

    private static func compare(
        _ old: JSONValue, _ new: JSONValue, at path: ChangedPath, _ oldPlace: FieldPath,
        _ newPlace: FieldPath,
        into changes: inout [FieldChange]
    ) {
        if areSame(old, new) { return }
        switch (old, new) {
        case (.object(let olds), .object(let news)):
            for member in news {
                let inner = path.appending(.key(member.key))
                let place = newPlace.appending(.key(member.key))
                if let before = olds.first(where: { $0.key == member.key }) {
                    compare(
                        before.value, member.value, at: inner, oldPlace.appending(.key(member.key)), place,
                        into: &changes)
                } else {
                    changes.append(
                        FieldChange(
                            path: inner, oldPlace: nil, newPlace: place, before: nil, after: member.value))
                }
            }
            for member in olds where !news.contains(where: { $0.key == member.key }) {
                changes.append(
                    FieldChange(
                        path: path.appending(.key(member.key)),
                        oldPlace: oldPlace.appending(.key(member.key)),
                        newPlace: nil, before: member.value, after: nil))
            }
        case (.array(let olds), .array(let news)):
            for pair in RowMatching.pairs(of: olds, with: news) {
                let row = pair.new.map { news[$0] } ?? pair.old.map { olds[$0] }
                let step: ChangedPath.Step =
                    row.flatMap(RowMatching.name).map { .row($0) } ?? .index(pair.new ?? pair.old ?? 0)
                let inner = path.appending(step)
                let old = pair.old.map { (value: olds[$0], place: oldPlace.appending(.index($0))) }
                let new = pair.new.map { (value: news[$0], place: newPlace.appending(.index($0))) }
                if let old, let new {
                    compare(old.value, new.value, at: inner, old.place, new.place, into: &changes)
                } else {
                    changes.append(
                        FieldChange(
                            path: inner, oldPlace: old?.place, newPlace: new?.place, before: old?.value,
                            after: new?.value))
                }
            }
        default:
            changes.append(
                FieldChange(path: path, oldPlace: oldPlace, newPlace: newPlace, before: old, after: new))
        }
    }
}
