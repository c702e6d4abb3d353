import Incidents
import Records
import Site
import Syntax
import System

/// What a build keeps of one record for the next: what it was made from, what that relied on, and what came of it.
struct RememberedRecord: Sendable {
    /// A file that went into the record's page: the record itself, a text beside it, a published revision.
    struct Input: Sendable, Hashable {
        /// From the project's folder.
        let path: String
        /// Nil where there was no such file.
        let stamp: FileStamp?
        /// False where the file was changed so shortly before that another change might leave no trace.
        var isSettled = true

        /// Whether the file is still what was read; `project` is the project's folder.
        func stands(in project: borrowing Folder) -> Bool {
            isSettled && (try? project.stamp(ofFollowed: path)) == .some(stamp)
        }

        /// The same, unsettled where the file changed while or just before it was read: file systems tell times in steps
        /// of some milliseconds.
        func settled(before began: Int64) -> Input {
            var input = self
            if let stamp { input.isSettled = max(stamp.changed, stamp.modified) + 50_000_000 < began }
            return input
        }
    }

    /// Another record that this one names, and what the check made of that.
    struct Relation: Sendable {
        let id: String
        let standing: SiteUnderCheck.Standing
        /// What was proposed in place of an id of which there is no record.
        let nearest: String?

        init(of id: String, in site: SiteUnderCheck) {
            self.id = id
            standing = site.standing(of: id)
            nearest = standing == .missing ? site.nearest(to: id) : nil
        }

        fileprivate init(id: String, standing: SiteUnderCheck.Standing, nearest: String?) {
            self.id = id
            self.standing = standing
            self.nearest = nearest
        }

        /// Whether a check would make the same of it.
        func holds(in site: SiteUnderCheck) -> Bool {
            let other = Relation(of: id, in: site)
            return other.standing == standing && other.nearest == nearest
        }
    }

    /// Another record as the page shows it; nil where there is none of that id.
    struct Neighbour: Sendable {
        let id: String
        let shown: Edition.Neighbour?
    }

    var path: String
    var inputs: [Input]
    var facts: RecordFacts
    /// What was found in it, to be told again; nil where that cannot be told without reading the record.
    var findings: [RememberedFinding]?
    var relations: [Relation] = []
    var checkReliance = RememberedReliance(TellingMoment.Reliance())
    var pageReliance = RememberedReliance(TellingMoment.Reliance())
    var neighbours: [Neighbour] = []
    /// Nil where the record is not published at the moment of the build.
    var card: KeptCard?
    var outputs = RememberedOutputs([])

    /// A record that was read and neither judged nor made yet.
    init(path: String, inputs: [Input], facts: RecordFacts) {
        self.path = path
        self.inputs = inputs
        self.facts = facts
    }

    /// Takes over what came of the record's page when it was made.
    mutating func keepFiles(of old: RememberedRecord) {
        inputs += old.inputs.filter { input in !inputs.contains { $0.path == input.path } }
        pageReliance = old.pageReliance
        neighbours = old.neighbours
        card = old.card
        outputs = old.outputs
    }
}

extension RememberedRecord: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.write(path)
        writer.write(inputs) { writer, input in
            writer.write(input.path)
            writer.write(input.stamp)
            writer.write(input.isSettled)
        }
        writer.write(facts)
        writer.write(findings) { $0.write($1) }
        writer.write(relations) { writer, relation in
            writer.write(relation.id)
            writer.write(word: relation.standing)
            writer.write(relation.nearest)
        }
        writer.write(checkReliance)
        writer.write(pageReliance)
        writer.write(neighbours) { writer, neighbour in
            writer.write(neighbour.id)
            writer.write(neighbour.shown?.slug)
            writer.write(neighbour.shown?.title)
        }
        writer.write(card)
        writer.write(outputs)
    }

    package init(from reader: inout PackedReader) throws(PackedFailure) {
        path = try reader.text()
        inputs = try reader.list { reader throws(PackedFailure) in
            Input(path: try reader.text(), stamp: try reader.optionalValue(), isSettled: try reader.flag())
        }
        facts = try reader.value()
        findings = try reader.optional { reader throws(PackedFailure) in try reader.values() }
        relations = try reader.list { reader throws(PackedFailure) in
            Relation(
                id: try reader.text(), standing: try reader.word(), nearest: try reader.optionalText())
        }
        checkReliance = try reader.value()
        pageReliance = try reader.value()
        neighbours = try reader.list { reader throws(PackedFailure) in
            let id = try reader.text()
            let (slug, title) = (try reader.optionalText(), try reader.optionalText())
            guard let slug, let title else { return Neighbour(id: id, shown: nil) }
            return Neighbour(id: id, shown: Edition.Neighbour(slug: slug, title: title))
        }
        card = try reader.optionalValue()
        outputs = try reader.value()
    }
}
