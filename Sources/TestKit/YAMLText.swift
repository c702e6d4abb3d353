import Syntax

/// JSON values as YAML that reads as the same values by the core schema of YAML 1.2: strings in quotes, everything else
/// plain.
package enum YAMLText {
    /// A file with one document.
    package static func file(_ value: JSONValue) -> String {
        var out = ""
        append(value, indentation: 0, to: &out)
        return out + "\n"
    }

    private static func append(_ value: JSONValue, indentation: Int, to out: inout String) {
        let margin = "\n" + String(repeating: " ", count: indentation)
        switch value {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .integer(let number): out += String(number)
        case .decimal(let text): out += text
        case .string(let text): out += quoted(text)
        case .array(let items):
            if items.isEmpty { out += "[]" }
            for item in items {
                out += margin + "- "
                append(item, indentation: indentation + 2, to: &out)
            }
        case .object(let members):
            if members.isEmpty { out += "{}" }
            for member in members {
                out += margin + quoted(member.key) + ": "
                append(member.value, indentation: indentation + 2, to: &out)
            }
        }
    }

    /// In double quotes, with escapes for all that YAML would fold, drop or refuse if it stood there as it is.
    package static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: out += "\\\""
            case 0x5C: out += "\\\\"
            case 0x20...0x7E, 0xA1...0x1FFF, 0x3001...0xD7FF, 0x1_0000...0x10_FFFF:
                out.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                out += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
            }
        }
        return out + "\""
    }
}
