import Diagnostics
import Testing

@Suite struct FramedRendererTests {
    @Test("a finding shows its line, its underline, a note and the way out")
    func simple() {
        let shown = framed(
            Diagnostic(
                "unknown-key", "`sevrity` is not a key of an incident", at: place(of: "sevrity", in: record),
                label: "did you mean `severity`?", notes: ["keys that start with `x-` are your own"],
                help: "write `severity`"))
        #expect(
            shown == """
                error[unknown-key]: `sevrity` is not a key of an incident
                 --> incidents/2026/safe.yml:2:1
                  |
                2 | sevrity: high
                  | ^^^^^^^ did you mean `severity`?
                  |
                  = note: keys that start with `x-` are your own
                  = help: write `severity`

                """)
    }

    @Test("two places that disagree are shown together, what lies between them left out")
    func twoPlaces() {
        let shown = framed(
            Diagnostic(
                "status-differs", "`resolved` is not the status of the newest update",
                at: place(of: "resolved", in: record), label: "the head says resolved",
                secondary: [Label(place(of: "monitoring", in: record), "the newest update says monitoring")]))
        #expect(
            shown == """
                error[status-differs]: `resolved` is not the status of the newest update
                 --> incidents/2026/safe.yml:3:9
                  |
                3 | status: resolved
                  |         ^^^^^^^^ the head says resolved
                ...
                7 |     status: monitoring
                  |             ---------- the newest update says monitoring

                """)
    }

    @Test("labels on one line hang below each other, and no bar crosses a word")
    func sameLine() {
        let file = SourceFile(path: "a.yml", text: "amount: 10 of 20 left 5\n")
        let shown = framed(
            Diagnostic(
                "too-much", .warning, "25 is more than 20", at: place(of: "20", in: file),
                label: "the amount",
                secondary: [
                    Label(place(of: "10", in: file), "frozen"), Label(place(of: "5", in: file), "at large"),
                ]))
        #expect(
            shown == """
                warning[too-much]: 25 is more than 20
                 --> a.yml:1:15
                  |
                1 | amount: 10 of 20 left 5
                  |         --    ^^      - at large
                  |         |     |
                  |         |     the amount
                  |         frozen

                """)
    }

    @Test("the caret stands under its letter behind é, 漢, a combining accent, an emoji family and a tab")
    func columns() {
        let text = "é 漢字 e\u{301} 👩‍👩‍👧 \tX: y"
        let file = SourceFile(path: "a.yml", text: text)
        let shown = framed(Diagnostic("code", "here", at: place(of: "X", in: file), label: "this"))
        #expect(
            shown == """
                error[code]: here
                 --> a.yml:1:16
                  |
                1 | é 漢字 e\u{301} 👩‍👩‍👧     X: y
                  |                 ^ this

                """)
        let wide = framed(Diagnostic("code", "here", at: place(of: "字", in: file), label: "two columns"))
        #expect(wide.contains("\n  |     ^^ two columns\n"))
    }

    @Test("a column for people counts code points, whatever came before")
    func position() {
        let file = SourceFile(path: "a.yml", text: "\u{FEFF}é漢👍x")
        let concise = DiagnosticFormat.concise.rendered(
            [Diagnostic("code", "here", at: place(of: "x", in: file))], RenderingOptions())
        #expect(concise == "a.yml:1:4: error[code]: here\n")
    }

    @Test("a span of lines gets a bar; its end's trailing blank is not part of it")
    func multiline() {
        let start = place(of: "- id: u1", in: record).start
        let end = place(of: "amount", in: record).start
        let shown = framed(
            Diagnostic(
                "missing-key", "an update needs `next_update`",
                at: SourceSpan(file: record, start: start, end: end), label: "this update"))
        #expect(
            shown == """
                error[missing-key]: an update needs `next_update`
                  --> incidents/2026/safe.yml:5:3
                   |
                 5 | /   - id: u1
                 6 | |     at: 2026-02-21T08:00:00Z
                ...  |
                10 | |       Nothing else is known yet.
                   | |________________________________^ this update

                """)
    }

    @Test("a span that starts inside a line is drawn from there")
    func startsInside() {
        let file = SourceFile(path: "a.yml", text: "body: one\n  two\n  three\n")
        let shown = framed(
            Diagnostic(
                "code", "here",
                at: SourceSpan(file: file, start: 6, end: file.bytes.count), label: "all of it"))
        #expect(
            shown == """
                error[code]: here
                 --> a.yml:1:7
                  |
                1 |   body: one
                  |  _______^
                2 | |   two
                3 | |   three
                  | |_______^ all of it

                """)
    }

    @Test("a place in another file has a frame of its own")
    func otherFile() {
        let other = SourceFile(path: "incidents/2025/twin.yml", text: "id: IOTX-2026-0001\n")
        let shown = framed(
            Diagnostic(
                "duplicate-id", "IOTX-2026-0001 is taken", at: place(of: "IOTX-2026-0001", in: record),
                secondary: [Label(place(of: "IOTX-2026-0001", in: other), "first used here")]))
        #expect(
            shown == """
                error[duplicate-id]: IOTX-2026-0001 is taken
                 --> incidents/2026/safe.yml:1:5
                  |
                1 | id: IOTX-2026-0001
                  |     ^^^^^^^^^^^^^^
                 ::: incidents/2025/twin.yml:1:5
                  |
                1 | id: IOTX-2026-0001
                  |     -------------- first used here

                """)
    }

    @Test("a fix shows the lines that go and the lines that come")
    func preview() {
        let amount = place(of: "123456789012345678", in: record)
        let status = place(of: "status: resolved\n", in: record)
        let shown = framed(
            Diagnostic(
                "unquoted-amount", "an amount of 18 digits must be quoted", at: amount,
                fixes: [
                    Fix("quote it", edits: [Fix.Edit(amount, "\"123456789012345678\"")], isSafe: true),
                    Fix(
                        "name the next word's time",
                        edits: [
                            Fix.Edit(
                                SourceSpan(file: record, start: status.end, end: status.end),
                                "next_update: none\n")
                        ], isSafe: false),
                ]))
        #expect(
            shown == """
                error[unquoted-amount]: an amount of 18 digits must be quoted
                  --> incidents/2026/safe.yml:11:9
                   |
                11 | amount: 123456789012345678
                   |         ^^^^^^^^^^^^^^^^^^
                   |
                   = fix: quote it
                11 - amount: 123456789012345678
                11 + amount: "123456789012345678"
                   = fix to look at first: name the next word's time
                 4 + next_update: none

                """)
    }

    @Test(
        "a place where something is missing gets one caret, also at the end of a file without a last line end"
    )
    func emptySpan() {
        let file = SourceFile(path: "a.yml", text: "id: x")
        let shown = framed(
            Diagnostic(
                "missing-key", "here", at: SourceSpan(file: file, start: 5, end: 5),
                label: "`kind` is missing"))
        #expect(shown.contains("1 | id: x\n  |      ^ `kind` is missing\n"))
        let empty = SourceFile(path: "b.yml", bytes: [])
        #expect(
            framed(Diagnostic("empty", "nothing here", at: SourceSpan(file: empty, start: 0, end: 0)))
                == "error[empty]: nothing here\n --> b.yml:1:1\n  |\n1 |\n  | ^\n")
    }

    @Test("colour only adds sequences: without them the text is the same")
    func color() {
        let diagnostic = Diagnostic(
            "unknown-key", "`sevrity` is not a key", at: place(of: "sevrity", in: record), label: "this",
            secondary: [Label(place(of: "status", in: record), "near")], notes: ["a note"],
            help: "write `severity`")
        let colored = framed(diagnostic, color: true)
        #expect(colored.hasPrefix("\u{1B}[1;31merror[unknown-key]\u{1B}[0m\u{1B}[1m: `sevrity`"))
        var plain = ""
        var isInside = false
        for scalar in colored.unicodeScalars {
            if scalar == "\u{1B}" { isInside = true }
            if !isInside { plain.unicodeScalars.append(scalar) }
            if isInside, scalar == "m" { isInside = false }
        }
        #expect(plain == framed(diagnostic))
    }

    @Test("several findings are parted by one empty line and told in one summary")
    func several() {
        let one = Diagnostic("a", "first", at: place(of: "id", in: record))
        let two = Diagnostic("b", .warning, "second", at: place(of: "status", in: record))
        let three = Diagnostic(
            "b", .warning, "third", at: SourceSpan(file: SourceFile(path: "x", text: ""), range: 0..<0))
        #expect(framed(one, two) == framed(one) + "\n" + framed(two))
        #expect(ReportSummary.line(of: [one, two, three]) == "1 error, 2 warnings in 2 files")
        #expect(ReportSummary.line(of: []) == "no findings")
    }

    @Test("long remarks are wrapped under their first word")
    func wrapping() {
        let shown = framed(
            Diagnostic(
                "a", "first", at: place(of: "id", in: record),
                help: "write one word after the other until there is no more room in the line\nand more"),
            width: 50)
        #expect(
            shown.hasSuffix(
                """
                  = help: write one word after the other until
                          there is no more room in the line
                          and more

                """))
    }
}
