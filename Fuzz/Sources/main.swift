// The fuzz target: bytes that libFuzzer makes up, sent the whole way of a hostile file. `make fuzz` builds and runs it.
import CLibFuzzer
import Glibc
import TestKit

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv

let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    let file = HostileFile(bytes)
    if !file.violations.isEmpty {
        let words = Array((file.violations.joined(separator: "\n") + "\n").utf8)
        _ = unsafe words.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
        abort()
    }
    return 0
}
exit(status)
