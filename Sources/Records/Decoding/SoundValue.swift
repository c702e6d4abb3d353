import Incidents
import Syntax

extension YAMLDocument {
    /// Whether one look tells that a value keeps its form and that nothing is to be said of it. What is wrong with any
    /// other, if anything, takes a `FormCheck`'s closer one.
    func isSurelySound(_ node: NodeID, _ form: FieldForm) -> Bool {
        guard isScalar(node) else { return false }
        if let words = form.words, position(of: node, in: words) != nil { return true }
        switch form.kind {
        case .text(let text):
            guard let length = lengthOfPlainText(node, mayBreak: false), length <= text.maxLength else {
                return false
            }
            return text.accepts(utf8: bytes(node))
        case .prose: return lengthOfPlainText(node, mayBreak: true) != nil
        case .moment: return (try? Moment(utf8: bytes(node))) != nil
        case .amount:
            let digits = bytes(node)
            // Without quotes others would make a number of it and lose digits.
            if isPlain(node), digits.count > 15 || digits.contains(UInt8(ascii: ".")) { return false }
            return Amount(utf8: digits) != nil
        case .bool: return isPlain(node) && (says(node, "true") || says(node, "false"))
        case .other: return false
        }
    }
}
