import Diagnostics
import Incidents
import Records
import System

/// One record file with the texts beside it, read on whichever thread comes to it.
struct RecordReading: Sendable {
    var file: RecordFile?
    /// Where the record's fields stand, where that is wanted.
    var places: FieldPlaces?
    var attachments: [RecordLibrary.Attachment] = []
    var report = Report()
    var failure: FileFailure?
    /// The record's file and the texts beside it as they stood before they were read.
    var inputs: [RememberedRecord.Input] = []

    init(_ project: Project, _ path: String, isOutsider: Bool = false, keepsPlaces: Bool = false) {
        do throws(FileFailure) {
            let place = isOutsider ? path : project.path(path)
            inputs.append(RememberedRecord.Input(path: path, stamp: try Disk.stamp(of: place)))
            let source =
                isOutsider
                ? SourceFile(path: path, bytes: try Disk.read(path, limit: Project.largestFile))
                : try project.source(path)
            guard let placed = RecordReader().readPlaced(source, into: &report) else { return }
            file = placed.file
            if keepsPlaces { places = placed.places }
            try readAttachments(of: placed.file, beside: path, at: place)
        } catch {
            failure = error
        }
    }

    /// The texts beside the record as sources with their paths from the project's folder.
    func attachmentSources(beside record: String) -> [SourceFile] {
        attachments.map {
            SourceFile(path: Disk.join(Disk.split(record).folder, $0.path), bytes: $0.bytes)
        }
    }

    private mutating func readAttachments(
        of file: RecordFile, beside record: String, at place: String
    ) throws(FileFailure) {
        for (index, reference) in file.record.references.enumerated() {
            guard let name = reference.file, file.isSound("references", .index(index), "file") else {
                continue
            }
            let path = Disk.join(Disk.split(place).folder, name)
            if try Disk.kind(of: path) == .file {
                inputs.append(
                    RememberedRecord.Input(
                        path: Disk.join(Disk.split(record).folder, name), stamp: try Disk.stamp(of: path)))
                attachments.append(
                    RecordLibrary.Attachment(
                        path: name, bytes: try Disk.read(path, limit: Project.largestFile)))
            } else {
                report.add(
                    Diagnostic(
                        "missing-attachment", "there is no file `\(name)` beside this record",
                        at: file.span("references", .index(index), "file"),
                        help:
                            "put the text at \(Disk.split(file.file.path).folder)/\(name), or take the key away"
                    ))
            }
        }
    }
}
