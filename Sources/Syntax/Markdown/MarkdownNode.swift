import CCMarkGFM

/// One node of a parsed text; with `MarkdownTree` the only place that knows cmark's names.
///
/// A node lives as long as its tree: it is handed out within `MarkdownTree.withRoot` and kept no longer.
@safe struct MarkdownNode {
    /// What a node is, the table's, strikethrough's and task list's kinds among them.
    enum Kind {
        case text, softBreak, lineBreak, code, rawInline, emphasis, strong, strikethrough, link, image,
            footnoteReference
        case paragraph, heading, quote, list, item, codeBlock, rawBlock, rule, footnote, table, row, cell
        /// The document itself, and anything that a later cmark may bring.
        case other
    }

    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    private init?(_ pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = unsafe pointer
    }

    // MARK: - The tree

    var parent: MarkdownNode? { unsafe MarkdownNode(cmark_node_parent(pointer)) }
    var next: MarkdownNode? { unsafe MarkdownNode(cmark_node_next(pointer)) }
    var firstChild: MarkdownNode? { unsafe MarkdownNode(cmark_node_first_child(pointer)) }

    static func == (left: MarkdownNode, right: MarkdownNode) -> Bool {
        unsafe left.pointer == right.pointer
    }

    // MARK: - What it is

    var kind: Kind {
        let type = unsafe cmark_node_get_type(pointer)
        switch type {
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_LINK: return .link
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_LIST: return .list
        case CMARK_NODE_HEADING: return .heading
        case CMARK_NODE_BLOCK_QUOTE: return .quote
        case CMARK_NODE_CODE_BLOCK: return .codeBlock
        case CMARK_NODE_HTML_BLOCK: return .rawBlock
        case CMARK_NODE_HTML_INLINE: return .rawInline
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        case CMARK_NODE_IMAGE: return .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
        default: return extendedKind
        }
    }

    /// The kinds of extensions are numbered as they are registered, so that only their names tell them apart.
    private var extendedKind: Kind {
        guard let name = unsafe cmark_node_get_type_string(pointer) else { return .other }
        func isCalled(_ kind: StaticString) -> Bool {
            unsafe strcmp(name, UnsafeRawPointer(kind.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
        }
        if isCalled("table_cell") { return .cell }
        if isCalled("table_row") || isCalled("table_header") { return .row }
        if isCalled("table") { return .table }
        return isCalled("strikethrough") ? .strikethrough : .other
    }

    /// 1 to 6 for a heading.
    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }

    var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

    /// Whether the item's box is ticked; `nil` where the item has no box.
    var isTaskDone: Bool? {
        guard unsafe cmark_node_get_syntax_extension(pointer) != nil else { return nil }
        return unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer)
    }

    var isHeaderRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

    /// A table's columns: `l`, `c`, `r`, or 0 where the writer chose nothing.
    var columnAlignments: [UInt8] {
        let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let alignments = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: alignments, count: count))
    }

    /// The first byte and the last as cmark tells them: lines and bytes of a line, both counted from 1; 0 where it
    /// cannot tell.
    var place: (startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
        unsafe (
            Int(cmark_node_get_start_line(pointer)), Int(cmark_node_get_start_column(pointer)),
            Int(cmark_node_get_end_line(pointer)), Int(cmark_node_get_end_column(pointer))
        )
    }

    // MARK: - Its words

    /// The letters of a text, of code or of raw HTML; the number of a footnote's reference.
    var literal: [UInt8] { unsafe Array(bytes(cmark_node_get_literal(pointer))) }
    /// The address with character references and backslashes resolved.
    var url: [UInt8] { unsafe Array(bytes(cmark_node_get_url(pointer))) }
    var title: [UInt8] { unsafe Array(bytes(cmark_node_get_title(pointer))) }
    /// What stands behind the fence of a code block.
    var fenceInfo: [UInt8] { unsafe Array(bytes(cmark_node_get_fence_info(pointer))) }

    /// Appends the literal, escaped for a place between tags.
    func appendLiteral(to output: inout [UInt8]) {
        unsafe HTMLText.appendContent(bytes(cmark_node_get_literal(pointer)), to: &output)
    }

    /// Appends the literal as it is.
    func appendWords(to output: inout [UInt8]) {
        unsafe output.append(copying: UnsafeRawBufferPointer(bytes(cmark_node_get_literal(pointer))))
    }

    private func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text = unsafe text else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        return unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
            .assumingMemoryBound(to: UInt8.self)
    }
}
