/// One file of the site, as the bytes that are written.
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
    package let bytes: [UInt8]
    package let order: Order

    package init(_ path: OutputPath, _ bytes: [UInt8], order: Order) {
        self.path = path
        self.bytes = bytes
        self.order = order
    }
}
