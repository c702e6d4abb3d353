/// A number below 256 that no other case of the enumeration has: for tables with a place for each case.
///
/// For enumerations whose cases hold no values, of which there are at most 256.
@inlinable
@inline(__always)
package func caseNumber<Case: CaseIterable>(_ value: Case) -> Int {
    precondition(MemoryLayout<Case>.size <= 1)
    if MemoryLayout<Case>.size == 0 { return 0 }
    return unsafe withUnsafeBytes(of: value) { bytes in unsafe Int(bytes[0]) }
}
