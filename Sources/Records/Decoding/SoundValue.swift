import Incidents
import Syntax

extension YAMLDocument {
    /// Whether one look tells that a value keeps its form and that nothing is to be said of it. What is wrong with any
    /// other, if anything, takes a `FormCheck`'s closer one. A moment or an amount is kept at its place, if it has one.
    func isSurelySound(
        _ node: NodeID, _ form: FieldForm, at cell: Int? = nil, in places: inout FieldPlaces
    ) -> Bool {
        guard isScalar(node) else { return false }
        if let words = form.words, position(of: node, in: words) != nil { return true }
        switch form.kind {
        case .text(let text):
            guard let length = lengthOfPlainText(node, mayBreak: false), length <= text.maxLength
            else { return false }
            return text.pattern == nil || text.accepts(utf8: bytes(node))
        case .prose: return lengthOfPlainText(node, mayBreak: true) != nil
        case .moment:
            guard let moment = try? Moment(utf8: bytes(node)) else { return false }
            if let cell { places.keep(moment, at: cell) }
            return true
        case .amount:
            let digits = bytes(node)
            guard let amount = Amount(utf8: digits) else { return false }
            if let cell { places.keep(amount, at: cell) }
            // Without quotes others would make a number of it and lose digits.
            return !isPlain(node) || (digits.count <= 15 && !digits.contains(UInt8(ascii: ".")))
        case .bool:
            return isPlain(node) && (says(node, "true") || says(node, "false"))
        case .other: return false
        }
    }
}
