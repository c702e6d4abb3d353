import Diagnostics

/// Something that every record must keep to, beyond the form of its fields.
///
/// A rule judges only what was read well (`RecordFile.isSound`): what broke its form was reported already, and a second
/// finding about it would be noise.
package protocol Rule: DiagnosticPage {
    /// The parts that it is about: of a record that has none of them it has nothing to say.
    static var concerns: RecordParts { get }

    /// Reports what one record breaks. It reads no other record but through `site`, and may run on any thread.
    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report)
}

extension Rule {
    package static var concerns: RecordParts { .head }
}

/// Something that `aboveboard.yml` must keep to, beyond the form of its fields.
package protocol SiteRule: DiagnosticPage {
    /// Reports what the configuration breaks.
    func check(_ site: SiteUnderCheck, into report: inout Report)
}
