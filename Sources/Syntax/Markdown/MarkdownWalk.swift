/// Something that reads a tree in the order of its text, without a call for each level: a writer chooses the depth.
protocol MarkdownWalker {
    /// Reads a node's beginning; answers whether its children are to be read too.
    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int) -> Bool
    /// Reads a node's end; called for each node whose `enter` answered yes.
    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, depth: Int)
}

extension MarkdownWalker {
    /// Reads everything below `root`, whose children stand at depth 1.
    mutating func walk(_ root: MarkdownNode) {
        guard var node = root.firstChild else { return }
        var kinds = [node.kind]
        while let kind = kinds.last {
            if enter(node, kind, depth: kinds.count) {
                if let child = node.firstChild {
                    node = child
                    kinds.append(child.kind)
                    continue
                }
                leave(node, kind, depth: kinds.count)
            }
            while true {
                kinds.removeLast()
                if let next = node.next {
                    node = next
                    kinds.append(next.kind)
                    break
                }
                guard let parent = node.parent, let kind = kinds.last else { return }
                node = parent
                leave(node, kind, depth: kinds.count)
            }
        }
    }
}
