/// The program's own version, by Semantic Versioning: the one place where it is written.
package enum ProgramVersion {
    package static let current = "0.1.0"
}
