import Synchronization

/// Where texts are parsed, on several threads at once as far as cmark bears it.
///
/// While cmark looks for strikethrough or bare links, it writes into tables of special characters that all its parsers
/// read: on two threads, texts come out wrong. Nothing else of it is shared. So a text without either takes any free
/// desk, and one with either takes them all.
enum MarkdownDesks {
    private final class Desk: Sendable {
        let parser = Mutex(MarkdownParser())
    }

    // More threads than desks wait for one another, which parsing is too small a part of the work to show.
    private static let desks = (0..<8).map { _ in Desk() }

    /// Parses a text with the passes that its marks ask for.
    static func tree(of markdown: [UInt8], _ marks: MarkdownMarks) -> MarkdownTree {
        let tree = tree(of: markdown, marks, marks.passes)
        guard marks.webLinkCount > 0, tree.webLinkCount != marks.webLinkCount else { return tree }
        // Something that looks like a link is none, so that its address may be a bare one.
        return self.tree(of: markdown, marks, marks.passes.union(.bareLinks))
    }

    private static func tree(
        of markdown: [UInt8], _ marks: MarkdownMarks, _ passes: MarkdownPasses
    ) -> MarkdownTree {
        guard passes.isDisjoint(with: .writingSharedTables) else {
            return desks[0].parser.withLock { parser in
                holding(desks.dropFirst()) { unsafe MarkdownTree(parser.parse(markdown, passes), marks) }
            }
        }
        for desk in desks {
            let tree = desk.parser.withLockIfAvailable { parser in
                unsafe MarkdownTree(parser.parse(markdown, passes), marks)
            }
            if let tree { return tree }
        }
        return desks[0].parser.withLock { parser in
            unsafe MarkdownTree(parser.parse(markdown, passes), marks)
        }
    }

    /// Calls `body` while nobody else is at any of the desks. All who wait for more than one take them in one order.
    private static func holding(_ desks: ArraySlice<Desk>, _ body: () -> MarkdownTree) -> MarkdownTree {
        guard let desk = desks.first else { return body() }
        return desk.parser.withLock { _ in holding(desks.dropFirst(), body) }
    }
}

extension MarkdownPasses {
    /// Those that write into tables that every parser reads.
    fileprivate static let writingSharedTables: MarkdownPasses = [.strikethrough, .bareLinks]
}
