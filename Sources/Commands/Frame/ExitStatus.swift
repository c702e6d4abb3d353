import ArgumentParser

/// How a command ends, for scripts: 0 where all is well.
enum ExitStatus {
    /// Something that was checked does not hold.
    static let errors = ExitCode(1)
    /// The command line was not understood (EX_USAGE).
    static let usage = ExitCode(64)
    /// The world failed: a disk, a network, a right (EX_IOERR).
    static let world = ExitCode(74)
}
