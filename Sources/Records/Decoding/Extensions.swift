import Incidents
import Syntax

extension YAMLDocument {
    /// The writer's own `x-` keys of a mapping, as written.
    func extensions(of node: NodeID?) -> [(key: String, value: ExtensionValue)] {
        guard let node else { return [] }
        return pairs(node).compactMap { key, value in
            guard begins(key, with: "x-") else { return nil }
            let name = text(key)
            return name.hasPrefix("x-") ? (name, extensionValue(value)) : nil
        }
    }

    private func extensionValue(_ node: NodeID) -> ExtensionValue {
        switch self[node].kind {
        case .scalar: .text(text(node))
        case .sequence: .list(items(node).map(extensionValue))
        case .mapping:
            .map(pairs(node).map { ExtensionPair(key: text($0.key), value: extensionValue($0.value)) })
        }
    }
}
