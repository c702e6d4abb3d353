/// The tree of hashes over a list of entries (RFC 6962, section 2.1): one root stands for all of them, in their order.
///
/// A leaf is SHA-256 of 00 and the entry, a node SHA-256 of 01 and its two children, and a tree of n leaves splits at
/// the largest power of two below n.
package struct MerkleTree: Sendable {
    /// `levels[k][i]` is the root of the i-th complete subtree of 2^k leaves: what a log's tiles hold.
    package private(set) var levels: [[SHA256Digest]] = [[]]

    package init() {}

    package init(entries: [[UInt8]]) {
        for entry in entries { append(Self.leaf(entry)) }
    }

    package init(leaves: [SHA256Digest]) {
        for leaf in leaves { append(leaf) }
    }

    /// How many leaves there are.
    package var size: Int { levels[0].count }

    package mutating func append(_ leaf: SHA256Digest) {
        levels[0].append(leaf)
        var level = 0
        while levels[level].count.isMultiple(of: 2) {
            let children = levels[level]
            if levels.count == level + 1 { levels.append([]) }
            levels[level + 1].append(Self.node(children[children.count - 2], children[children.count - 1]))
            level += 1
        }
    }

    /// SHA-256 of 00 and the entry.
    package static func leaf(_ entry: [UInt8]) -> SHA256Digest {
        var stream = SHA256Stream()
        stream.update([0x00])
        stream.update(entry)
        return stream.finish()
    }

    /// SHA-256 of 01 and two hashes.
    package static func node(_ left: SHA256Digest, _ right: SHA256Digest) -> SHA256Digest {
        var bytes: [UInt8] = [0x01]
        bytes.reserveCapacity(65)
        left.append(to: &bytes)
        right.append(to: &bytes)
        return SHA256Digest(of: bytes)
    }

    /// The root of the whole tree; of no leaves it is SHA-256 of nothing.
    package var root: SHA256Digest { root(ofFirst: size) }

    /// The root that the tree had when it held `count` leaves, at most `size`.
    package func root(ofFirst count: Int) -> SHA256Digest {
        precondition((0...size).contains(count), "a tree has no root beyond its leaves")
        return count == 0 ? SHA256Digest(of: []) : root(over: 0..<count)
    }

    /// The root over leaves whose first index is a multiple of the smallest power of two that is not below their count.
    private func root(over leaves: Range<Int>) -> SHA256Digest {
        if leaves.count.nonzeroBitCount == 1 {
            let level = leaves.count.trailingZeroBitCount
            return levels[level][leaves.lowerBound >> level]
        }
        let middle = leaves.lowerBound + Self.split(leaves.count)
        return Self.node(root(over: leaves.lowerBound..<middle), root(over: middle..<leaves.upperBound))
    }

    /// The largest power of two below `count`, which is at least 2.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    // MARK: Proofs

    /// The hashes that lead from the leaf at `index` to the root of the first `count` leaves, the deepest first
    /// (RFC 6962, section 2.1.1).
    package func inclusionProof(of index: Int, inFirst count: Int) -> [SHA256Digest] {
        precondition((0..<count).contains(index) && count <= size, "a proof is of a leaf in the tree")
        var proof: [SHA256Digest] = []
        var leaves = 0..<count
        while leaves.count > 1 {
            let middle = leaves.lowerBound + Self.split(leaves.count)
            if index < middle {
                proof.append(root(over: middle..<leaves.upperBound))
                leaves = leaves.lowerBound..<middle
            } else {
                proof.append(root(over: leaves.lowerBound..<middle))
                leaves = middle..<leaves.upperBound
            }
        }
        return proof.reversed()
    }

    /// The hashes that show the first `old` leaves to be the beginning of the first `new` ones
    /// (RFC 6962, section 2.1.2); empty where `old` is 0 or `new`.
    package func consistencyProof(from old: Int, to new: Int) -> [SHA256Digest] {
        precondition(
            (0...new).contains(old) && new <= size, "a proof leads from a smaller tree to a larger one")
        if old == 0 || old == new { return [] }
        var proof: [SHA256Digest] = []
        var leaves = 0..<new
        var isWhole = true
        while leaves.upperBound != old {
            let middle = leaves.lowerBound + Self.split(leaves.count)
            if old <= middle {
                proof.append(root(over: middle..<leaves.upperBound))
                leaves = leaves.lowerBound..<middle
            } else {
                proof.append(root(over: leaves.lowerBound..<middle))
                leaves = middle..<leaves.upperBound
                isWhole = false
            }
        }
        if !isWhole { proof.append(root(over: leaves)) }
        return proof.reversed()
    }
}
