/// One file of the site, as the bytes that are written, or as the parts that they are made of where all of them at once
/// would take much memory.
package struct Artifact: Sendable {
    /// When a file is put in place: what others link to comes first, so that no feed ever names a page that is not there.
    package enum Order: Int, Sendable, CaseIterable, Comparable {
        /// Style sheets, icons, schemas, records, pages of records.
        case leaf
        /// Pages that list others.
        case index
        /// Feeds, the sitemap, search.
        case feed

        package static func < (left: Order, right: Order) -> Bool { left.rawValue < right.rawValue }
    }

    package let path: OutputPath
    package let order: Order
    private let parts: Parts

    private enum Parts: Sendable {
        case whole([UInt8])
        case made(count: Int, byteCount: Int?, @Sendable (Int) -> [UInt8])
    }

    package init(_ path: OutputPath, _ bytes: [UInt8], order: Order) {
        self.path = path
        self.order = order
        parts = .whole(bytes)
    }

    /// A file whose parts are made when they are written; each call of `part` gives the same bytes. `byteCount` is how
    /// many all of them have, where that is known before.
    init(
        _ path: OutputPath, parts count: Int, byteCount: Int? = nil, order: Order,
        part: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.path = path
        self.order = order
        parts = .made(count: count, byteCount: byteCount, part)
    }

    /// All of the file.
    package var bytes: [UInt8] {
        if case .whole(let bytes) = parts { return bytes }
        return (0..<partCount).flatMap(part)
    }

    package var partCount: Int {
        if case .made(let count, _, _) = parts { count } else { 1 }
    }

    /// How many bytes the file has; nil where that is not known before its parts are made.
    package var byteCount: Int? {
        switch parts {
        case .whole(let bytes): bytes.count
        case .made(_, let byteCount, _): byteCount
        }
    }

    package func part(_ number: Int) -> [UInt8] {
        switch parts {
        case .whole(let bytes): bytes
        case .made(_, _, let part): part(number)
        }
    }
}
