/// The lines of a file that git could not merge: what both branches have, then each one's own.
package struct ConflictText: Sendable {
    package let hasMarkers: Bool
    /// Each line with its number, counted from 1: where the branches differ, this one's lines before the other's.
    package let oursThenTheirs: [(number: Int, line: [UInt8])]
    /// The file as each branch had it.
    package let ours: [[UInt8]]
    package let theirs: [[UInt8]]

    package init(lines: [[UInt8]]) {
        enum Side { case both, ours, base, theirs }
        var side = Side.both
        var hasMarkers = false
        var all: [(Int, [UInt8])] = []
        var ours: [[UInt8]] = []
        var theirs: [[UInt8]] = []
        for (index, line) in lines.enumerated() {
            if line.starts(with: Array("<<<<<<< ".utf8)), side == .both {
                (side, hasMarkers) = (.ours, true)
            } else if line.starts(with: Array("||||||| ".utf8)), side == .ours {
                side = .base
            } else if line.elementsEqual("=======".utf8), side == .ours || side == .base {
                side = .theirs
            } else if line.starts(with: Array(">>>>>>> ".utf8)), side == .theirs {
                side = .both
            } else {
                if side != .theirs, side != .base { ours.append(line) }
                if side != .ours, side != .base { theirs.append(line) }
                if side != .base { all.append((index + 1, line)) }
            }
        }
        self.hasMarkers = hasMarkers
        oursThenTheirs = all
        self.ours = ours
        self.theirs = theirs
    }

    /// Both branches' bytes of a file that has no line feed at its end, such as canonical JSON.
    package static func variants(of bytes: [UInt8]) -> [[UInt8]] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        let text = ConflictText(lines: lines.last == [] ? lines.dropLast() : lines)
        guard text.hasMarkers else { return [bytes] }
        return [text.ours, text.theirs].map { Array($0.joined(separator: [0x0A])) }
    }
}
