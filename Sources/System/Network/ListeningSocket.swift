#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A TCP port on which this process takes connections, closed when the value ends.
package struct ListeningSocket: ~Copyable, Sendable {
    /// The numeric address that it is bound to: `127.0.0.1`, `::1`.
    package let host: String
    package let port: UInt16
    private let descriptor: Descriptor

    /// Binds one address of a host, and nothing besides it: `127.0.0.1` takes connections of this machine alone.
    ///
    /// Port 0 asks the system for a free one.
    package init(host: String, port: UInt16) throws(NetworkFailure) {
        let shown = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        var hints = unsafe addrinfo()
        #if canImport(Glibc)
            unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            unsafe hints.ai_socktype = SOCK_STREAM
        #endif
        unsafe hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, String(port), &hints, &found)
        guard code == 0, let list = unsafe found else {
            throw NetworkFailure(shown, cause: "there is no such host")
        }
        defer { unsafe freeaddrinfo(list) }
        let descriptor = try unsafe Self.bind(list.pointee, shown)
        let (name, bound) = Self.name(of: descriptor.number)
        self.host = name ?? host
        self.port = bound ?? port
        self.descriptor = descriptor
    }

    private static func bind(_ address: addrinfo, _ shown: String) throws(NetworkFailure) -> Descriptor {
        let number = unsafe socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard number >= 0 else { throw NetworkFailure(shown, errno: errno) }
        let descriptor = Descriptor(taking: number)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        // A server that was just stopped leaves its port in a waiting state that is no reason to refuse it.
        var on: Int32 = 1
        _ = unsafe setsockopt(
            number, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        guard unsafe connectable(number, address) else { throw NetworkFailure(shown, errno: errno) }
        return descriptor
    }

    private static func connectable(_ number: Int32, _ address: addrinfo) -> Bool {
        #if canImport(Glibc)
            unsafe Glibc.bind(number, address.ai_addr, address.ai_addrlen) == 0 && listen(number, 64) == 0
        #else
            unsafe Darwin.bind(number, address.ai_addr, address.ai_addrlen) == 0 && listen(number, 64) == 0
        #endif
    }

    /// The address and port that a socket is bound to, as numbers.
    private static func name(of number: Int32) -> (host: String?, port: UInt16?) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        var host = [CChar](repeating: 0, count: 64)
        var port = [CChar](repeating: 0, count: 16)
        let isKnown = unsafe withUnsafeMutablePointer(to: &storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe getsockname(number, address, &length) == 0
                    && getnameinfo(
                        address, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
                        NI_NUMERICHOST | NI_NUMERICSERV) == 0
            }
        }
        guard isKnown else { return (nil, nil) }
        func text(_ characters: [CChar]) -> String {
            String(
                decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        return (text(host), UInt16(text(port)))
    }

    /// Waits for the next connection; nil where the system has none to give for now, such as when descriptors ran out.
    package func accept() -> Connection? {
        while true {
            #if canImport(Glibc)
                let number = Glibc.accept(descriptor.number, nil, nil)
            #else
                let number = Darwin.accept(descriptor.number, nil, nil)
            #endif
            if number >= 0 {
                _ = fcntl(number, F_SETFD, FD_CLOEXEC)
                return Connection(Descriptor(taking: number))
            }
            if errno != EINTR && errno != ECONNABORTED { return nil }
        }
    }
}
