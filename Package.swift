// swift-tools-version: 6.2
// The rooms stand in the order of the data: notation, meaning, rules, pages, disk, command line.
// Documentation/Pipeline.md draws them; Tests/WallTests holds their imports against that picture.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Set by `make fuzz`: the rooms count which of their branches run, and a target hands them what libFuzzer makes up.
let isFuzzing = Context.environment["ABOVEBOARD_FUZZ"] != nil
let measured = strict + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// Set by `make program`: with `generate` the program counts which ways it takes, and the path of a file of such counts lets
/// the linker lay those ways out first. It counts what is left after inlining, which in most trials gained more than counts
/// from before it. For Linux, where clang calls the linker.
let profiling = Context.environment["ABOVEBOARD_PROFILE"].map { value in
    value == "generate"
        ? ["-fcs-profile-generate"]
        : ["-Xlinker", "--lto-cs-profile-file=\(value)", "-Wl,-z,keep-text-section-prefix"]
}
let linked = (profiling ?? []).flatMap { ["-Xclang-linker", $0] }

/// A room of the program: a folder under Sources and the rooms that it may see.
func room(_ name: String, sees dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: measured)
}

func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies + ["TestKit"], swiftSettings: strict)
}

func cLibrary(_ name: String, pkgConfig: String, apt: [String], brew: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt), .brew([brew])])
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "aboveboard",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "aboveboard", targets: ["aboveboard"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        cLibrary(
            "CCMarkGFM", pkgConfig: "libcmark-gfm",
            apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"], brew: "cmark-gfm"),
        cLibrary("CLibXML2", pkgConfig: "libxml-2.0", apt: ["libxml2-dev"], brew: "libxml2"),
        cLibrary("CLibYAML", pkgConfig: "yaml-0.1", apt: ["libyaml-dev"], brew: "libyaml"),

        room("Diagnostics"),
        room("System"),
        room("Digests", sees: [crypto]),
        room("Syntax", sees: ["Diagnostics", "CCMarkGFM", "CLibYAML"]),
        room("Incidents"),
        .target(
            name: "Records", dependencies: ["Diagnostics", "Syntax", "Incidents", "Digests"],
            swiftSettings: measured, plugins: ["EmbedManual"]),
        .target(
            name: "Site", dependencies: ["Diagnostics", "Syntax", "Incidents", "Digests"],
            swiftSettings: strict, plugins: ["EmbedTheme"]),
        room(
            "Publishing",
            sees: ["Diagnostics", "System", "Digests", "Syntax", "Incidents", "Records", "Site"]),
        room(
            "Commands",
            sees: [
                "Diagnostics", "System", "Digests", "Syntax", "Incidents", "Records", "Site",
                "Publishing", argumentParser,
            ]),
        .executableTarget(
            name: "aboveboard", dependencies: ["Commands"], swiftSettings: strict,
            linkerSettings: linked.isEmpty ? [] : [.unsafeFlags(linked)]),

        .executableTarget(name: "ThemeEmbedder", swiftSettings: strict),
        .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["ThemeEmbedder"]),
        .executableTarget(name: "ManualEmbedder", swiftSettings: strict),
        .plugin(name: "EmbedManual", capability: .buildTool(), dependencies: ["ManualEmbedder"]),

        // Tests read back by libxml2 what the program writes; the program itself starts without it.
        room("XMLReading", sees: ["CLibXML2"]),
        room("TestKit", sees: ["Diagnostics", "System", "Syntax", "Incidents", "Records"]),
        tests(of: "Diagnostics", with: ["Diagnostics"]),
        tests(of: "System", with: ["System"]),
        tests(of: "Digests", with: ["Digests"]),
        tests(of: "Syntax", with: ["Syntax", "Diagnostics", "System", "XMLReading"]),
        tests(of: "Incidents", with: ["Incidents"]),
        tests(
            of: "Records",
            with: ["Records", "Diagnostics", "Syntax", "Incidents", "System", "Digests"]),
        tests(
            of: "Site",
            with: [
                "Site", "Records", "Diagnostics", "Digests", "Syntax", "Incidents", "System", "XMLReading",
            ]),
        tests(
            of: "Publishing",
            with: [
                "Publishing", "Site", "Records", "Incidents", "System", "Diagnostics", "Digests", "Syntax",
            ]),
        tests(of: "Commands", with: ["Commands", "System", argumentParser]),
        tests(of: "XMLReading", with: ["XMLReading"]),
        tests(of: "Wall", with: ["System"]),
    ]
)

if isFuzzing {
    package.targets += [
        .systemLibrary(name: "CLibFuzzer", path: "Fuzz/CLibFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["TestKit", "CLibFuzzer"], path: "Fuzz/Sources",
            swiftSettings: [.swiftLanguageMode(.v6)],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ]
}
