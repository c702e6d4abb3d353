import System
import TestKit
import Testing

/// Holds the rooms against the table of Documentation/Pipeline.md, since SwiftPM lets a transitive module be imported
/// undeclared.
@Suite struct WallTests {
    /// Which rooms a room may see, in the order of the data.
    private static let walls: [(room: String, sees: Set<String>)] = [
        ("Diagnostics", []),
        ("System", ["Glibc", "Darwin"]),
        ("Digests", ["Crypto"]),
        ("Syntax", ["Diagnostics", "CCMarkGFM", "CLibYAML"]),
        ("Incidents", []),
        ("Records", ["Diagnostics", "Syntax", "Incidents", "Digests"]),
        ("Site", ["Diagnostics", "Syntax", "Incidents", "Digests"]),
        ("Publishing", ["Diagnostics", "System", "Digests", "Syntax", "Incidents", "Records", "Site"]),
        (
            "Commands",
            [
                "Diagnostics", "System", "Digests", "Syntax", "Incidents", "Records", "Site", "Publishing",
                "ArgumentParser",
            ]
        ),
        ("aboveboard", ["Commands"]),
        ("XMLReading", ["CLibXML2"]),
        ("TestKit", ["Diagnostics", "System", "Syntax", "Incidents", "Records"]),
    ]

    /// The standard library's own module of locks and atomics: it asks nothing of the machine that shows in an output.
    private static let everywhere: Set<String> = ["Synchronization"]

    /// Tools that run while the program is built and are no part of it.
    private static let buildTools: Set<String> = ["ThemeEmbedder", "ManualEmbedder"]

    private static let shims: Set<String> = ["CCMarkGFM", "CLibXML2", "CLibYAML"]

    @Test("no room imports what it may not see", arguments: walls.map(\.room))
    func imports(room: String) throws {
        let allowed = try #require(Self.walls.first { $0.room == room }).sees.union(Self.everywhere)
        for file in try Source.files(in: "Sources/\(room)") {
            for module in file.imports {
                #expect(allowed.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test("every folder under Sources is a room with walls, a shim or a build tool")
    func completeness() throws {
        let folders = try Disk.names(in: Source.root + "/Sources").filter { !$0.hasPrefix(".") }
        let known = Set(Self.walls.map(\.room)).union(Self.shims).union(Self.buildTools)
        #expect(Set(folders) == known)
    }

    @Test(
        "`unsafe` stands in System, Syntax and XMLReading alone",
        arguments: walls.map(\.room).filter { !["System", "Syntax", "XMLReading"].contains($0) })
    func unsafety(room: String) throws {
        for file in try Source.files(in: "Sources/\(room)") {
            for line in file.code where line.text.words.contains("unsafe") {
                Issue.record("\(file.path):\(line.number) says unsafe")
            }
        }
    }

    @Test("C names stay in the folder of their notation")
    func shimsStayHome() throws {
        let homes = [
            "CCMarkGFM": "Sources/Syntax/Markdown/", "CLibYAML": "Sources/Syntax/YAML/",
        ]
        for file in try Source.files(in: "Sources/Syntax") {
            for module in file.imports {
                if let home = homes[module] {
                    #expect(file.path.hasPrefix(home), "\(file.path) imports \(module)")
                }
            }
        }
    }

    @Test("the clock, the environment and the disk are asked in Publishing and Commands alone")
    func machine() throws {
        for (room, _) in Self.walls where !["System", "Publishing", "Commands", "TestKit"].contains(room) {
            for file in try Source.files(in: "Sources/\(room)") {
                for line in file.code {
                    for word in [
                        "WallClock", "Stopwatch", "Environment", "ContinuousClock", "SuspendingClock",
                        "readLine", "CommandLine",
                    ] {
                        #expect(
                            !line.text.words.contains(word[...]), "\(file.path):\(line.number) says \(word)")
                    }
                }
            }
        }
    }

    @Test("nothing in the program gives up on data or is left for later")
    func shortcuts() throws {
        for (room, _) in Self.walls {
            for file in try Source.files(in: "Sources/\(room)") {
                for (number, text) in file.lines.enumerated() {
                    for shortcut in ["try!", "fatalError(", "as! ", "TO" + "DO", "FIX" + "ME", "print("] {
                        #expect(!text.contains(shortcut), "\(file.path):\(number + 1) says \(shortcut)")
                    }
                }
            }
        }
    }

    @Test("a file is split by noun before it grows past some 300 lines")
    func sizes() throws {
        for (room, _) in Self.walls {
            for file in try Source.files(in: "Sources/\(room)") {
                #expect(
                    file.lines.count <= 320, "\(file.path) has \(file.lines.count) lines: split it by noun")
            }
        }
    }

    @Test("tests use Swift Testing, and measure no time")
    func tests() throws {
        for file in try Source.files(in: "Tests") where !file.path.hasPrefix("Tests/WallTests/") {
            #expect(!file.imports.contains("XCTest"), "\(file.path) imports XCTest")
            for line in file.code {
                #expect(
                    !line.text.words.contains("ContinuousClock"), "\(file.path):\(line.number) measures time")
            }
        }
    }

    @Test("the picture in Pipeline.md names the same rooms in the same order")
    func picture() throws {
        let text = String(decoding: try Disk.read(Source.root + "/Documentation/Pipeline.md"), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| room") }
        let rooms = rows.map { String($0.dropFirst(2).prefix { $0 != " " }) }
        let beside = ["aboveboard", "TestKit", "XMLReading"]
        #expect(rooms == Self.walls.map(\.room).filter { !beside.contains($0) })
    }
}
