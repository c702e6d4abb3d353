import Synchronization

/// A name that templates look up, held as a number so that a page compares numbers and never letters.
///
/// Equal names have equal keys anywhere in the process and on any thread. Making one takes a lock: hold the keys that
/// every page uses in a `static let`.
package struct TemplateKey: Hashable, Sendable {
    let number: UInt32

    package init(_ name: String) {
        number = KeyTable.shared.withLock { $0.number(of: name) }
    }

    /// What stands for no name.
    static let none = TemplateKey(number: .max)

    private init(number: UInt32) {
        self.number = number
    }

    /// One of 64 bits, by which most objects that do not have the key are told at a glance.
    @inline(__always)
    var bit: UInt64 { 1 << UInt64(number & 63) }

    /// The name as it stands in a tag, such as `title`; a dotted name is several keys.
    package var name: String {
        KeyTable.shared.withLock { $0.names[Int(number)] }
    }
}

extension TemplateKey: ExpressibleByStringLiteral {
    package init(stringLiteral name: String) {
        self.init(name)
    }
}

/// Every name ever asked for, numbered in the order of asking; the numbers never reach a page.
private struct KeyTable: ~Copyable {
    static let shared = Mutex(KeyTable())

    private(set) var names: [String] = []
    private var numbers: [String: UInt32] = [:]

    mutating func number(of name: String) -> UInt32 {
        if let number = numbers[name] { return number }
        let number = UInt32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}
