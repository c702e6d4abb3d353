import Testing

@testable import Syntax

@Suite("numbers and texts as bytes")
struct ByteTextTests {
    @Test(
        "tenths are a fraction only where there is one",
        arguments: [
            (0, "0"), (5, "0.5"), (10, "1"), (99, "9.9"), (100, "10"), (999, "99.9"), (1001, "100.1"),
            (3600, "360"), (9999, "999.9"), (10_000, "1000"), (12_345, "1234.5"), (-7, "-0.7"),
            (-3605, "-360.5"),
            (Int.max, "922337203685477580.7"), (Int.min, "-922337203685477580.8"),
        ])
    func tenths(value: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.append(addingCapacity: 23) { $0.append(tenths: value) }
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
