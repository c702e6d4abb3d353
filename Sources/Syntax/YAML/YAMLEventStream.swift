import CLibYAML

/// The events that libyaml finds in one text, one at a time; it owns libyaml's memory and a copy of the text.
///
/// Places are counted in code points from the text's start, as libyaml counts them; `CodePointOffsets` makes offsets.
@safe
struct YAMLEventStream: ~Copyable {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias, scalar, sequenceStart, mappingStart, collectionEnd
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    /// The text as libyaml reads it.
    private let input: UnsafePointer<UInt8>
    private let count: Int
    /// The same where it is memory of our own, and libyaml decodes it.
    private let own: UnsafeMutablePointer<UInt8>?
    /// Where the text begins in its file.
    private let first: Int
    private(set) var kind = Kind.streamStart

    /// Nil where no memory is left for a parser. The text must be UTF-8 without a byte-order mark, of characters that may
    /// stand in YAML, `codePoints` of them.
    ///
    /// - Parameter isHandedOver: whether libyaml finds the text where it would have decoded it to, if there is room.
    init?(text: ArraySlice<UInt8>, codePoints: Int, isHandedOver: Bool = true) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            return nil
        }
        unsafe self.parser = unsafe parser
        unsafe event = .allocate(capacity: 1)
        unsafe event.initialize(to: yaml_event_t())
        first = text.startIndex
        count = text.count
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        if isHandedOver, let there = unsafe Self.handOver(text, codePoints, to: parser) {
            unsafe input = UnsafePointer(there)
            unsafe own = nil
        } else {
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, text.count))
            _ = unsafe UnsafeMutableBufferPointer(start: copy, count: text.count).initialize(from: text)
            unsafe yaml_parser_set_input_string(parser, copy, text.count)
            unsafe input = UnsafePointer(copy)
            unsafe own = copy
        }
    }

    /// Puts a text where libyaml keeps what it has decoded and not yet read, as though it had come to the end of its input.
    ///
    /// libyaml looks at each byte of its input for what was looked at before, whether it is UTF-8 and may stand in YAML:
    /// a fifth of its time. Its members are named internal, so this is done for versions alone that are known to keep them
    /// this way. Nil where it is another, or has no room for the text and the NUL behind it.
    private static func handOver(
        _ text: ArraySlice<UInt8>, _ codePoints: Int, to parser: UnsafeMutablePointer<yaml_parser_t>
    ) -> UnsafeMutablePointer<UInt8>? {
        // The scanner asks for up to four characters at once.
        let end = 4
        guard isKnownVersion, let start = unsafe parser.pointee.buffer.start,
            let last = unsafe parser.pointee.buffer.end, unsafe last - start >= text.count + end
        else { return nil }
        unsafe yaml_parser_set_input_string(parser, start, 0)
        let room = unsafe UnsafeMutableBufferPointer(start: start, count: text.count + end)
        _ = unsafe room.update(from: text)
        unsafe (start + text.count).update(repeating: 0, count: end)
        unsafe parser.pointee.buffer.pointer = start
        unsafe parser.pointee.buffer.last = start + text.count + 1
        unsafe parser.pointee.unread = codePoints + 1
        unsafe parser.pointee.offset = text.count
        unsafe parser.pointee.eof = 1
        return unsafe start
    }

    private static let isKnownVersion: Bool = {
        var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
        unsafe yaml_get_version(&major, &minor, &patch)
        return (major, minor) == (0, 2) && patch <= 5
    }()

    /// Whether the text stands where libyaml would have decoded it to.
    var isHandedOver: Bool { unsafe own == nil }

    deinit {
        unsafe yaml_event_delete(event)
        unsafe yaml_parser_delete(parser)
        unsafe event.deallocate()
        unsafe parser.deallocate()
        unsafe own?.deallocate()
    }

    /// Steps to the next event; false where the text breaks the grammar, as `problem` then tells.
    mutating func advance() -> Bool {
        if ownsMemory { unsafe yaml_event_delete(event) }
        guard unsafe yaml_parser_parse(parser, event) == 1 else { return false }
        switch unsafe event.pointee.type {
        case YAML_STREAM_START_EVENT: kind = .streamStart
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_ALIAS_EVENT: kind = .alias
        case YAML_SCALAR_EVENT: kind = .scalar
        case YAML_SEQUENCE_START_EVENT: kind = .sequenceStart
        case YAML_MAPPING_START_EVENT: kind = .mappingStart
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
        default: kind = .streamEnd
        }
        return true
    }

    /// Whether the event at hand may have memory of its own: the end of a list has none, nor has its beginning, or a
    /// mapping's, without an anchor and a tag.
    private var ownsMemory: Bool {
        switch kind {
        case .collectionEnd: false
        case .sequenceStart:
            unsafe event.pointee.data.sequence_start.anchor != nil
                || event.pointee.data.sequence_start.tag != nil
        case .mappingStart:
            unsafe event.pointee.data.mapping_start.anchor != nil
                || event.pointee.data.mapping_start.tag != nil
        default: true
        }
    }

    var start: Int { unsafe Int(event.pointee.start_mark.index) }
    var end: Int { unsafe Int(event.pointee.end_mark.index) }

    /// How the scalar, list or mapping at hand is written.
    @inline(__always)
    var style: YAMLNode.Style {
        switch kind {
        case .scalar:
            switch unsafe event.pointee.data.scalar.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        case .sequenceStart:
            unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
        default:
            unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
        }
    }

    /// Whether an anchor or a tag stands before the scalar at hand.
    var hasProperties: Bool {
        unsafe event.pointee.data.scalar.anchor != nil || event.pointee.data.scalar.tag != nil
    }

    /// Whether the scalar at hand begins and ends on one line.
    var isOnOneLine: Bool { unsafe event.pointee.start_mark.line == event.pointee.end_mark.line }

    /// Whether the node at hand carries an explicit tag such as `!!str`.
    var hasTag: Bool {
        switch kind {
        case .scalar: unsafe event.pointee.data.scalar.tag != nil
        case .sequenceStart: unsafe event.pointee.data.sequence_start.tag != nil
        case .mappingStart: unsafe event.pointee.data.mapping_start.tag != nil
        default: false
        }
    }

    /// The name behind `&`, or behind `*` for an alias; nil where the node has none.
    var anchor: String? {
        let name: UnsafeMutablePointer<yaml_char_t>?
        switch kind {
        case .scalar: unsafe name = event.pointee.data.scalar.anchor
        case .sequenceStart: unsafe name = event.pointee.data.sequence_start.anchor
        case .mappingStart: unsafe name = event.pointee.data.mapping_start.anchor
        case .alias: unsafe name = event.pointee.data.alias.anchor
        default: return nil
        }
        guard let name = unsafe name else { return nil }
        return unsafe String(cString: name)
    }

    /// Whether the document that begins here stands behind a `%TAG` directive.
    var hasTagDirective: Bool {
        guard kind == .documentStart else { return false }
        return unsafe event.pointee.data.document_start.tag_directives.start
            != event.pointee.data.document_start.tag_directives.end
    }

    /// Appends the decoded text of the scalar at hand.
    func appendText(to arena: inout [UInt8]) {
        guard kind == .scalar, let value = unsafe event.pointee.data.scalar.value else { return }
        unsafe arena.append(
            contentsOf: UnsafeBufferPointer(start: value, count: event.pointee.data.scalar.length))
    }

    /// Whether the decoded text of the scalar at hand stands at an offset into the file.
    func stands(at offset: Int) -> Bool {
        guard kind == .scalar, let value = unsafe event.pointee.data.scalar.value,
            offset >= first, offset - first + textLength <= count
        else { return false }
        let text = unsafe UnsafeRawBufferPointer(start: value, count: textLength)
        let there = unsafe UnsafeRawBufferPointer(
            start: unsafe input + (offset - first), count: textLength)
        var step = 0
        while step + 8 <= textLength {
            let word = unsafe text.loadUnaligned(fromByteOffset: step, as: UInt64.self)
            if unsafe word != there.loadUnaligned(fromByteOffset: step, as: UInt64.self) { return false }
            step += 8
        }
        while step < textLength {
            if unsafe text[step] != there[step] { return false }
            step += 1
        }
        return true
    }

    /// Whether the bytes at the scalar's place, or those within its quotes, are its text. On one line, without quotes or in
    /// single ones, only what is as long is.
    @inline(__always)
    func stands(in content: Range<Int>, _ style: YAMLNode.Style) -> Bool {
        switch style {
        case .plain: content.count == textLength && (isOnOneLine || stands(at: content.lowerBound))
        case .singleQuoted where isOnOneLine: content.count == textLength + 2
        case .singleQuoted, .doubleQuoted:
            content.count == textLength + 2 && stands(at: content.lowerBound + 1)
        default: false
        }
    }

    /// The decoded length of the scalar at hand in bytes.
    var textLength: Int {
        kind == .scalar ? unsafe event.pointee.data.scalar.length : 0
    }

    /// What stopped the parser, in libyaml's words.
    var problem: YAMLProblem {
        let parser = unsafe parser.pointee
        let words = unsafe parser.problem.map { unsafe String(cString: $0) }
        let context = unsafe parser.context.map { unsafe String(cString: $0) }
        return unsafe YAMLProblem(
            words: words ?? "", context: context ?? "", place: Int(parser.problem_mark.index),
            contextPlace: context == nil ? nil : Int(parser.context_mark.index))
    }
}
