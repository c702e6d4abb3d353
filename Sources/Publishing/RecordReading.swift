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

    init(_ project: Project, _ path: String, keepsPlaces: Bool = false) {
        do throws(FileFailure) {
            // An absolute path, as an outsider has, stands alone.
            let (source, stamp) = try project.stampedSource(path)
            inputs.append(RememberedRecord.Input(path: path, stamp: stamp))
            // Who wants the places works on one record and lets go of it.
            let reader = RecordReader(keepsRecords: !keepsPlaces)
            guard let placed = reader.readPlaced(source, into: &report) else { return }
            file = placed.file
            if keepsPlaces { places = placed.places }
            try readAttachments(of: placed.file, beside: path, in: project)
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
        of file: RecordFile, beside record: String, in project: Project
    ) throws(FileFailure) {
        for (index, reference) in file.record.references.enumerated() {
            guard let name = reference.file, file.isSound("references", .index(index), "file") else {
                continue
            }
            let path = Disk.join(Disk.split(record).folder, name)
            let place = project.path(path)
            if try Disk.kind(of: place) == .file {
                let (bytes, stamp) = try Disk.readStamped(place, limit: Project.largestFile)
                inputs.append(RememberedRecord.Input(path: path, stamp: stamp))
                attachments.append(RecordLibrary.Attachment(path: name, bytes: bytes))
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
