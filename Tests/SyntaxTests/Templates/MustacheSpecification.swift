import Foundation
import Syntax

/// The language's own test files, which stand beside the repository where its makers keep them.
enum MustacheSpecification {
    static let folder: URL = {
        var root = URL(filePath: #filePath)
        while root.path != "/",
            !FileManager.default.fileExists(atPath: root.appending(path: "Package.swift").path)
        {
            root.deleteLastPathComponent()
        }
        return root.appending(path: "../shared/mustache-spec").standardizedFileURL
    }()

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "sections.json").path)
    }

    struct Module: Decodable {
        let tests: [Case]
    }

    struct Case: Decodable {
        let name: String
        let desc: String
        let data: TemplateValue
        let template: String
        let partials: [String: String]?
        let expected: String
    }

    static func cases(of module: String) throws -> [Case] {
        let data = try Data(contentsOf: folder.appending(path: module + ".json"))
        return try JSONDecoder().decode(Module.self, from: data).tests
    }
}

private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(intValue: Int) { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
}

extension TemplateValue: Decodable {
    public init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            self = .object(
                TemplateObject(
                    try object.allKeys.map {
                        (TemplateKey($0.stringValue), try object.decode(TemplateValue.self, forKey: $0))
                    }))
        } else if var list = try? decoder.unkeyedContainer() {
            var items: [TemplateValue] = []
            while !list.isAtEnd { items.append(try list.decode(TemplateValue.self)) }
            self = .list(items)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let flag = try? value.decode(Bool.self) {
                self = .bool(flag)
            } else if let number = try? value.decode(Int.self) {
                self = .int(number)
            } else if let number = try? value.decode(Double.self) {
                self = .text("\(number)")
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }
}
