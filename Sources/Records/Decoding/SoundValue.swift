import Incidents
import Syntax

extension FormCheck {
    /// Whether one look tells that a value keeps its form and that nothing is to be said of it. What is wrong with any
    /// other, if anything, takes a closer one. A moment or an amount is kept in its cell, if it has one.
    mutating func isSurelySound(_ node: YAMLDocument.NodeID, _ form: FieldForm, _ cell: Int?) -> Bool {
        guard document.isScalar(node) else { return false }
        if let words = form.words, document.position(of: node, in: words) != nil { return true }
        switch form.kind {
        case .text(let text):
            guard let length = document.lengthOfPlainText(node, mayBreak: false), length <= text.maxLength
            else { return false }
            return text.pattern == nil || text.accepts(utf8: document.bytes(node))
        case .prose: return document.lengthOfPlainText(node, mayBreak: true) != nil
        case .moment:
            guard let moment = try? Moment(utf8: document.bytes(node)) else { return false }
            if let cell { places.keep(moment, at: cell) }
            return true
        case .amount:
            let digits = document.bytes(node)
            guard let amount = Amount(utf8: digits) else { return false }
            if let cell { places.keep(amount, at: cell) }
            // Without quotes others would make a number of it and lose digits.
            return !document.isPlain(node) || (digits.count <= 15 && !digits.contains(UInt8(ascii: ".")))
        case .bool:
            return document.isPlain(node) && (document.says(node, "true") || document.says(node, "false"))
        case .other: return false
        }
    }
}
