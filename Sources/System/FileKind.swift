#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What stands at a path, a symbolic link being told as itself and never as what it points to.
package enum FileKind: Sendable, Equatable {
    case file, folder, link
    /// A pipe, a socket or a device: nothing that a site is made of.
    case other

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}
