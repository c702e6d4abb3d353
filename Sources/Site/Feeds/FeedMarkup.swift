import Syntax

/// Items of a feed as XML, in one buffer: names are the program's own, and any text or HTML may stand in them.
struct FeedMarkup {
    private(set) var bytes: [UInt8] = []

    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        start(name, attributes)
        bytes += ">\n".utf8
    }

    mutating func close(_ name: String) {
        bytes += "</\(name)>\n".utf8
    }

    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        start(name, attributes)
        bytes += "/>\n".utf8
    }

    mutating func element(_ name: String, _ text: String, _ attributes: [(String, String)] = []) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        appendXMLEscaped(text, to: &bytes)
        close(name)
    }

    mutating func element(_ name: String, _ html: [UInt8], _ attributes: [(String, String)] = []) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        appendXMLEscaped(html, to: &bytes)
        close(name)
    }

    private mutating func start(_ name: String, _ attributes: [(String, String)]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += key.utf8
            bytes += "=\"".utf8
            appendXMLEscaped(value, to: &bytes, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }
}
