/// What the memory of one page holds.
struct TemplateContent: ~Copyable {
    var bytes: [UInt8] = []
    // Holds whoever writes apart from each other.
    private var isWriting = false
    // Objects and lists that are whole. An object begins with a pair that holds the bits of its keys; the pairs of a list
    // have no keys.
    var pairs: TemplatePairs
    // Those that are being made, each behind the one around it.
    var open = TemplatePairs(room: 64)
    // What was made for a mark, the first ones.
    var marked: [(mark: TemplateMemory.Mark, value: TemplateValue)] = []

    init(capacity: Int) {
        pairs = TemplatePairs(room: capacity / 16)
        bytes.reserveCapacity(capacity)
    }

    /// Where the next word begins, which is written until `endWord`.
    mutating func beginWord() -> Int {
        precondition(!isWriting, "a word is made while another one is written")
        isWriting = true
        return bytes.count
    }

    mutating func endWord() { isWriting = false }

    /// Text that `{{ }}` escapes; nothing for no text.
    mutating func text(_ text: String?) -> TemplateValue {
        guard let text else { return .null }
        precondition(!isWriting, "a word is made while another one is written")
        let start = bytes.count
        // Any other text `{{ }}` and `{{{ }}}` write in two ways.
        guard HTMLText.appendPlain(text, to: &bytes) else { return .text(text) }
        return .written(at: UInt32(start), count: UInt32(bytes.count - start))
    }
}
