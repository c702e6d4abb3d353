import ArgumentParser
import Incidents
import Publishing
import Records
import Syntax
import System

/// `aboveboard schema`: the JSON Schema by which editors complete and check what writers type.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of records or of aboveboard.yml.",
        discussion: """
            `build` publishes the schemas of record and site under schema/, and the first line of a new record names \
            them, so that most editors need nothing else.

            EXAMPLES:
              aboveboard schema record > record.schema.json
              aboveboard schema site
            """)

    /// What a schema is of.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case record, incident, statement, advisory, site
    }

    @Argument(help: "record (any kind), incident, statement, advisory or site.")
    var subject = Subject.record

    func run() throws {
        let schema: JSONValue =
            switch subject {
            case .record: RecordSchema.union()
            case .incident: RecordSchema.of(.incident)
            case .statement: RecordSchema.of(.statement)
            case .advisory: RecordSchema.of(.advisory)
            case .site: RecordSchema.site()
            }
        try StandardStream.output.write(JSONWriter.bytes(of: schema, .indented))
    }
}
