#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One TCP connection, closed when the value ends. Every wait on it has an end.
package struct Connection: ~Copyable, Sendable {
    private let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) {
        self.descriptor = descriptor
        var on: Int32 = 1
        let number = self.descriptor.number
        _ = unsafe setsockopt(
            number, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Gives a read and a write this many seconds before they fail.
    package func setPatience(seconds: Int) {
        var time = timeval()
        time.tv_sec = seconds
        let size = socklen_t(MemoryLayout<timeval>.size)
        _ = unsafe setsockopt(descriptor.number, SOL_SOCKET, SO_RCVTIMEO, &time, size)
        _ = unsafe setsockopt(descriptor.number, SOL_SOCKET, SO_SNDTIMEO, &time, size)
    }

    /// The bytes that came, at most `count`; none where the other end closed or kept silent for too long.
    package func receive(atMost count: Int) -> [UInt8] {
        let number = descriptor.number
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            var got: Int
            repeat { got = unsafe recv(number, start, count, 0) } while got < 0 && errno == EINTR
            filled = max(0, got)
        }
    }

    /// Sends all bytes and says whether the other end took them.
    package func send(_ bytes: [UInt8]) -> Bool {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        let number = descriptor.number
        return unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                guard let start = buffer.baseAddress else { break }
                #if canImport(Glibc)
                    let sent = unsafe Glibc.send(number, start + done, buffer.count - done, flags)
                #else
                    let sent = unsafe Darwin.send(number, start + done, buffer.count - done, flags)
                #endif
                if sent < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                done += sent
            }
            return true
        }
    }

    /// Connects to a port of this machine; nil where nobody listens.
    package static func open(port: UInt16) -> Connection? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        #if canImport(Glibc)
            let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let number = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard number >= 0 else { return nil }
        let connection = Connection(Descriptor(taking: number))
        let isOpen = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if isOpen { return connection }
        return nil
    }
}
