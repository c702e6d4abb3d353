import Diagnostics
import Syntax

/// The proof that an edit of a record added one update, set the status and changed nothing else that the record says.
package enum UpdateProof {
    /// Whether the two texts say the same but for the head's status and one more entry at the end of `updates`.
    package static func holds(_ before: YAMLDocument, _ after: YAMLDocument) -> Bool {
        guard let oldRoot = before.root, let newRoot = after.root else { return false }
        let old = before.pairs(oldRoot).filter { !isTouched(before, $0.key) }
        let new = after.pairs(newRoot).filter { !isTouched(after, $0.key) }
        guard old.count == new.count,
            zip(old, new).allSatisfy({
                same(before, $0.key, after, $1.key) && same(before, $0.value, after, $1.value)
            })
        else { return false }
        let oldRows = before.items(of: before.value(oldRoot, key: "updates"))
        let newRows = after.items(of: after.value(newRoot, key: "updates"))
        return newRows.count == oldRows.count + 1
            && zip(oldRows, newRows).allSatisfy { same(before, $0, after, $1) }
    }

    private static func isTouched(_ document: YAMLDocument, _ key: YAMLDocument.NodeID) -> Bool {
        document.scalarEquals(key, "status") || document.scalarEquals(key, "updates")
    }

    private static func same(
        _ left: YAMLDocument, _ a: YAMLDocument.NodeID, _ right: YAMLDocument, _ b: YAMLDocument.NodeID
    ) -> Bool {
        guard left[a].kind == right[b].kind else { return false }
        switch left[a].kind {
        case .scalar: return left[a].style == right[b].style && left.bytes(a) == right.bytes(b)
        case .sequence:
            let (items, others) = (left.items(a), right.items(b))
            return items.count == others.count && zip(items, others).allSatisfy { same(left, $0, right, $1) }
        case .mapping:
            let (pairs, others) = (left.pairs(a), right.pairs(b))
            return pairs.count == others.count
                && zip(pairs, others).allSatisfy {
                    same(left, $0.key, right, $1.key) && same(left, $0.value, right, $1.value)
                }
        }
    }
}
