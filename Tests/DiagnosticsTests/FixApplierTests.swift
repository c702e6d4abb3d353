import Diagnostics
import Testing

@Suite struct FixApplierTests {
    private let file = SourceFile(path: "a.yml", text: "a: 1 # kept\r\nb: 2\n\tc: 3")

    private func finding(_ code: String, _ edits: [(String, String)], isSafe: Bool = true) -> Diagnostic {
        Diagnostic(
            code, "wrong", at: place(of: "a", in: file),
            fixes: [
                Fix(
                    "mend \(code)", edits: edits.map { Fix.Edit(place(of: $0.0, in: file), $0.1) },
                    isSafe: isSafe)
            ])
    }

    private func text(_ applier: FixApplier) -> String {
        applier.changed.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "|")
    }

    @Test("safe fixes change their bytes and no others, in whatever order they are found")
    func applying() {
        let applier = FixApplier(applying: [
            finding("later", [("3", "33")]), finding("first", [("1", "\"1\"")]),
        ])
        #expect(text(applier) == "a: \"1\" # kept\r\nb: 2\n\tc: 33")
        #expect(applier.applied.map(\.diagnostic.code) == ["later", "first"])
        #expect(applier.postponed.isEmpty)
    }

    @Test("a fix that is not safe, and a finding without one, change nothing")
    func unsafeFixes() {
        let applier = FixApplier(applying: [
            finding("maybe", [("1", "2")], isSafe: false),
            Diagnostic("none", "wrong", at: place(of: "b", in: file)),
        ])
        #expect(applier.changed.isEmpty)
        #expect(applier.applied.isEmpty)
    }

    @Test(
        "of two fixes for the same bytes the first is taken and the second told, with none of its edits done")
    func overlaps() {
        let applier = FixApplier(applying: [
            finding("one", [("b: 2", "b: 4")]), finding("two", [("1", "9"), ("2", "5")]),
            finding("three", [("1", "7")]),
        ])
        #expect(text(applier) == "a: 7 # kept\r\nb: 4\n\tc: 3")
        #expect(applier.postponed.map(\.code) == ["two"])
    }

    @Test("edits that only touch each other are both done, two insertions at one place are not")
    func touching() {
        let end = place(of: "1", in: file).end
        func insertion(_ code: String, _ text: String) -> Diagnostic {
            Diagnostic(
                code, "wrong", at: place(of: "a", in: file),
                fixes: [
                    Fix(
                        code, edits: [Fix.Edit(SourceSpan(file: file, start: end, end: end), text)],
                        isSafe: true)
                ])
        }
        let applier = FixApplier(applying: [
            finding("one", [("1", "2")]), insertion("x", "X"), insertion("y", "Y"),
        ])
        #expect(text(applier) == "a: 2X # kept\r\nb: 2\n\tc: 3")
        #expect(applier.postponed.map(\.code) == ["y"])
    }

    @Test("changed files come in the order of their paths")
    func files() {
        let other = SourceFile(path: "0.yml", text: "z")
        let finding = Diagnostic(
            "both", "wrong", at: place(of: "a", in: file),
            fixes: [
                Fix(
                    "both",
                    edits: [
                        Fix.Edit(place(of: "1", in: file), "2"), Fix.Edit(place(of: "z", in: other), "y"),
                    ],
                    isSafe: true)
            ])
        let applier = FixApplier(applying: [finding])
        #expect(applier.changed.map(\.file.path) == ["0.yml", "a.yml"])
        #expect(text(applier) == "y|a: 2 # kept\r\nb: 2\n\tc: 3")
    }

    /// The plain way: each edit held against every one that was taken before it.
    private func taken(of diagnostics: [Diagnostic]) -> (bytes: [UInt8], postponed: [String]) {
        func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
            if a == b { return true }
            if a.isEmpty { return b.lowerBound < a.lowerBound && a.lowerBound < b.upperBound }
            if b.isEmpty { return a.lowerBound < b.lowerBound && b.lowerBound < a.upperBound }
            return a.overlaps(b)
        }
        var taken: [Fix.Edit] = []
        var postponed: [String] = []
        for diagnostic in diagnostics {
            let edits = diagnostic.fixes[0].edits
            let isFree = edits.indices.allSatisfy { index in
                (taken + edits[..<index]).allSatisfy { !overlap($0.span.range, edits[index].span.range) }
            }
            if isFree { taken += edits } else { postponed.append(diagnostic.code) }
        }
        return (FixApplier.apply(taken, to: file.bytes), postponed)
    }

    @Test("fixes are taken as if each were held against all before it", arguments: 0..<200)
    func plainWay(seed: Int) {
        var random = Lottery(seed: seed)
        let size = file.bytes.count
        let findings = (0..<random.next(below: 30)).map { number in
            let edits = (0...random.next(below: 3)).map { _ -> Fix.Edit in
                let start = random.next(below: size + 1)
                let end = min(size, start + random.next(below: 4))
                return Fix.Edit(SourceSpan(file: file, start: start, end: end), "<\(number)>")
            }
            return Diagnostic(
                "f\(number)", "wrong", at: place(of: "a", in: file),
                fixes: [Fix("mend", edits: edits, isSafe: true)])
        }
        let applier = FixApplier(applying: findings)
        let plain = taken(of: findings)
        #expect(applier.changed.first?.bytes ?? file.bytes == plain.bytes)
        #expect(applier.postponed.map(\.code) == plain.postponed)
    }
}
