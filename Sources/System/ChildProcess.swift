#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another program that runs beside this one, its three streams being files.
///
/// Files instead of pipes mean that no amount of output can make the two wait for each other.
package struct ChildProcess: Sendable {
    /// How a program ended.
    package enum Ending: Sendable, Equatable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    package let identifier: Int32

    /// Starts a program by its path, with `arguments` behind its name, in the folder `folder`.
    ///
    /// The environment is exactly `environment`: nothing is inherited.
    package init(
        _ program: String, _ arguments: [String], environment: [(name: String, value: String)],
        folder: String, input: String = "/dev/null", output: String, error: String
    ) throws(FileFailure) {
        #if canImport(Glibc)
            var actions = unsafe posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        let creating = O_WRONLY | O_CREAT | O_TRUNC
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, creating, 0o666)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error, creating, 0o666)

        // A shell changes the folder, since POSIX has no such action, and then becomes the program.
        let words = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, program] + arguments
        var argumentPointers = unsafe words.map { unsafe strdup($0) } + [nil]
        var variablePointers = unsafe environment.map { unsafe strdup("\($0.name)=\($0.value)") } + [nil]
        defer {
            unsafe (argumentPointers + variablePointers).forEach { unsafe free($0) }
        }
        var started: pid_t = 0
        let code = unsafe posix_spawn(
            &started, "/bin/sh", &actions, nil, &argumentPointers, &variablePointers)
        guard code == 0 else { throw FileFailure("run", program, errno: code) }
        identifier = started
    }

    /// Ends the program at once, as a power cut would: it gets no chance to tidy.
    package func kill() {
        _ = signalled(SIGKILL)
    }

    private func signalled(_ number: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.kill(identifier, number)
        #else
            Darwin.kill(identifier, number)
        #endif
    }

    /// Waits for the end of the program; to be called once.
    package func wait() -> Ending {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }
}
