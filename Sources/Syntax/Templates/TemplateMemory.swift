/// What the values of one page show, in one piece of memory: a value that stands here is two numbers, which cost nothing
/// to hand on and to let go of.
///
/// A page's values are made with one of these on one thread, and shown with it.
package final class TemplateMemory {
    private(set) var bytes: [UInt8] = []
    private var isWriting = false

    /// `capacity` is how many bytes most pages need.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// HTML that is safe already, which `write` appends. It makes no other value of this memory meanwhile.
    package func html(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
        let start = append(write)
        return .written(at: UInt32(start), count: UInt32(bytes.count - start))
    }

    /// Text that `{{ }}` escapes, which `write` appends. It makes no other value of this memory meanwhile.
    package func text(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
        let start = append(write)
        let isPlain = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe HTMLText.isPlain(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        if isPlain { return .written(at: UInt32(start), count: UInt32(bytes.count - start)) }
        // `{{ }}` and `{{{ }}}` write it in two ways.
        let text = Array(bytes[start...])
        bytes.removeLast(text.count)
        return .bytes(text)
    }

    /// Where what `write` appends begins.
    private func append(_ write: (inout [UInt8]) -> Void) -> Int {
        precondition(!isWriting, "a value is made while another one is written")
        isWriting = true
        // Taken out, so that nothing has to look for others that write into it.
        var written = bytes
        bytes = []
        let start = written.count
        write(&written)
        bytes = written
        isWriting = false
        return start
    }
}
