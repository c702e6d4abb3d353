/// Values that many pages show, such as the words of a language: a page holds them by where they stand, and counts no
/// reference when it takes one or lets go of it.
@safe package final class TemplateConstants: @unchecked Sendable {
    /// Where a value stands.
    @safe package struct Place: @unchecked Sendable {
        let value: UnsafePointer<TemplateValue>

        // Apart, so that a value's own look, which sections take by the hundred, is no recursion.
        @inline(never)
        var isTruthy: Bool { unsafe value.pointee.isTruthy }
    }

    private let values: UnsafeMutableBufferPointer<TemplateValue>

    package init(_ values: [TemplateValue]) {
        unsafe self.values = .allocate(capacity: values.count)
        _ = unsafe self.values.initialize(from: values.map(\.unkept))
    }

    deinit {
        unsafe values.deinitialize()
        unsafe values.deallocate()
    }

    /// The value at a place, from 0: to be shown only while these constants live, which whoever made them sees to.
    package subscript(place: Int) -> TemplateValue {
        precondition(unsafe values.indices.contains(place))
        switch unsafe values[place] {
        // Nothing is held by these.
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        default:
            guard let start = unsafe values.baseAddress else { return .null }
            return unsafe .kept(Place(value: UnsafePointer(start + place)))
        }
    }
}

extension TemplateValue {
    /// Where the value stands, if that is among constants.
    @inline(__always)
    var kept: UnsafePointer<TemplateValue>? {
        switch self {
        case .kept(let place): unsafe place.value
        default: nil
        }
    }

    /// The value itself, where it stands among constants.
    fileprivate var unkept: TemplateValue {
        if case .kept(let place) = self { unsafe place.value.pointee } else { self }
    }
}
