/// Texts as YAML that reads back as just these texts, in this program and in any other.
enum YAMLText {
    /// A one-line text, plain where no reader could take it for anything else, else in double quotes.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// A text of one or more lines as a literal block behind its key, each line indented by `indentation` blanks.
    static func block(_ text: String, indentation: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            .map(trimmedRight)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        while lines.first?.isEmpty ?? false { lines.removeFirst() }
        // A first line that begins with a blank would be taken for the block's indentation.
        let head = lines.first?.hasPrefix(" ") ?? false ? "|2" : "|"
        return head + "\n" + lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.properties.isAlphabetic, last != ":", last != " "
        else { return false }
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        if words.contains(text.lowercased()) { return false }
        var previous: Unicode.Scalar = "x"
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF {
                return false
            }
            if previous == ":", scalar == " " { return false }
            if previous == " ", scalar == "#" { return false }
            // Flow lists and mappings end plain texts at these; a record's rows may stand in one.
            if "[]{},".unicodeScalars.contains(scalar) { return false }
            previous = scalar
        }
        return true
    }

    private static func trimmedRight(_ line: Substring) -> Substring {
        var line = line
        while let last = line.last, last == " " || last == "\r" || last == "\t" { line.removeLast() }
        return line
    }
}
