import Diagnostics
import Syntax

/// YAML as the tools around us read it: by the core schema of YAML 1.2 (section 10.3.2), in which unquoted scalars may
/// be numbers, flags and nothing. Records are never read so; examples in the schema are, since editors do.
package enum YAMLCore {
    /// The value of a snippet such as `[{id: u1}]` or `"410000000"`; nil where it is no YAML.
    package static func value(ofSnippet snippet: String) -> JSONValue? {
        var report = Report()
        // A key before it: some snippets would be something else at the top of a file.
        let file = SourceFile(path: "", text: "value: " + snippet + "\n")
        guard let document = YAMLReader().read(file, into: &report), report.isEmpty, let root = document.root
        else {
            return nil
        }
        return document.value(root, key: "value").map { value(of: $0, in: document) }
    }

    /// The value of a node, aliases written out.
    package static func value(of node: YAMLDocument.NodeID, in document: YAMLDocument) -> JSONValue {
        switch document[node].kind {
        case .scalar: return scalar(node, in: document)
        case .sequence: return .array(document.items(node).map { value(of: $0, in: document) })
        case .mapping:
            return .object(
                document.pairs(node).map { .init(document.text($0.key), value(of: $0.value, in: document)) })
        }
    }

    private static func scalar(_ node: YAMLDocument.NodeID, in document: YAMLDocument) -> JSONValue {
        if document.isNull(node) { return .null }
        let text = document.text(node)
        guard document[node].style == .plain else { return .string(text) }
        switch text {
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        guard let number = PlainScalar.coreNumber(text) else { return .string(text) }
        if number.magnitude <= 999_999_999_999_999, number == number.rounded(),
            let whole = Int(exactly: number)
        {
            return .integer(whole)
        }
        return .decimal("\(number)")
    }
}
