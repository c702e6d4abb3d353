import System

/// A built site as a reader finds it: a folder, or an address on the web.
package enum PublishedSite: Sendable {
    case folder(String)
    /// Absolute, with a final slash.
    case address(String)

    /// An address where the text begins with `https://`, else a folder.
    package init(_ text: String) {
        if text.hasPrefix("https://") {
            self = .address(text.hasSuffix("/") ? text : text + "/")
        } else {
            self = .folder(text)
        }
    }

    /// The files at some paths below the site; those that are not there are left out. Nothing larger than 64 MB is read.
    package func read(_ paths: [String]) throws(FileFailure) -> [String: [UInt8]] {
        switch self {
        case .folder(let folder):
            var files: [String: [UInt8]] = [:]
            for path in paths {
                files[path] = try Disk.readIfPresent(Disk.join(folder, path), limit: Self.largestFile)
            }
            return files
        case .address(let address): return try Self.fetch(paths, from: address)
        }
    }

    /// The paths of all files that end in a name; nil where the site cannot be listed.
    package func paths(endingIn name: String) throws(FileFailure) -> [String]? {
        guard case .folder(let folder) = self else { return nil }
        return try Disk.files(under: folder).filter { $0.hasSuffix("/" + name) }
    }

    private static let largestFile = 64 << 20

    /// Through `curl`, which every system with a network has: one program for all paths, so that connections are shared,
    /// and nothing of it in the start of our own.
    private static func fetch(_ paths: [String], from address: String) throws(FileFailure) -> [String:
        [UInt8]]
    {
        let scratch = try Disk.makeScratchFolder(
            in: Environment.value(of: "TMPDIR") ?? "/tmp", prefix: "aboveboard-")
        defer { try? Disk.removeTree(scratch) }
        // A path comes from the site itself: whatever could leave its line or the site is not asked for.
        let safe = paths.filter { path in
            !path.contains("..")
                && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        }
        var settings = "fail\nsilent\nshow-error\nlocation\nproto = \"=https\"\nproto-redir = \"=https\"\n"
        settings += "globoff\nmax-time = 120\nmax-filesize = \(largestFile)\n"
        for (index, path) in safe.enumerated() {
            settings += "url = \"\(address)\(path)\"\noutput = \"\(scratch)/\(index)\"\n"
        }
        try Disk.write(Array(settings.utf8), to: Disk.join(scratch, "settings"))
        let inherited = ["PATH", "https_proxy", "HTTPS_PROXY", "no_proxy", "SSL_CERT_FILE", "CURL_CA_BUNDLE"]
        let child = try ChildProcess(
            "curl", ["--disable", "--config", "settings"],
            environment: inherited.compactMap { name in Environment.value(of: name).map { (name, $0) } },
            folder: scratch, output: Disk.join(scratch, "output"), error: Disk.join(scratch, "error"))
        let ending = child.wait()
        var files: [String: [UInt8]] = [:]
        for (index, path) in safe.enumerated() {
            files[path] = try Disk.readIfPresent(Disk.join(scratch, String(index)), limit: largestFile)
        }
        // 22 is "not there", which is an answer; with nothing at all read, everything else is a failure of the world.
        if files.isEmpty, !safe.isEmpty, ending != .exited(0), ending != .exited(22) {
            let words = String(decoding: try Disk.read(Disk.join(scratch, "error")), as: UTF8.self)
            let first = words.split(separator: "\n").first.map(String.init) ?? "curl could not be run"
            throw FileFailure("fetch", address, .foreign, cause: first)
        }
        return files
    }
}
