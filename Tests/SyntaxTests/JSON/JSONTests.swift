import Syntax
import Testing

@Suite("JSON")
struct JSONTests {
    private func read(_ text: String) throws(JSONError) -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    private func text(_ value: JSONValue, _ style: JSONWriter.Style) -> String {
        String(decoding: JSONWriter.bytes(of: value, style), as: UTF8.self)
    }

    @Test("keys sort by UTF-16 code units, as in RFC 8785's example")
    func canonicalOrder() throws {
        let value = try read(
            """
            {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
             "\\u00f6": "Latin Small Letter O With Diaeresis"}
            """)
        let canonical = try read(text(value, .canonical))
        #expect(
            canonical.members?.map(\.value.string) == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test("strings are escaped as ECMAScript escapes them")
    func canonicalEscapes() throws {
        let value = try read(
            #"{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\u2028\u007f\b\t\f\r"}"#)
        #expect(
            text(value, .canonical)
                == "{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{2028}\u{7f}\\b\\t\\f\\r\"}")
    }

    @Test("canonical form nests, keeps the order of arrays and has no space")
    func canonicalNesting() {
        let value: JSONValue = ["b": [3, 1, [:], []], "a": ["z": true, "aa": .null, "a": -5], "": "x y"]
        #expect(text(value, .canonical) == #"{"":"x y","a":{"a":-5,"aa":null,"z":true},"b":[3,1,{},[]]}"#)
        #expect(text(value, .compact) == #"{"b":[3,1,{},[]],"a":{"z":true,"aa":null,"a":-5},"":"x y"}"#)
        #expect(
            text(["a": [1, [:]], "b": []], .indented)
                == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}\n")
    }

    @Test("the quick comparison of keys is that of UTF-16")
    func keyOrder() {
        let keys = [
            "", "a", "ab", "b", "é", "\u{20AC}", "\u{D7FF}", "\u{E000}", "\u{FB33}", "\u{FFFD}", "😀", "😀a",
            "𐀀",
        ]
        for left in keys {
            for right in keys {
                #expect(JSONWriter.precedes(left, right) == left.utf16.lexicographicallyPrecedes(right.utf16))
            }
        }
    }

    @Test("canonical bytes are read back to the same canonical bytes")
    func roundTrip() throws {
        let value: JSONValue = [
            "text": "line\none \u{1} \"quoted\" \\ 😀", "list": [[], [:], .null, false, .integer(.min), 0],
        ]
        let bytes = JSONWriter.bytes(of: value, .canonical)
        #expect(JSONWriter.bytes(of: try JSONReader.read(bytes), .canonical) == bytes)
        #expect(try read(text(value, .indented)) == value)
    }

    @Test("numbers keep their spelling where they are not whole")
    func numbers() throws {
        #expect(
            try read("[0, -1, 10, 1.50, 1e3, -0, 99999999999999999999]")
                == [
                    0, -1, 10, .decimal("1.50"), .decimal("1e3"), .decimal("-0"),
                    .decimal("99999999999999999999"),
                ])
    }

    @Test(
        "what is not strict JSON is refused where it goes wrong",
        arguments: [
            ("", 0), ("{", 1), ("[1,]", 3), (#"{"a":1,}"#, 7), (#"{"a":1,"a":2}"#, 7), ("01", 1), ("1.", 2),
            ("+1", 0),
            ("1 2", 2), ("nul", 3), (#""\x""#, 1), (#""\ud800""#, 1), (#""\udc00""#, 1),
            (#""\ud800\u0041""#, 1),
            ("\"a\tb\"", 2), ("\"a", 0), ("[1 2]", 3), (#"{"a" 1}"#, 5), ("{1:2}", 1), ("\u{FEFF}1", 0),
            ("'a'", 0),
            (#""\u12g4""#, 5), ("1e", 2), ("-", 1), ("NaN", 0),
        ])
    func refused(text: String, offset: Int) {
        do {
            let value = try read(text)
            Issue.record("read as \(value)")
        } catch {
            #expect(error.offset == offset, "\(error)")
        }
    }

    @Test("keys that differ only in their composition are two keys, and invalid UTF-8 is none")
    func bytesMatter() throws {
        #expect(try read("{\"\u{E9}\":1,\"e\u{301}\":2}").members?.count == 2)
        #expect(throws: JSONError.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONError.self) { try JSONReader.read([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test("nesting past the limit is refused and does not overflow the stack")
    func depth() throws {
        let deep = [UInt8](repeating: 0x5B, count: 100_000)
        #expect(throws: JSONError(offset: 128, reason: "nesting ends at 128 levels")) {
            try JSONReader.read(deep)
        }
        let allowed = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        #expect(throws: Never.self) { try read(allowed) }
    }
}
