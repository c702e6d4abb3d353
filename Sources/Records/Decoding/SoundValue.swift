import Incidents
import Syntax

/// What one look at a value tells of it.
enum Soundness {
    /// It keeps its form, and nothing is to be said of it.
    case sound
    /// It is if its text is of the form's pattern.
    case soundInPattern
    /// What is wrong with it, if anything, takes a `FormCheck`'s closer look.
    case unsure
}

extension YAMLDocument {
    /// Whether one look tells that a value keeps its form and that nothing is to be said of it. What is wrong with any
    /// other, if anything, takes a `FormCheck`'s closer one. A moment or an amount is kept at its place, if it has one.
    func isSurelySound(
        _ node: NodeID, _ form: FieldForm, at cell: Int? = nil, in places: inout FieldPlaces
    ) -> Bool {
        let bytes = file.bytes
        return switch soundness(of: node, form.quick, form.table, bytes.span, at: cell, in: &places) {
        case .sound: true
        case .soundInPattern: form.text?.accepts(utf8: self.bytes(node)) ?? false
        case .unsure: false
        }
    }

    /// The same for who asks of many: `words` has the group of the form's words, `text` is the file's.
    func soundness(
        of node: NodeID, _ form: QuickForm, _ words: YAMLKeyTable?, _ text: Span<UInt8>, at cell: Int?,
        in places: inout FieldPlaces
    ) -> Soundness {
        guard let range = rangeInFile(node) else { return soundnessOfOther(node, form, words) }
        if form.words >= 0, words?.position(of: range, in: text, among: Int(form.words)) != nil {
            return .sound
        }
        switch form.kind {
        case .line, .patterned, .prose:
            let length = lengthOfPlainText(node, at: range, of: text, mayBreak: form.kind == .prose)
            return Self.soundness(ofLength: length, form, form.sure.isOne(text.extracting(range)))
        case .moment:
            guard let moment = Moment(usual: text.extracting(range)) ?? (try? Moment(utf8: bytes(node)))
            else { return .unsure }
            if let cell { places.keep(moment, at: cell) }
            return .sound
        case .amount:
            let digits = text.extracting(range)
            guard let amount = Amount(utf8: digits) else { return .unsure }
            if let cell { places.keep(amount, at: cell) }
            // Without quotes others would make a number of it and lose digits.
            let isKept =
                !isPlain(node)
                || (range.count <= 15 && digits.firstIndex(of: UInt8(ascii: "."), from: 0) == nil)
            return isKept ? .sound : .unsure
        case .bool: return isPlain(node) && (says(node, "true") || says(node, "false")) ? .sound : .unsure
        case .other: return .unsure
        }
    }

    /// Of a text that has so many characters, nil where they call for a closer look.
    private static func soundness(ofLength length: Int?, _ form: QuickForm, _ fitsPattern: Bool) -> Soundness
    {
        guard let length else { return .unsure }
        if form.kind == .prose { return .sound }
        guard length <= Int(form.maxLength) else { return .unsure }
        return form.kind == .line || fitsPattern ? .sound : .soundInPattern
    }

    /// Of a scalar whose text stands otherwise in the file, of a list and of a mapping.
    private func soundnessOfOther(_ node: NodeID, _ form: QuickForm, _ words: YAMLKeyTable?) -> Soundness {
        guard isScalar(node) else { return .unsure }
        if form.words >= 0, let words, position(of: node, in: words, among: Int(form.words)) != nil {
            return .sound
        }
        return switch form.kind {
        case .line, .patterned, .prose:
            Self.soundness(
                ofLength: lengthOfPlainText(node, mayBreak: form.kind == .prose), form, false)
        case .moment, .amount, .bool, .other: .unsure
        }
    }
}
