import CLibXML2

/// The library behind the XML notation, made ready once for all threads.
///
/// `xmlInitParser` must have returned before a second thread calls in; `xmlCleanupParser` is never called, since it
/// would take the tables from under the other threads.
enum LibXML2 {
    /// Makes the library ready; calls after the first cost nothing.
    static func prepare() { _ = prepared }

    private static let prepared: Bool = {
        xmlInitParser()
        return true
    }()
}
