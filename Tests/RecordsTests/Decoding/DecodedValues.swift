import Incidents

/// What a decoded record holds, taken from the value itself by reflection: each text, flag, moment and figure by the
/// names that lead to it, such as `losses[0].value.quantity`.
struct DecodedValues {
    private(set) var texts: [String: String] = [:]

    init(_ value: Any) {
        collect(value, at: "")
    }

    private mutating func collect(_ value: Any, at path: String) {
        switch value {
        case let moment as Moment: texts[path] = moment.text
        case let quantity as Quantity: collect(quantity, at: path)
        case let text as String: texts[path] = text
        case let flag as Bool: texts[path] = String(flag)
        case let number as Int: texts[path] = String(number)
        case let word as any RawRepresentable: texts[path] = "\(word.rawValue)"
        default: collectChildren(of: value, at: path)
        }
    }

    private mutating func collect(_ quantity: Quantity, at path: String) {
        switch quantity {
        case .exact(let amount): texts[path] = amount.text
        case .range(let low, let high):
            texts[path + ".low"] = low.text
            texts[path + ".high"] = high.text
        case .unknown: texts[path] = "unknown"
        }
    }

    private mutating func collectChildren(of value: Any, at path: String) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: for child in mirror.children { collect(child.value, at: path) }
        case .collection:
            for (index, child) in mirror.children.enumerated() {
                collect(child.value, at: "\(path)[\(index)]")
            }
        case .enum:
            if mirror.children.isEmpty { texts[path] = "\(value)" }
            for child in mirror.children { collect(child.value, at: path) }
        default:
            for child in mirror.children {
                // A payload's place in its case, and the facts of the kind, are no names of their own.
                let label = child.label ?? ""
                let isNamed = !label.isEmpty && !label.hasPrefix(".") && label != "facts"
                collect(child.value, at: !isNamed ? path : path.isEmpty ? label : path + "." + label)
            }
        }
    }
}
