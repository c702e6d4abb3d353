import Incidents
import Records
import Site
import Syntax

/// The schemas that a site publishes for its writers' editors: of any record and of `aboveboard.yml`.
enum SchemaArtifacts {
    static func all(of site: SiteConfiguration) -> [Artifact] {
        let address = SiteAddress(site)
        return [
            (RecordSchema.recordPath, RecordSchema.union(id: address.absolute(RecordSchema.recordPath))),
            (RecordSchema.sitePath, RecordSchema.site(id: address.absolute(RecordSchema.sitePath))),
        ].compactMap { path, schema in
            OutputPath(path).map { Artifact($0, JSONWriter.bytes(of: schema, .indented), order: .leaf) }
        }
    }
}
