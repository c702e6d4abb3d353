#if os(Linux)
    import Glibc

    /// The kernel's own account of what changes in some folders (inotify(7)).
    struct InotifyQueue: ~Copyable {
        private static let events = UInt32(
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
                | IN_MOVE_SELF | IN_ATTRIB)

        private let descriptor: Descriptor
        private let roots: [WatchedFolder]
        /// The folder behind each of the kernel's numbers.
        private var folders: [Int32: WatchedFolder] = [:]
        private var isComplete = true

        /// Nil where the kernel refuses, as when all its watches are taken.
        static func watching(_ roots: [WatchedFolder]) -> InotifyQueue? {
            let number = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
            guard number >= 0 else { return nil }
            var queue = InotifyQueue(Descriptor(taking: number), roots)
            for root in roots { queue.watch(root) }
            if queue.isComplete, !queue.folders.isEmpty { return queue }
            return nil
        }

        private init(_ descriptor: consuming Descriptor, _ roots: [WatchedFolder]) {
            self.descriptor = descriptor
            self.roots = roots
        }

        private mutating func watch(_ folder: WatchedFolder) {
            let watch = unsafe inotify_add_watch(descriptor.number, folder.path, Self.events)
            guard watch >= 0 else {
                if errno == ENOSPC || errno == ENOMEM { isComplete = false }
                return
            }
            folders[watch] = folder
            guard folder.isDeep, let inside = try? Folder(folder.path).entries() else { return }
            for entry in inside where entry.kind == .folder && !Self.isPrivate(entry.name) {
                self.watch(WatchedFolder(Disk.join(folder.path, entry.name), isDeep: true))
            }
        }

        static func isPrivate(_ name: String) -> Bool {
            name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".tmp") || name == "4913"
        }

        /// Waits for a change and then for quiet; false where not every folder could be watched any more.
        mutating func wait(settling: Int) -> Bool {
            while !takeEvents() {
                guard isComplete else { return false }
                _ = hasEvents(within: -1)
            }
            // What follows belongs to the same change, within reason.
            for _ in 0..<10 {
                guard hasEvents(within: Int32(truncatingIfNeeded: settling)) else { break }
                _ = takeEvents()
            }
            return isComplete
        }

        /// Whether events came within so many milliseconds; -1 waits without end.
        private func hasEvents(within milliseconds: Int32) -> Bool {
            var query = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
            return unsafe poll(&query, 1, milliseconds) > 0
        }

        /// Reads all events that are there, and says whether one of them matters.
        private mutating func takeEvents() -> Bool {
            var matters = false
            while true {
                var buffer = [UInt8](repeating: 0, count: 16_384)
                let count = unsafe read(descriptor.number, &buffer, buffer.count)
                guard count > 0 else { return matters }
                var place = 0
                while place + 16 <= count {
                    let watch = Int32(bitPattern: Self.number(buffer, place))
                    let mask = Self.number(buffer, place + 4)
                    let length = Int(Self.number(buffer, place + 12))
                    let name = buffer[(place + 16)..<min(count, place + 16 + length)].prefix { $0 != 0 }
                    if take(watch, mask, String(decoding: name, as: UTF8.self)) { matters = true }
                    place += 16 + length
                }
            }
        }

        private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
            UInt32(littleEndian: (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) })
        }

        private mutating func take(_ watch: Int32, _ mask: UInt32, _ name: String) -> Bool {
            if mask & UInt32(IN_Q_OVERFLOW) != 0 {
                // Some events were lost: watch everything again, and let the caller look at everything again.
                for root in roots { self.watch(root) }
                return true
            }
            if mask & UInt32(IN_IGNORED) != 0 {
                folders[watch] = nil
                return false
            }
            guard let folder = folders[watch] else { return false }
            if !name.isEmpty, Self.isPrivate(name) { return false }
            let path = name.isEmpty ? folder.path : Disk.join(folder.path, name)
            if mask & UInt32(IN_ISDIR) != 0, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
                let known = roots.first { $0.path == path }
                if let root = known ?? (folder.isDeep ? WatchedFolder(path, isDeep: true) : nil) {
                    self.watch(root)
                    return true
                }
                return false
            }
            // In the folder that is watched alone, other folders are nobody's business here.
            if !folder.isDeep, mask & UInt32(IN_ISDIR) != 0 { return roots.contains { $0.path == path } }
            return true
        }
    }
#endif
