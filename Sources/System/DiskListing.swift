#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Disk {
    /// The files anywhere under a folder, as paths relative to it, sorted by their bytes.
    ///
    /// A name that starts with a dot is skipped and a link to a folder is not entered; a link to a file is listed, since a
    /// file that is silently left out would be the worse surprise. A name that is not UTF-8 is a failure.
    ///
    /// `prefix` stands before each path; a file whose name is not wanted is left out.
    package static func files(
        under folder: String, prefix: String = "", where isWanted: (String) -> Bool = { _ in true }
    ) throws(FileFailure) -> [String] {
        var found: [String] = []
        try collect(Folder(folder), prefix, isWanted, into: &found)
        return found
    }

    /// The names in one folder, those with a leading dot included, sorted by their bytes.
    package static func names(in folder: String) throws(FileFailure) -> [String] {
        try Folder(folder).entries().map(\.name).sorted(by: precedesByBytes)
    }

    private static func collect(
        _ folder: borrowing Folder, _ prefix: String, _ isWanted: (String) -> Bool,
        into found: inout [String]
    ) throws(FileFailure) {
        // What stands in a folder has the slash behind its name: by that, folder by folder, all paths come in order.
        let entries = try folder.entries().filter { !$0.name.hasPrefix(".") }
            .map { (kind: $0.kind, name: $0.kind == .folder ? $0.name + "/" : $0.name) }
            .filter { $0.kind == .folder || isWanted($0.name) }
            .sorted { precedesByBytes($0.name, $1.name) }
        for (kind, name) in entries {
            switch kind {
            case .file: found.append(prefix + name)
            case .folder:
                try collect(
                    folder.folder(named: String(name.dropLast())), prefix + name, isWanted, into: &found)
            case .link: if Disk.isFile(join(folder.path, name)) { found.append(prefix + name) }
            case .other: break
            }
        }
    }

    /// Whether one text's UTF-8 comes before another's: an order that no locale and no Unicode version changes.
    package static func precedesByBytes(_ left: String, _ right: String) -> Bool {
        let ordered: Bool?? = unsafe left.utf8.withContiguousStorageIfAvailable { leftBytes in
            unsafe right.utf8.withContiguousStorageIfAvailable { rightBytes in
                guard let a = leftBytes.baseAddress, let b = rightBytes.baseAddress else {
                    return leftBytes.count < rightBytes.count
                }
                let order = unsafe memcmp(a, b, min(leftBytes.count, rightBytes.count))
                return order == 0 ? leftBytes.count < rightBytes.count : order < 0
            }
        }
        return (ordered ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
